import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { CommitmentState, Verdict } from './api/commitments.ts';

export const VERDICT_WORDS: Record<Verdict, MessageDescriptor> = defineMessages({
  done: { id: 'verdict.done', defaultMessage: 'Done' },
  partly: { id: 'verdict.partly', defaultMessage: 'Partly' },
  notDone: { id: 'verdict.not-done', defaultMessage: 'Not done' },
  cannotSay: { id: 'verdict.cannot-say', defaultMessage: 'Cannot say' },
});

export const VERDICTS = ['done', 'partly', 'notDone', 'cannotSay'] as const satisfies readonly Verdict[];

/** What a tally will come to, said before it is recorded; the server decides by the same rule. */
export function outcomeOf({
  done,
  partly,
  notDone,
}: Record<Verdict, number>): Extract<
  CommitmentState,
  'verified' | 'partly_verified' | 'not_verified'
> | null {
  const said = done + partly + notDone;
  if (said === 0) return null;
  if (2 * done > said) return 'verified';
  return 2 * notDone > said ? 'not_verified' : 'partly_verified';
}
