import type { IntlShape } from 'react-intl';
import type { GuestBallot, GuestMeeting } from './ask.ts';
import { type Said, said } from './language.ts';
import { VERDICT_WORDS, YES_NO_WORDS } from './words.ts';

/** By option: so many dots, or which rank; 1 where it is only chosen or not. */
export type Marks = Readonly<Record<string, number>>;

export interface Option {
  readonly id: string;
  readonly said: Said;
}

/** What is chosen from, in the words of this telephone. */
export function optionsOf(
  { kind, options }: Pick<GuestBallot, 'kind' | 'options'>,
  meeting: GuestMeeting,
  intl: IntlShape,
): Option[] {
  const words = kind === 'yes_no' ? YES_NO_WORDS : kind === 'verify' ? VERDICT_WORDS : null;
  if (words !== null)
    return Object.entries(words).map(([id, word]) => ({
      id,
      said: { text: intl.formatMessage(word), language: intl.locale },
    }));
  const first = meeting.languages[0] ?? 'en';
  return options.map(({ id, text, texts }) => ({
    id,
    said: said(text, texts, meeting.guest.language, first),
  }));
}
