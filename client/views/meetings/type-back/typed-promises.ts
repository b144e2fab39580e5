import type { Commitment, NewVerification } from '../../../api/commitments.ts';
import {
  NO_TALLY,
  saidBy,
  sumOf,
  type Tally,
  type TallyByGroup,
  type TallyGroup,
} from '../../../tally-by-group.ts';
import { outcomeOf, VERDICTS } from '../../../verdict-words.ts';
import { GROUP_CODES } from '../sheets/ballot-on-paper.ts';
import type { Cells } from './sheet-draft.ts';
import { figureIn } from './typed-figure.ts';

export interface TypedPromise {
  readonly promise: Commitment;
  readonly byGroup: TallyByGroup;
  readonly sum: Tally;
  readonly outcome: ReturnType<typeof outcomeOf>;
  /** The group whose numbers cannot be read. */
  readonly badGroups: readonly TallyGroup[];
  readonly isEmpty: boolean;
}

/** One row a group of a promise. */
export const promiseRow = (promiseId: string, group: TallyGroup): string => `${promiseId} ${group}`;

export function typedPromise(promise: Commitment, cells: Cells): TypedPromise {
  const read = GROUP_CODES.map(({ id }) => {
    const of = cells[promiseRow(promise.id, id)] ?? {};
    const counts = VERDICTS.map((verdict) => [verdict, figureIn(of[verdict]) ?? 0] as const);
    return { group: id, counts, isBad: counts.some(([, count]) => Number.isNaN(count)) };
  });
  const byGroup = saidBy(
    Object.fromEntries(
      read
        .filter(({ isBad }) => !isBad)
        .map(({ group, counts }) => [group, { ...NO_TALLY, ...Object.fromEntries(counts) }]),
    ),
  );
  const sum = sumOf(byGroup);
  const badGroups = read.filter(({ isBad }) => isBad).map(({ group }) => group);
  const isEmpty = badGroups.length === 0 && Object.keys(byGroup).length === 0;
  return { promise, byGroup, sum, outcome: outcomeOf(sum), badGroups, isEmpty };
}

/** What is recorded of it; null while that cannot be said. */
export function verificationOf(
  { byGroup, sum, outcome, badGroups }: TypedPromise,
  meetingId: string,
  newDueOn: string,
): NewVerification | null {
  if (badGroups.length > 0 || outcome === null) return null;
  if (outcome !== 'verified' && newDueOn === '') return null;
  return {
    basis: 'meeting',
    meetingId,
    ...sum,
    byGroup,
    newDueOn: outcome === 'verified' ? null : newDueOn,
  };
}
