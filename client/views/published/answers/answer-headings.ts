/**
 * What stands above the parts of an answer, in the language of the answer: it is read aloud and hung up by itself, away
 * from the workbench and its language.
 */
export interface AnswerHeadings {
  youSaid: string;
  weDid: string;
  result: string;
  notYet: string;
  whyNot: string;
  thanks: string;
  /** "Verified by residents on {day}". */
  verified: string;
  due: string;
  newDay: string;
  quotes: string;
  figures: string;
  meeting: string;
  released: string;
  until: string;
  /** Of a meeting: what was raised since "{day}", or up to it where there was none before. */
  raisedSince: string;
  raisedUpTo: string;
  other: string;
  first: string;
  decided: string;
  withReservation: string;
  notAgreed: string;
  deferred: string;
  next: string;
  nextAt: string;
}

const ENGLISH: AnswerHeadings = {
  youSaid: 'You said',
  weDid: 'We did',
  result: 'What came of it',
  notYet: 'Not yet',
  whyNot: 'Why not',
  thanks: 'Thank you',
  verified: 'Verified by residents on {day}',
  due: 'Promised for {day}',
  newDay: 'Promised for {first}, now for {day}',
  quotes: 'In your words',
  figures: 'The figures behind it',
  meeting: 'Meeting of {day}',
  released: 'Published on {day}',
  until: 'Holds until {day}',
  raisedSince: 'Raised since the meeting of {day}',
  raisedUpTo: 'Raised up to {day}',
  other: 'Other',
  first: 'Chosen to come first',
  decided: 'What was decided',
  withReservation: 'agreed, with a reservation',
  notAgreed: 'not agreed',
  deferred: 'put off',
  next: 'We meet again',
  nextAt: '{day}, {time}',
};

const HEADINGS: Readonly<Record<string, AnswerHeadings>> = {
  en: ENGLISH,
  ar: {
    youSaid: 'قلتم',
    weDid: 'فعلنا',
    result: 'ما النتيجة',
    notYet: 'ليس بعد',
    whyNot: 'لماذا لم يتم',
    thanks: 'شكرًا لكم',
    verified: 'أكّده السكان في {day}',
    due: 'الموعد: {day}',
    newDay: 'كان الموعد {first} وأصبح {day}',
    quotes: 'بكلماتكم',
    figures: 'الأرقام وراء ذلك',
    meeting: 'اجتماع {day}',
    released: 'نُشر في {day}',
    until: 'يسري حتى {day}',
    raisedSince: 'ما طُرح منذ اجتماع {day}',
    raisedUpTo: 'ما طُرح حتى {day}',
    other: 'غير ذلك',
    first: 'ما اختير ليأتي أولًا',
    decided: 'ما تقرر',
    withReservation: 'اتُّفق عليه مع تحفظ',
    notAgreed: 'لم يُتفق عليه',
    deferred: 'أُجِّل',
    next: 'نلتقي من جديد',
    nextAt: '{day}، {time}',
  },
  fr: {
    youSaid: 'Vous avez dit',
    weDid: 'Nous avons fait',
    result: 'Ce qui en est résulté',
    notYet: 'Pas encore',
    whyNot: 'Pourquoi pas',
    thanks: 'Merci',
    verified: 'Vérifié par les habitants le {day}',
    due: 'Promis pour le {day}',
    newDay: 'Promis pour le {first}, désormais pour le {day}',
    quotes: 'Avec vos mots',
    figures: 'Les chiffres à l’appui',
    meeting: 'Réunion du {day}',
    released: 'Publié le {day}',
    until: 'Valable jusqu’au {day}',
    raisedSince: 'Signalé depuis la réunion du {day}',
    raisedUpTo: 'Signalé jusqu’au {day}',
    other: 'Autre',
    first: 'Choisi pour passer en premier',
    decided: 'Ce qui a été décidé',
    withReservation: 'accepté, avec une réserve',
    notAgreed: 'non accepté',
    deferred: 'reporté',
    next: 'Prochaine réunion',
    nextAt: '{day}, {time}',
  },
  es: {
    youSaid: 'Ustedes dijeron',
    weDid: 'Hicimos',
    result: 'Qué resultó',
    notYet: 'Todavía no',
    whyNot: 'Por qué no',
    thanks: 'Gracias',
    verified: 'Verificado por los vecinos el {day}',
    due: 'Prometido para el {day}',
    newDay: 'Prometido para el {first}, ahora para el {day}',
    quotes: 'En sus palabras',
    figures: 'Las cifras',
    meeting: 'Reunión del {day}',
    released: 'Publicado el {day}',
    until: 'Vale hasta el {day}',
    raisedSince: 'Planteado desde la reunión del {day}',
    raisedUpTo: 'Planteado hasta el {day}',
    other: 'Otros',
    first: 'Elegido para ir primero',
    decided: 'Qué se decidió',
    withReservation: 'acordado, con una reserva',
    notAgreed: 'no acordado',
    deferred: 'aplazado',
    next: 'Próxima reunión',
    nextAt: '{day}, {time}',
  },
};

/** Of a language that has none of its own, the English ones. */
export function headingsIn(language: string): AnswerHeadings {
  return HEADINGS[language.slice(0, 2)] ?? ENGLISH;
}

/** A heading with its days put in. */
export function withDays(text: string, days: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => days[name] ?? '');
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'ar',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** A day as it was written, or an instant as a day, as this language writes days; figures as they stand in the texts. */
export function dayIn(language: string, at: string): string {
  const isDay = at.length === 10;
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
    dateStyle: 'long',
    ...(isDay && { timeZone: 'UTC' }),
  }).format(new Date(at));
}

/** What a language calls itself. */
export function languageName(language: string): string {
  const name =
    new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
