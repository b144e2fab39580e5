/**
 * Question: which incidents belong to a chain of near repeats?
 * Method: two incidents are linked when they are nearer than a distance and than a span of days, both half-open;
 * chains are the sets that links connect. For each incident the number of its links is compared with chance: given
 * how many of the other n - 1 are near it in space (S) and how many in time (T), the number near in both is
 * hypergeometric when dates do not depend on places: the test of Knox 1964 (doi:10.2307/2985220) asked of one
 * incident, as in pointpats.
 * p is one-sided, P(X ≥ links), q holds the false discovery rate over the incidents that could have a link.
 *
 * Assumptions: as for the near-repeat table; p of linked incidents depend on one another.
 * Not to conclude: that a chain is the work of one offender, or that its first incident started it.
 */
import { bandsOf } from './bands.ts';
import { hypergeometricAtLeast } from './distributions.ts';
import { falseDiscoveryRate } from './false-discovery.ts';
import { eachPair, type Metric } from './knox-pairs.ts';
import { bucketsOf, requirePoints } from './point-buckets.ts';
import type { PointSet } from './point-set.ts';
import type { Warning } from './warning.ts';

export interface LocalKnoxOptions {
  readonly metric: Metric;
  /** Linked incidents are nearer than this, metres. */
  readonly distance: number;
  /** Linked incidents are closer in time than this, days. */
  readonly days: number;
  /** Accepted chance of a false alarm, one-sided. */
  readonly level: number;
  readonly correction: 'fdr' | 'none';
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

/** One entry an incident unless said. */
export interface LocalKnox {
  readonly n: number;
  /** Pairs that are linked. */
  readonly pairs: number;
  /** Pairs expected to be: pairs near in space × pairs near in time / all pairs. */
  readonly expected: number;
  /** Others near in space; near in time; both. */
  readonly near: Uint32Array;
  readonly recent: Uint32Array;
  readonly links: Uint32Array;
  /** Links to incidents that happened earlier: 0 for the first of a chain. */
  readonly earlier: Uint32Array;
  /** NaN for an incident with nothing near it in space or in time. */
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** 1 where q is below the level. */
  readonly significant: Uint8Array;
  /** Chain of each incident, -1 for none. Chains are numbered by size, the largest first. */
  readonly chain: Int32Array;
  /** Incidents of chain c are members[chainStarts[c] .. chainStarts[c + 1]), by time. */
  readonly chainStarts: Uint32Array;
  readonly members: Uint32Array;
  readonly parameters: Required<Omit<LocalKnoxOptions, 'progress'>>;
  readonly warnings: Warning[];
}

/** Incidents between two reports of progress. */
const INCIDENTS_A_TURN = 512;

/** @param times moment of each incident in days from any origin. */
export function localKnox(points: PointSet, times: Float64Array, options: LocalKnoxOptions): LocalKnox {
  const { metric, distance, days, level, correction } = options;
  const { progress = () => {} } = options;
  const n = requireInput(points, times, options);
  const found = findLinks(points, times, options, (done) => progress(done / 2));
  const recent = nearInTime(times, days);
  progress(0.5);
  const p = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (i % INCIDENTS_A_TURN === 0) progress(0.5 + i / n / 2);
    p[i] =
      found.near[i] === 0 || recent[i] === 0
        ? NaN
        : hypergeometricAtLeast(found.links[i], n - 1, found.near[i], recent[i]);
  }
  const q = correction === 'fdr' ? falseDiscoveryRate(p) : p;
  progress(1);
  const sum = (values: Uint32Array) => values.reduce((total, value) => total + value, 0);
  return {
    n,
    pairs: sum(found.links) / 2,
    expected: n < 2 ? 0 : (sum(found.near) * sum(recent)) / 2 / (n * (n - 1)),
    near: found.near,
    recent,
    links: found.links,
    earlier: found.earlier,
    p,
    q,
    significant: Uint8Array.from(q, (value) => (value < level ? 1 : 0)),
    ...chainsOf(found.parents, times),
    parameters: { metric, distance, days, level, correction },
    warnings: n < 2 ? [{ code: 'fewer_than_two_incidents', value: n }] : [],
  };
}

function requireInput(
  points: PointSet,
  times: Float64Array,
  { distance, days, level }: LocalKnoxOptions,
): number {
  const n = requirePoints(points);
  if (times.length !== n) throw new RangeError(`${n} incidents need ${n} times, got ${times.length}`);
  for (const time of times)
    if (!Number.isFinite(time)) throw new RangeError(`times must be finite, got ${time}`);
  if (!(distance > 0 && Number.isFinite(distance)))
    throw new RangeError(`distance must be positive metres, got ${distance}`);
  if (!(days > 0 && Number.isFinite(days))) throw new RangeError(`days must be positive, got ${days}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  return n;
}

interface Links {
  readonly near: Uint32Array;
  readonly links: Uint32Array;
  readonly earlier: Uint32Array;
  /** Forest whose trees are the chains. */
  readonly parents: Uint32Array;
}

function findLinks(
  points: PointSet,
  times: Float64Array,
  options: LocalKnoxOptions,
  progress: (done: number) => void,
): Links {
  const n = times.length;
  const near = new Uint32Array(n);
  const links = new Uint32Array(n);
  const earlier = new Uint32Array(n);
  const parents = Uint32Array.from(times, (_, i) => i);
  const buckets = bucketsOf(points, options.distance);
  const { order } = buckets;
  const visit = (first: number, second: number) => {
    const i = order[first];
    const j = order[second];
    near[i]++;
    near[j]++;
    const later = times[i] - times[j];
    if (Math.abs(later) >= options.days) return;
    links[i]++;
    links[j]++;
    if (later > 0) earlier[i]++;
    else if (later < 0) earlier[j]++;
    join(parents, i, j);
  };
  eachPair(buckets, bandsOf([0, options.distance], 'space'), options.metric, visit, progress);
  return { near, links, earlier, parents };
}

/** Others closer in time than `days`, from two pointers over the sorted times. */
function nearInTime(times: Float64Array, days: number): Uint32Array {
  const order = byTime(times);
  const counts = new Uint32Array(times.length);
  for (let k = 0, from = 0, to = 0; k < order.length; k++) {
    const time = times[order[k]];
    while (time - times[order[from]] >= days) from++;
    while (to < order.length && times[order[to]] - time < days) to++;
    counts[order[k]] = to - from - 1;
  }
  return counts;
}

function byTime(times: Float64Array): Uint32Array {
  return Uint32Array.from(times, (_, i) => i).sort((a, b) => times[a] - times[b] || a - b);
}

/** The smaller number stays the root, so that roots do not depend on the order of the links. */
function join(parents: Uint32Array, i: number, j: number): void {
  const a = rootOf(parents, i);
  const b = rootOf(parents, j);
  if (a < b) parents[b] = a;
  else parents[a] = b;
}

function rootOf(parents: Uint32Array, i: number): number {
  let at = i;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]];
    at = parents[at];
  }
  return at;
}

/** Chains of two and more, the largest first, of equal ones the one that began first. */
function chainsOf(
  parents: Uint32Array,
  times: Float64Array,
): Pick<LocalKnox, 'chain' | 'chainStarts' | 'members'> {
  const lists = new Map<number, number[]>();
  for (const i of byTime(times)) {
    const root = rootOf(parents, i);
    const list = lists.get(root);
    if (list === undefined) lists.set(root, [i]);
    else list.push(i);
  }
  // The map holds them in the order in which they began, and sorting keeps it.
  const chains = [...lists.values()].filter((list) => list.length > 1).sort((a, b) => b.length - a.length);
  const chain = new Int32Array(times.length).fill(-1);
  const chainStarts = new Uint32Array(chains.length + 1);
  chains.forEach((list, c) => {
    for (const i of list) chain[i] = c;
    chainStarts[c + 1] = chainStarts[c] + list.length;
  });
  return { chain, chainStarts, members: Uint32Array.from(chains.flat()) };
}
