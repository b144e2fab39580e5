import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { AgendaKind } from '../../../../server/app.ts';

/** What an item is called that has no title of its own. */
export const ITEM_WORDS: Record<AgendaKind, MessageDescriptor> = defineMessages({
  welcome: { id: 'show.item.welcome', defaultMessage: 'Welcome and ground rules' },
  minutes: { id: 'show.item.minutes', defaultMessage: 'Minutes of the last meeting' },
  commitments: { id: 'show.item.commitments', defaultMessage: 'What was promised, and what was done' },
  patterns: { id: 'show.item.patterns', defaultMessage: 'What the police see' },
  concerns: { id: 'show.item.concerns', defaultMessage: 'Concerns' },
  priorities: { id: 'show.item.priorities', defaultMessage: 'Priorities' },
  gate: { id: 'show.item.gate', defaultMessage: 'A decision on a case' },
  new_commitments: { id: 'show.item.newCommitments', defaultMessage: 'New promises' },
  contact_sessions: { id: 'show.item.contactSessions', defaultMessage: 'Where to meet the police' },
  other_business: { id: 'show.item.otherBusiness', defaultMessage: 'Any other business' },
  next_meeting: { id: 'show.item.nextMeeting', defaultMessage: 'The next meeting' },
});

/** The same in languages of committees in which the interface itself is not written yet. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<AgendaKind, string>>>> = {
  fr: {
    welcome: 'Accueil et règles de la réunion',
    minutes: 'Compte rendu de la dernière réunion',
    commitments: 'Ce qui a été promis, ce qui a été fait',
    patterns: 'Ce que la police constate',
    concerns: 'Préoccupations',
    priorities: 'Priorités',
    gate: 'Une décision sur un dossier',
    new_commitments: 'Nouveaux engagements',
    contact_sessions: 'Où rencontrer la police',
    other_business: 'Questions diverses',
    next_meeting: 'Prochaine réunion',
  },
  es: {
    welcome: 'Bienvenida y reglas de la reunión',
    minutes: 'Acta de la última reunión',
    commitments: 'Lo que se prometió y lo que se hizo',
    patterns: 'Lo que observa la policía',
    concerns: 'Preocupaciones',
    priorities: 'Prioridades',
    gate: 'Una decisión sobre un caso',
    new_commitments: 'Nuevos compromisos',
    contact_sessions: 'Dónde encontrar a la policía',
    other_business: 'Otros asuntos',
    next_meeting: 'Próxima reunión',
  },
  ar: {
    welcome: 'الترحيب وقواعد الاجتماع',
    minutes: 'محضر الاجتماع السابق',
    commitments: 'ما الذي وُعد به وما الذي أُنجز',
    patterns: 'ما تلاحظه الشرطة',
    concerns: 'الشواغل',
    priorities: 'الأولويات',
    gate: 'قرار بشأن ملف',
    new_commitments: 'تعهدات جديدة',
    contact_sessions: 'أين تلتقون بالشرطة',
    other_business: 'ما يستجد من أعمال',
    next_meeting: 'الاجتماع القادم',
  },
};

export function itemWordIn(kind: AgendaKind, language: string): string | null {
  return ELSEWHERE[language.split('-')[0] ?? '']?.[kind] ?? null;
}

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb'];

/** The direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

export interface Titled {
  readonly language: string;
  readonly text: string;
}

/**
 * The title in the languages of the meeting, two at most, the main one first. What was written goes before what its kind
 * is called; a language without either is left out.
 */
export function titlesOf(
  item: { kind: AgendaKind; title: string; titles: Readonly<Record<string, string>> },
  languages: readonly string[],
  worded: string,
): Titled[] {
  const [main = 'en', ...others] = languages;
  const first = item.titles[main] || item.title || itemWordIn(item.kind, main) || worded;
  const more = others.flatMap((language) => {
    const text = item.titles[language] || (language === 'en' && item.title === '' ? worded : null);
    const word = text ?? itemWordIn(item.kind, language);
    return word ? [{ language, text: word }] : [];
  });
  const isWord = !item.titles[main] && !item.title && !itemWordIn(item.kind, main);
  return [{ language: isWord ? 'en' : main, text: first }, ...more].slice(0, 2);
}
