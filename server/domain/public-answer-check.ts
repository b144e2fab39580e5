/** What stands in the way of a public answer: what the guardian of the data is shown before the first key is turned. */
import { type FoundInText, type TextWarning, warningsIn } from './concern-text.ts';
import type { MeetingTold } from './meeting/told.ts';
import {
  ANSWER_FIELDS,
  type AnswerField,
  type AnswerRow,
  type AnswerWords,
  type LanguageTexts,
} from './public-answer.ts';

export const ANSWER_FAULTS = [
  'no_title',
  'nothing_said',
  'not_in_every_language',
  'nothing_verified',
  'not_verified',
  'claims_too_much',
  'words_without_consent',
  'not_released',
  'unknown_area',
  'over',
  'phone',
  'email',
  'protected',
  'place',
] as const;
export type AnswerFaultCode = (typeof ANSWER_FAULTS)[number];

/** It cannot go out with it. */
export interface AnswerFault {
  code: AnswerFaultCode;
  language: string | null;
  field: AnswerField | 'title' | 'promises' | 'decisions' | null;
  /** What is wrong and what to do, as a sentence. */
  detail: string;
}

/** It may be what it looks like, or not: somebody has to have read it. */
export interface AnswerDoubt {
  kind: 'name' | 'address';
  language: string | null;
  words: string;
}

/** All that the rules look at. */
export interface AnswerFacts {
  words: AnswerWords;
  rows: readonly AnswerRow[];
  /** Of a meeting, its decisions that are told. */
  decisions: MeetingTold['decisions'];
  concerns: readonly { id: string; summary: string; publishSummary: boolean }[];
  /** Of the publications it names, those that stand released. */
  released: readonly string[];
  areaIsThere: boolean;
  today: string;
  isProtected: (text: string) => boolean;
  /** What a text claims of the result that its numbers do not carry. */
  claimsOf: (text: string) => readonly string[];
}

/** Two numbers with decimals as maps write them. */
const COORDINATES = /-?\d{1,3}[.,]\d{4,}\s*°?\s*[NSEWnsew]?[\s,;/]+-?\d{1,3}[.,]\d{4,}/;
/** A number before or behind the name of a street. */
const ADDRESS =
  /\b\d{1,4}[a-z]?,?\s+(?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:Street|Road|Lane|Avenue|Close|Way|Drive|Square|Row|Court)\b|\b(?:[Rr]ue|[Cc]alle|[Aa]venue|[Ss]traße)\s+\p{L}[\p{L}\s'’-]{1,40}\s\d{1,4}\b|شارع\s+\p{L}+\s+\p{Nd}{1,4}/gu;

const BLOCKING: readonly Extract<TextWarning, AnswerFaultCode>[] = ['phone', 'email', 'protected'];
const TO_TAKE_OUT: Readonly<Record<(typeof BLOCKING)[number], string>> = {
  phone: 'A number to call stands in it. Take it out, or name the office instead.',
  email: 'An address of electronic mail stands in it. Take it out, or name the office instead.',
  protected: 'It holds words of what must not be published. Take them out.',
};

/** Fewer words than this are anybody's. */
const FEWEST_WORDS = 4;

export function faultsOf(facts: AnswerFacts): AnswerFault[] {
  const { words, areaIsThere, today } = facts;
  const whole = (code: AnswerFaultCode, detail: string): AnswerFault => ({
    code,
    language: null,
    field: null,
    detail,
  });
  const found = words.languages.flatMap((texts) => faultsIn(texts, facts));
  if (!areaIsThere)
    found.push(whole('unknown_area', 'The area is not there any more. Choose another, or none.'));
  if (words.validUntil !== null && words.validUntil < today)
    found.push(whole('over', 'The day until which it holds is over. Choose a later one, or none.'));
  const consenting = new Set(facts.concerns.flatMap((one) => (one.publishSummary ? [one.id] : [])));
  for (const { text } of facts.decisions)
    for (const kind of kindsIn(text, facts))
      found.push({
        code: kind,
        language: null,
        field: 'decisions',
        detail:
          'A decision holds a number to call, an address or words that must not be published. Leave it out.',
      });
  if (words.quotes.some((quote) => !consenting.has(quote)))
    found.push(
      whole(
        'words_without_consent',
        'A concern is quoted whose reporter did not agree that its words are published. Take the quotation out.',
      ),
    );
  if (words.publications.some((one) => !facts.released.includes(one)))
    found.push(
      whole('not_released', 'Figures are named that are not released, or were struck. Take them out.'),
    );
  return found;
}

function faultsIn(texts: LanguageTexts, facts: AnswerFacts): AnswerFault[] {
  const { language } = texts;
  const found: AnswerFault[] = [];
  const say = (code: AnswerFaultCode, field: AnswerFault['field'], detail: string) =>
    found.push({ code, language, field, detail });
  if (texts.title === '') say('no_title', 'title', 'It has no title yet.');
  if (texts.youSaid === '') say('nothing_said', 'youSaid', 'Nothing stands under “You said”.');
  for (const field of ANSWER_FIELDS)
    if (texts[field] === '' && facts.words.languages.some((other) => other[field] !== ''))
      say('not_in_every_language', field, 'Written in another language, and not in this one.');
  if (texts.weDid !== '' && !facts.rows.some(({ list }) => list === 'done'))
    say(
      'nothing_verified',
      'weDid',
      'Residents have verified nothing yet, so nothing can stand under “We did”. Say it under “Not yet”.',
    );
  if (facts.rows.some(({ list, text }) => list !== 'done' && holdsWords(texts.weDid, text)))
    say(
      'not_verified',
      'weDid',
      'The words of a promise stand under “We did” that residents have not verified. Only what is verified is called done.',
    );
  for (const detail of facts.claimsOf(texts.result)) say('claims_too_much', 'result', detail);
  for (const [field, text] of fieldsOf(texts)) {
    for (const kind of kindsIn(text, facts)) say(kind, field, TO_TAKE_OUT[kind]);
    if (COORDINATES.test(text))
      say('place', field, 'An exact position stands in it. Name the area or the street instead.');
    const silent = facts.concerns.find((one) => !one.publishSummary && holdsWords(text, one.summary));
    if (silent)
      say(
        'words_without_consent',
        field,
        'It holds the words of a concern whose reporter did not agree that they are published. Say it in other words.',
      );
  }
  return found;
}

/** Once each, of those that have to go. */
function kindsIn(text: string, { isProtected }: AnswerFacts) {
  // A position is said to be one, and not a number to call besides.
  const found = new Set(warningsIn(text.replace(COORDINATES, ''), isProtected).map(({ kind }) => kind));
  return BLOCKING.filter((kind) => found.has(kind));
}

function fieldsOf(texts: LanguageTexts): [AnswerFault['field'], string][] {
  const own = (['title', ...ANSWER_FIELDS] as const).map((field): [AnswerFault['field'], string] => [
    field,
    texts[field],
  ]);
  return [
    ...own,
    ['promises', texts.promises.map(({ text }) => text).join('\n')],
    ['decisions', texts.decisions.map(({ text }) => text).join('\n')],
  ];
}

/** Names and addresses, in what is written, in what the record says of the promises and in the words that are quoted. */
export function doubtsOf({ words, rows, decisions, concerns }: AnswerFacts): AnswerDoubt[] {
  const quoted = concerns.filter(({ id }) => words.quotes.includes(id)).map(({ summary }) => summary);
  const listed = rows.flatMap(({ text, organisation, reason }) => [text, organisation, reason]);
  const decided = decisions.map(({ text }) => text);
  const record = [...listed, ...decided, ...quoted].flatMap((text) => doubtsIn(text, null));
  const written = words.languages.flatMap((texts) =>
    fieldsOf(texts).flatMap(([, text]) => doubtsIn(text, texts.language)),
  );
  return [...written, ...record];
}

function doubtsIn(text: string, language: string | null): AnswerDoubt[] {
  const names = warningsIn(text, () => false).filter((one: FoundInText) => one.kind === 'name');
  const addresses = Array.from(text.matchAll(ADDRESS), ([words]) => words);
  return [
    ...names.map(({ from, to }): AnswerDoubt => ({ kind: 'name', language, words: text.slice(from, to) })),
    ...addresses.map((words): AnswerDoubt => ({ kind: 'address', language, words })),
  ];
}

/** The same words in the same order, whatever the case and the signs between them. */
function holdsWords(text: string, words: string): boolean {
  const wanted = plain(words);
  return wanted.split(' ').length >= FEWEST_WORDS && ` ${plain(text)} `.includes(` ${wanted} `);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
