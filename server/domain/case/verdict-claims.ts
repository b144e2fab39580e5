/**
 * Whether reworded text claims more than the numbers carry. Two rules, the first for every language: while the interval
 * includes zero, both ends of it have to stand in the text. The second reads English: a part of a sentence that says
 * something got less, worked or succeeded needs a word that takes it back.
 */
import type { Reading } from './verdict.ts';

export interface Claim {
  readonly code: 'interval_left_out' | 'claims_success';
  /** What to do about it. */
  readonly text: string;
}

const SUCCESS =
  /\b(work(?:s|ed)|success(?:es|ful|fully)?|succeed(?:s|ed)?|effective(?:ly)?|solved?|prevent(?:s|ed)?|reduc(?:e|es|ed|tion|tions)|fewer|less|fell|fall(?:s|en)?|drop(?:s|ped)?|decreas(?:e|es|ed)|declin(?:e|es|ed)|lower(?:ed)?|improv(?:e|es|ed|ement|ements)|safer|better|cut|halved|achiev(?:e|es|ed)|prove[ds]?|proven)\b/i;
const TAKEN_BACK =
  /\b(not|no|nor|neither|never|cannot|can['’]t|couldn['’]t|did ?n['’]t|does ?n['’]t|is ?n['’]t|was ?n['’]t|whether|unclear|uncertain|unknown|unproven|may|might|impossible|too few)\b/i;
/** Look like taking back and do not. */
const EMPHASIS =
  /\b(no doubt|without (?:any |a )?doubt|no question|not only|not just|no less than|none the less|nonetheless|nothing but)\b/gi;
/** A range that reaches both ways claims nothing. */
const BOTH_WAYS = /\b\d+\s+(?:fewer|less)\s+(?:and|to|or)\s+\d+\s+more\b/gi;
const SENTENCES = /[.!?;\n]+/;
/** Reading on past such a word, what follows stands for itself. */
const TURNS = /,|\s(?:but|yet|however|although|though|still|and|because|so)\s/i;

/** What has to be reworded; empty when the text may stand. */
export function overclaims(text: string, reading: Reading): Claim[] {
  if (reading.outcome === 'fewer') return [];
  const found: Claim[] = [];
  if (reading.outcome === 'not_certain' && reading.exactP === null && !holdsInterval(text, reading))
    found.push({
      code: 'interval_left_out',
      text: `The interval includes zero, so both its ends have to stay in the text: ${Math.abs(reading.lower)} and ${Math.abs(reading.upper)}.`,
    });
  const at = text.split(SENTENCES).findIndex((sentence) => claims(sentence, reading));
  if (at >= 0)
    found.push({
      code: 'claims_success',
      text: `${BECAUSE[reading.outcome]} Reword sentence ${at + 1}, which says that it worked.`,
    });
  return found;
}

function claims(sentence: string, reading: Reading): boolean {
  // What the streets around had less may be said when it is so.
  if (reading.movement === 'diffused' && /\baround\b/i.test(sentence)) return false;
  const plain = sentence.replace(BOTH_WAYS, '').replace(EMPHASIS, '');
  if (TAKEN_BACK.test(plain.split(TURNS)[0] ?? '') && /\bwhether\b/i.test(plain)) return false;
  return plain.split(TURNS).some((part) => SUCCESS.test(part) && !TAKEN_BACK.test(part));
}

const BECAUSE: Readonly<Record<Exclude<Reading['outcome'], 'fewer'>, string>> = {
  not_certain: 'The interval includes zero, so no success can be claimed.',
  too_few: 'There are too few incidents to say, so no success can be claimed.',
  not_delivered: 'Less than 60 % of the response was delivered, so no success can be claimed.',
  more: 'There were more than expected, so no success can be claimed.',
};

function holdsInterval(text: string, { lower, upper }: Reading): boolean {
  const written = western(text).match(/\d+(?:[ \u00a0\u202f,.’']\d{3})*/g) ?? [];
  const numbers = new Set(written.map((found) => Number(found.replace(/\D/g, ''))));
  return [lower, upper].every((end) => end === 0 || numbers.has(Math.abs(end)));
}

/** Digits of every script as those of ours. */
function western(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}
