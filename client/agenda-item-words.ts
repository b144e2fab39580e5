import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { AgendaKind } from '../server/app.ts';

/** What an item of an agenda is called that has no title of its own: the same on the page, the wall, a telephone and in the minutes. */
export const AGENDA_ITEM_WORDS: Readonly<Record<AgendaKind, MessageDescriptor>> = defineMessages({
  welcome: { id: 'agenda.kind.welcome', defaultMessage: 'Welcome and ground rules' },
  minutes: { id: 'agenda.kind.minutes', defaultMessage: 'Minutes of the last meeting' },
  commitments: { id: 'agenda.kind.commitments', defaultMessage: 'What was promised, and what was done' },
  patterns: { id: 'agenda.kind.patterns', defaultMessage: 'What the police see' },
  concerns: { id: 'agenda.kind.concerns', defaultMessage: 'Concerns' },
  priorities: { id: 'agenda.kind.priorities', defaultMessage: 'Priorities' },
  gate: { id: 'agenda.kind.gate', defaultMessage: 'A decision on a case' },
  new_commitments: { id: 'agenda.kind.new', defaultMessage: 'New promises' },
  contact_sessions: { id: 'agenda.kind.contact', defaultMessage: 'Where to meet the police' },
  other_business: { id: 'agenda.kind.other', defaultMessage: 'Any other business' },
  next_meeting: { id: 'agenda.kind.next', defaultMessage: 'The next meeting' },
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
  pt: {
    welcome: 'Boas-vindas e regras da reunião',
    minutes: 'Ata da última reunião',
    commitments: 'O que foi prometido e o que foi feito',
    patterns: 'O que a polícia observa',
    concerns: 'Preocupações',
    priorities: 'Prioridades',
    gate: 'Uma decisão sobre um caso',
    new_commitments: 'Novos compromissos',
    contact_sessions: 'Onde encontrar a polícia',
    other_business: 'Outros assuntos',
    next_meeting: 'Próxima reunião',
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

/** Null where the language is not among them. */
export function itemWordIn(kind: AgendaKind, language: string): string | null {
  return ELSEWHERE[language.split('-')[0] ?? '']?.[kind] ?? null;
}

/** All of them in a language, by the ids of their words; empty where the language is not among them. */
export function agendaWordsIn(language: string): Record<string, string> {
  // The keys of the record are the kinds; Object.keys forgets it.
  const kinds = Object.keys(AGENDA_ITEM_WORDS) as AgendaKind[];
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const word = itemWordIn(kind, language);
      return word ? [[String(AGENDA_ITEM_WORDS[kind].id), word]] : [];
    }),
  );
}
