/** The first draft of what is told of a meeting, by rules, in the languages there are sentences for. No figure stands in it. */
import type { AnswerRow, LanguageTexts } from '../public-answer.ts';
import type { MeetingTold } from './told.ts';

/** What a draft is made of; none of it is anybody's own words. */
export interface DraftedFromMeeting {
  /** Of the area. */
  place: string;
  on: string;
  told: MeetingTold;
  rows: readonly Pick<AnswerRow, 'list'>[];
}

interface Sentences {
  title: string;
  raised: string;
  raisedSince: string;
  counted: string;
  uncounted: string;
  none: string;
  noneSince: string;
  session: string;
  first: string;
  weDid: string;
  notYet: string;
  whyNot: string;
  thanks: string;
}

const SENTENCES = {
  en: {
    title: 'You said, we did: {place}, {day}',
    raised: 'You raised concerns with us.',
    raisedSince: 'You raised concerns with us since the meeting of {day}.',
    counted: 'They are counted here by what they were about.',
    uncounted: 'They are not counted here, so that nobody can be recognised.',
    none: 'No concern was raised with us. Tell us if something worries you.',
    noneSince:
      'No new concern was raised with us since the meeting of {day}. Tell us if something worries you.',
    session: 'At this session you told us what matters to you.',
    first: 'What the meeting chose to come first is listed here.',
    weDid: 'You looked at what was promised. Only what you found done is listed here.',
    notYet: 'What is promised and not found done yet is listed here, with the day it is promised for now.',
    whyNot: 'What was stopped or refused is listed here, with the reason.',
    thanks: 'Thank you to everybody who came, spoke up or wrote to us. Tell us if you see it differently.',
  },
  fr: {
    title: 'Vous avez dit, nous avons fait : {place}, {day}',
    raised: 'Vous nous avez fait part de vos préoccupations.',
    raisedSince: 'Vous nous avez fait part de vos préoccupations depuis la réunion du {day}.',
    counted: 'Elles sont comptées ici par sujet.',
    uncounted: 'Elles ne sont pas comptées ici, pour que personne ne puisse être reconnu.',
    none: 'Aucune préoccupation ne nous a été signalée. Dites-nous si quelque chose vous inquiète.',
    noneSince:
      'Aucune nouvelle préoccupation ne nous a été signalée depuis la réunion du {day}. Dites-nous si quelque chose vous inquiète.',
    session: 'Pendant cette séance, vous nous avez dit ce qui compte pour vous.',
    first: 'Ce que la réunion a choisi de traiter en premier est indiqué ici.',
    weDid: 'Vous avez regardé ce qui avait été promis. Seul ce que vous avez jugé fait est indiqué ici.',
    notYet:
      'Ce qui est promis et que vous n’avez pas encore jugé fait est indiqué ici, avec le jour promis à présent.',
    whyNot: 'Ce qui a été arrêté ou refusé est indiqué ici, avec la raison.',
    thanks:
      'Merci à toutes celles et tous ceux qui sont venus, ont parlé ou nous ont écrit. Dites-nous si vous voyez les choses autrement.',
  },
  es: {
    title: 'Ustedes dijeron, hicimos: {place}, {day}',
    raised: 'Ustedes nos plantearon sus preocupaciones.',
    raisedSince: 'Ustedes nos plantearon sus preocupaciones desde la reunión del {day}.',
    counted: 'Aquí se cuentan por tema.',
    uncounted: 'No se cuentan aquí, para que nadie pueda ser reconocido.',
    none: 'No se nos planteó ninguna preocupación. Dígannos si algo les preocupa.',
    noneSince:
      'No se nos planteó ninguna preocupación nueva desde la reunión del {day}. Dígannos si algo les preocupa.',
    session: 'En esta sesión nos dijeron lo que les importa.',
    first: 'Lo que la reunión eligió atender primero figura aquí.',
    weDid: 'Ustedes miraron lo que se había prometido. Aquí figura solo lo que encontraron hecho.',
    notYet: 'Lo prometido que aún no se encontró hecho figura aquí, con el día prometido ahora.',
    whyNot: 'Lo que se detuvo o se rechazó figura aquí, con el motivo.',
    thanks:
      'Gracias a todas las personas que vinieron, hablaron o nos escribieron. Dígannos si lo ven de otra manera.',
  },
  ar: {
    title: 'قلتم وفعلنا: {place}، {day}',
    raised: 'طرحتم علينا ما يقلقكم.',
    raisedSince: 'طرحتم علينا ما يقلقكم منذ اجتماع {day}.',
    counted: 'وهو معدود هنا بحسب موضوعه.',
    uncounted: 'وهو غير معدود هنا، كي لا يُعرف أحد.',
    none: 'لم يُطرح علينا شيء. أخبرونا إن كان هناك ما يقلقكم.',
    noneSince: 'لم يُطرح علينا شيء جديد منذ اجتماع {day}. أخبرونا إن كان هناك ما يقلقكم.',
    session: 'في هذه الجلسة قلتم لنا ما يهمكم.',
    first: 'ما اختار الاجتماع أن يبدأ به مذكور هنا.',
    weDid: 'نظرتم فيما وُعد به. لا يُذكر هنا إلا ما وجدتموه منجزًا.',
    notYet: 'ما وُعد به ولم يوجد منجزًا بعد مذكور هنا مع الموعد الحالي.',
    whyNot: 'ما أوقف أو رُفض مذكور هنا مع السبب.',
    thanks: 'شكرًا لكل من حضر أو تحدث أو كتب إلينا. أخبرونا إن كنتم ترون الأمر على غير ذلك.',
  },
} as const satisfies Record<string, Sentences>;
type Drafted = keyof typeof SENTENCES;

const isDrafted = (language: string): language is Drafted => Object.hasOwn(SENTENCES, language);

/** One text a language of the meeting; English where there are sentences for none of them. */
export function draftMeetingTexts(from: DraftedFromMeeting, languages: readonly string[]): LanguageTexts[] {
  const wanted = languages.map((tag) => tag.split('-')[0] ?? '').filter(isDrafted);
  const drafted: readonly Drafted[] = wanted.length > 0 ? [...new Set(wanted)] : ['en'];
  return drafted.map((language) => textsIn(language, from));
}

function textsIn(language: Drafted, { place, on, told, rows }: DraftedFromMeeting): LanguageTexts {
  const say: Sentences = SENTENCES[language];
  const holds = (list: AnswerRow['list']) => rows.some((row) => row.list === list);
  return {
    language,
    title: filled(say.title, { place, day: longDay(language, on) }),
    youSaid: youSaid(language, say, told),
    weDid: holds('done') ? say.weDid : '',
    result: '',
    notYet: holds('not_yet') ? say.notYet : '',
    whyNot: holds('why_not') ? say.whyNot : '',
    thanks: say.thanks,
    promises: [],
    decisions: [],
  };
}

function youSaid(language: Drafted, say: Sentences, { heard, decisions }: MeetingTold): string {
  const first = decisions.some(isPriority) ? [say.first] : [];
  if (heard === null) return [say.session, ...first].join(' ');
  const day = heard.after === null ? null : longDay(language, heard.after);
  const since = (dated: string, without: string) => (day === null ? without : filled(dated, { day }));
  if (heard.total === 0) return [since(say.noneSince, say.none), ...first].join(' ');
  const isCounted = heard.total !== null || heard.categories.length > 0;
  const counts = isCounted ? say.counted : say.uncounted;
  return [since(say.raisedSince, say.raised), counts, ...first].join(' ');
}

/** What residents and police chose to come first. */
export const isPriority = ({ kind, result }: MeetingTold['decisions'][number]): boolean =>
  kind === 'priority' && (result === 'agreed' || result === 'agreed_with_reservation');

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

function longDay(language: Drafted, day: string): string {
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}
