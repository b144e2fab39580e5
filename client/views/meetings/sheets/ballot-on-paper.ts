import type { MessageDescriptor } from 'react-intl';
import type { Ballot, VoiceGroup } from '../../../api/phones.ts';
import { type Pen, writtenIn } from './pens.tsx';
import { SHEET_WORDS } from './sheet-words.ts';

/** Groups by the digit that stands for them on paper, in every language the same. */
export const GROUP_CODES: readonly { readonly id: VoiceGroup; readonly word: MessageDescriptor }[] = [
  { id: 'women', word: SHEET_WORDS.women },
  { id: 'men', word: SHEET_WORDS.men },
  { id: 'youth', word: SHEET_WORDS.youth },
  { id: 'older', word: SHEET_WORDS.older },
  { id: 'minority', word: SHEET_WORDS.minority },
  { id: 'other', word: SHEET_WORDS.other },
];

export interface PaperOption {
  readonly id: string;
  readonly text: (pen: Pen) => string;
}

const fixed = (words: Readonly<Record<string, MessageDescriptor>>): PaperOption[] =>
  Object.entries(words).map(([id, word]) => ({ id, text: ({ intl }) => intl.formatMessage(word) }));

/** What is chosen from, in the order of the numbers on paper. */
export function paperOptions({ kind, options }: Pick<Ballot, 'kind' | 'options'>): PaperOption[] {
  if (kind === 'yes_no')
    return fixed({ yes: SHEET_WORDS.voteYes, no: SHEET_WORDS.voteNo, abstain: SHEET_WORDS.voteAbstain });
  if (kind === 'verify') return fixed(VERDICTS);
  return options.map(({ id, text, texts }) => ({ id, text: (pen) => writtenIn(pen, texts, text) }));
}

/** What residents can say of a promise, in the order of the boxes. */
export const VERDICTS = {
  done: SHEET_WORDS.done,
  partly: SHEET_WORDS.partly,
  notDone: SHEET_WORDS.notDone,
  cannotSay: SHEET_WORDS.cannotSay,
} as const;

/** Counted by the hands of the groups: a promise too is counted so where it is not voted on. */
export const isByHands = ({ kind }: Pick<Ballot, 'kind'>): boolean => kind === 'hands';
