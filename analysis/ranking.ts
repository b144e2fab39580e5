/**
 * Question: what matters most to the people in the room, and do groups of them differ?
 * Method: dots on a wall: share of each option in the dots of a group with the Wilson interval (Wilson 1927,
 * doi:10.1080/01621459.1927.10502953); ranked lists: Borda count (Borda 1781), options that a list holds equal or leaves
 * out share their points. Groups are laid side by side; the first three are compared as sets.
 *
 * Assumptions: everybody has as many dots. Several dots of one person are not independent, so intervals are too narrow.
 * Not to conclude: what residents think: these are the people who came. Differences between groups are shown, never
 * averaged away; no test is made.
 */
import { ANSWERS_FLOOR, type Share, wilson } from './proportions.ts';
import type { Warning } from './warning.ts';

export interface DotVotes {
  /** Dots of the group. */
  readonly n: number;
  /** Share of each option; empty when the group is too small to be shown. */
  readonly shares: readonly Share[];
  readonly places: readonly number[];
  readonly shown: boolean;
  /** too_few_dots: only `value`. */
  readonly warnings: readonly Warning[];
}

/** Dots of each option, group by group. */
export function dotVotes(
  groups: readonly ArrayLike<number>[],
  options: { readonly level: number },
): DotVotes[] {
  return groups.map((dots) => {
    const n = Array.from(dots).reduce((sum, count) => sum + count, 0);
    const shares = Array.from(dots, (count) => wilson(count, n, options)).filter((share) => share !== null);
    const shown = n >= ANSWERS_FLOOR;
    return {
      n,
      shares: shown ? shares : [],
      places: shown ? placesOf(dots) : [],
      shown,
      warnings: shown ? [] : [{ code: 'too_few_dots', value: n }],
    };
  });
}

/** One list: the rank of each option from 1 on, equal ranks allowed, 0 for left out. */
export type Ballot = ArrayLike<number>;

export interface Borda {
  /** Lists. */
  readonly n: number;
  /** The first of m options gets m - 1 points, the last 0. */
  readonly points: Float64Array;
  /** Points over the most possible. */
  readonly share: Float64Array;
  /** From 1 on; equal points share the place. */
  readonly places: readonly number[];
}

export function bordaCount(ballots: readonly Ballot[], options: number): Borda {
  if (!Number.isSafeInteger(options) || options < 2)
    throw new RangeError(`a ranking needs at least two options, got ${options}`);
  const points = new Float64Array(options);
  for (const ballot of ballots) {
    requireBallot(ballot, options);
    for (let option = 0; option < options; option++) points[option] += pointsOf(ballot, option);
  }
  const most = ballots.length * (options - 1);
  return {
    n: ballots.length,
    points,
    share: points.map((sum) => (most > 0 ? sum / most : 0)),
    places: placesOf(points),
  };
}

export interface TopDifference {
  readonly both: readonly number[];
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
}

/** The first places of two groups as sets of options. Who shares the last place is in. */
export function topDifference(first: readonly number[], second: readonly number[], top = 3): TopDifference {
  if (first.length !== second.length)
    throw new RangeError(`both groups must rank the same options, got ${first.length} and ${second.length}`);
  const inTop = (places: readonly number[]) =>
    places.flatMap((place, option) => (place <= top ? [option] : []));
  const [a, b] = [inTop(first), inTop(second)];
  return {
    both: a.filter((option) => b.includes(option)),
    onlyFirst: a.filter((option) => !b.includes(option)),
    onlySecond: b.filter((option) => !a.includes(option)),
  };
}

/** Place of each value, 1 for the most; equal values share the best place they take. */
export function placesOf(values: ArrayLike<number>): number[] {
  const list = Array.from(values);
  return list.map((value) => 1 + list.filter((other) => other > value).length);
}

/** Options ranked below count whole, those held equal half. */
function pointsOf(ballot: Ballot, option: number): number {
  const rank = (other: number) => ballot[other] || Infinity;
  let points = 0;
  for (let other = 0; other < ballot.length; other++) {
    if (other === option) continue;
    if (rank(other) > rank(option)) points++;
    else if (rank(other) === rank(option)) points += 0.5;
  }
  return points;
}

function requireBallot(ballot: Ballot, options: number): void {
  if (ballot.length !== options)
    throw new RangeError(`a list must have an entry for all ${options} options, got ${ballot.length}`);
  for (let option = 0; option < options; option++)
    if (!Number.isSafeInteger(ballot[option]) || ballot[option] < 0)
      throw new RangeError(`ranks must be whole numbers from 0 on, got ${ballot[option]}`);
}
