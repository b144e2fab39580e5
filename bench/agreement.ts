/** How two answers agree: in words short enough for a table, and whether that is near enough. */
import type { Agreement, Peer } from './contest.ts';

type Agree = Peer['agree'];

/** Of the largest value: what sums in another order and other series of the same function leave. */
const ROUNDING = 1e-8;

/** The same numbers but for rounding. */
export function close(...names: string[]): Agree {
  return within(ROUNDING, ...names);
}

/** The largest difference of a column against its largest value; NaN must meet NaN. */
export function within(tolerance: number, ...names: string[]): Agree {
  return (ours, theirs) =>
    together(names.map((name) => labelled(name, distance(ours[name], theirs[name], tolerance))));
}

function labelled(name: string, { words, holds }: Agreement): Agreement {
  return { words: `${name}: ${words}`, holds };
}

function distance(ours: ArrayLike<number>, theirs: ArrayLike<number>, tolerance: number): Agreement {
  if (ours.length !== theirs.length)
    return { words: `${ours.length} values against ${theirs.length}`, holds: false };
  let most = 0;
  let apart = 0;
  let lost = 0;
  for (let i = 0; i < ours.length; i++) {
    if (Number.isNaN(ours[i]) !== Number.isNaN(theirs[i])) lost++;
    if (Number.isNaN(ours[i]) || Number.isNaN(theirs[i]) || ours[i] === theirs[i]) continue;
    most = Math.max(most, Math.abs(ours[i]));
    apart = Math.max(apart, Math.abs(ours[i] - theirs[i]));
  }
  const missing = lost > 0 ? `, ${lost} defined in one alone` : '';
  const share = apart / Math.max(most, largest(ours));
  return {
    words: `${apart === 0 ? 'equal' : `within ${share.toExponential(0)}`}${missing}`,
    holds: lost === 0 && (apart === 0 || share <= tolerance),
  };
}

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++)
    if (Number.isFinite(values[i])) most = Math.max(most, Math.abs(values[i]));
  return most;
}

/** Entries of a column are the same, every one. */
export function same(name: string, what: string): Agree {
  return ({ [name]: ours }, { [name]: theirs }) => {
    if (ours.length !== theirs.length)
      return { words: `${ours.length} ${what} against ${theirs.length}`, holds: false };
    let equal = 0;
    for (let i = 0; i < ours.length; i++) if (ours[i] === theirs[i]) equal++;
    const holds = equal === ours.length;
    return { words: holds ? `all ${what} equal` : `${equal} of ${ours.length} ${what} equal`, holds };
  };
}

/** Standard errors by which two chances found by other draws may lie apart, the farthest of many thousands. */
const FARTHEST = 6;

/**
 * Middle and largest distance of chances found by other draws.
 * @param sides 2 for two-sided chances, which are twice a share of the draws.
 */
export function alike(name: string, permutations: number, sides: 1 | 2 = 1): Agree {
  return ({ [name]: ours }, { [name]: theirs }) => {
    const apart = apartOf(ours, theirs).map(Math.abs).sort();
    const most = apart[apart.length - 1] ?? NaN;
    return {
      words: `${name}: other draws, median apart ${middle(apart).toFixed(3)}, most ${most.toFixed(3)}`,
      holds: most <= sides * FARTHEST * errorOf(permutations),
    };
  };
}

/** As `alike`, of one who counts half of the draws that equal what was seen where we count all: ours is not lower. */
export function cautious(name: string, permutations: number, sides: 1 | 2 = 1): Agree {
  return ({ [name]: ours }, { [name]: theirs }) => {
    const apart = apartOf(ours, theirs).sort();
    const lowest = apart[0] ?? NaN;
    return {
      words: `${name}: other draws, ties whole against half, ours higher by ${middle(apart).toFixed(3)} (median), lower by ${Math.max(0, -lowest).toFixed(3)} at most`,
      holds: lowest >= -sides * FARTHEST * errorOf(permutations),
    };
  };
}

/** Of the difference of two shares of so many draws, where it is largest. */
function errorOf(permutations: number): number {
  return Math.sqrt(0.5 / (permutations + 1));
}

function apartOf(ours: ArrayLike<number>, theirs: ArrayLike<number>): Float64Array {
  return Float64Array.from(ours, (value, i) => value - theirs[i]).filter((value) => !Number.isNaN(value));
}

function middle(sorted: Float64Array): number {
  return sorted[sorted.length >> 1] ?? NaN;
}

/** An incident at the edge of two clusters belongs to whichever found it first. */
const ON_EDGES = 0.005;

/** Labels of clusters (below 0: none), whatever their numbers. */
export function partition(name: string): Agree {
  return ({ [name]: ours }, { [name]: theirs }) => {
    const mates = new Map<number, Map<number, number>>();
    for (let i = 0; i < ours.length; i++) {
      const row = mates.get(ours[i]) ?? new Map<number, number>();
      mates.set(ours[i], row.set(theirs[i], (row.get(theirs[i]) ?? 0) + 1));
    }
    let shared = 0;
    for (const [label, row] of mates)
      shared +=
        label < 0
          ? (row.get(-1) ?? 0)
          : Math.max(0, ...[...row].map(([their, size]) => (their < 0 ? 0 : size)));
    const clusters = (labels: ArrayLike<number>) =>
      new Set(Array.from(labels).filter((label) => label >= 0)).size;
    const [own, other, elsewhere] = [clusters(ours), clusters(theirs), ours.length - shared];
    return {
      words: `${own} and ${other} clusters, ${elsewhere} incidents elsewhere`,
      holds: own === other && elsewhere <= ON_EDGES * ours.length,
    };
  };
}

/** Nothing to compare, and why. */
export function incomparable(words: string): Agree {
  return () => ({ words, holds: null });
}

export function all(...some: Agree[]): Agree {
  return (ours, theirs) => together(some.map((one) => one(ours, theirs)));
}

function together(some: readonly Agreement[]): Agreement {
  const judged = some.filter(({ holds }) => holds !== null);
  return {
    words: some.map(({ words }) => words).join('; '),
    holds: judged.length === 0 ? null : judged.every(({ holds }) => holds === true),
  };
}
