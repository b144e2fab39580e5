/**
 * Question: which map would have been right about where incidents then happened?
 * Method: prediction accuracy index PAI = (hits / all incidents) / (area / all area) (Chainey, Tompson & Uhlig 2008,
 * doi:10.1057/palgrave.sj.8350066), prediction efficiency index PEI = hits / most hits possible on that area (Hunt 2016),
 * recapture rate RRI = predicted / observed. Cells are taken by predicted density; the last one in part, so that every
 * map is judged on the same share of the area. Cells that a map holds equal are taken with the fewest incidents first
 * (what the map surely finds), or, as an option, all alike (what it finds on average).
 *
 * Assumptions: the incidents judged with came after those the maps were made of.
 * Not to conclude: that the best map is good, or that it will win next time; indexes of different area shares do not
 * compare.
 */
import type { Warning } from './warning.ts';

export interface HitRateInput {
  /** Incidents of the period held out. */
  readonly observed: ArrayLike<number>;
  /** What the map said: counts, densities, scores; only their order matters, but for RRI. */
  readonly predicted: ArrayLike<number>;
  /** Area (or street length) of each cell, any unit; equal when left out. */
  readonly size?: ArrayLike<number>;
}

export interface HitRateOptions {
  /** Shares of the area, above 0 to 1. */
  readonly shares: readonly number[];
  readonly ties: 'fewest' | 'average';
  /** True when `predicted` are totals of each cell (counts), so that density is predicted / size and RRI means something. */
  readonly predictedIsCount: boolean;
}

/** Numbers up to a share of the area. Null without incidents or hits. */
export interface HitRateAt {
  readonly share: number;
  readonly hits: number;
  readonly pai: number | null;
  readonly pei: number | null;
  readonly rri: number | null;
  /** The limit ran through cells that the map holds equal. */
  readonly tiesCut: boolean;
}

export interface HitRate {
  readonly n: number;
  readonly incidents: number;
  /** Cells in the order they are taken. */
  readonly order: Uint32Array;
  readonly at: readonly HitRateAt[];
  /** After each cell of `order`. NaN where not defined. */
  readonly cumulative: {
    readonly share: Float64Array;
    readonly pai: Float64Array;
    readonly pei: Float64Array;
    readonly rri: Float64Array;
  };
  readonly parameters: HitRateOptions;
  /** no_incidents, few_incidents; ties_at_limit: at `value` shares the limit cuts through cells that the map holds equal. */
  readonly warnings: readonly Warning[];
}

export const HIT_RATE_FLOOR = 30;

export function hitRate(input: HitRateInput, options: HitRateOptions): HitRate {
  requireInput(input, options);
  const { observed, predicted } = input;
  const n = observed.length;
  const size = input.size ?? new Float64Array(n).fill(1);
  const score = options.predictedIsCount
    ? Float64Array.from(predicted, (value, i) => value / size[i])
    : Float64Array.from(predicted);
  const density = Float64Array.from(observed, (count, i) => count / size[i]);
  const order = orderBy(n, (a, b) => score[b] - score[a] || observed[a] - observed[b] || a - b);
  const curve = curveOf(order, input, size, options.ties === 'average' ? score : null);
  const best = curveOf(
    orderBy(n, (a, b) => density[b] - density[a] || a - b),
    input,
    size,
    null,
  );
  const incidents = best.hits[n];
  const judge = (share: number) => judgeAt(share, curve, best, options.predictedIsCount);
  const at = options.shares.map((share) => ({
    ...judge(share),
    tiesCut: cutsTie(order, score, curve, share),
  }));
  const cells = Array.from({ length: n }, (_, k) => judge(curve.area[k + 1] / curve.area[n]));
  const column = (name: 'pai' | 'pei' | 'rri') => Float64Array.from(cells, (cell) => cell[name] ?? NaN);
  const warnings: Warning[] = incidents === 0 ? [{ code: 'no_incidents', value: 0 }] : [];
  if (incidents > 0 && incidents < HIT_RATE_FLOOR) warnings.push({ code: 'few_incidents', value: incidents });
  const ties = at.filter(({ tiesCut }) => tiesCut).length;
  if (ties > 0) warnings.push({ code: 'ties_at_limit', value: ties });
  return {
    n,
    incidents,
    order,
    at,
    cumulative: {
      share: Float64Array.from(cells, ({ share }) => share),
      pai: column('pai'),
      pei: column('pei'),
      rri: column('rri'),
    },
    parameters: options,
    warnings,
  };
}

export interface Winner {
  readonly share: number;
  /** Index of the map with the most hits; null when the best two have as many. */
  readonly winner: number | null;
  /** Hits more than the next. */
  readonly margin: number;
  /** Hits of each map. */
  readonly hits: readonly number[];
}

/** The map with the most hits at each share. All maps must have been judged on the same incidents. */
export function winners(maps: readonly HitRate[]): Winner[] {
  if (maps.length < 2) throw new RangeError(`a comparison needs at least two maps, got ${maps.length}`);
  const [{ incidents, parameters }] = maps;
  for (const map of maps)
    if (map.incidents !== incidents || map.parameters.shares.join() !== parameters.shares.join())
      throw new RangeError(
        `maps must be judged on the same ${incidents} incidents and shares, got ${map.incidents}`,
      );
  return parameters.shares.map((share, k) => {
    const hits = maps.map(({ at }) => at[k].hits);
    const ranked = hits.toSorted((a, b) => b - a);
    const margin = ranked[0] - ranked[1];
    return { share, winner: margin > 1e-9 ? hits.indexOf(ranked[0]) : null, margin, hits };
  });
}

/** Running sums in the order taken, starting from 0. */
interface Curve {
  readonly area: Float64Array;
  readonly hits: Float64Array;
  readonly predicted: Float64Array;
}

/** Cells with equal values of `alike` share their hits evenly over their area. */
function curveOf(
  order: Uint32Array,
  input: HitRateInput,
  size: ArrayLike<number>,
  alike: Float64Array | null,
): Curve {
  const n = order.length;
  const area = new Float64Array(n + 1);
  const hits = new Float64Array(n + 1);
  const predicted = new Float64Array(n + 1);
  for (let k = 0; k < n; k++) {
    area[k + 1] = area[k] + size[order[k]];
    hits[k + 1] = hits[k] + input.observed[order[k]];
    predicted[k + 1] = predicted[k] + input.predicted[order[k]];
  }
  if (alike === null) return { area, hits, predicted };
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && alike[order[to]] === alike[order[from]]) to++;
    const slope = (hits[to] - hits[from]) / (area[to] - area[from]);
    for (let k = from + 1; k < to; k++) hits[k] = hits[from] + slope * (area[k] - area[from]);
    from = to;
  }
  return { area, hits, predicted };
}

function judgeAt(share: number, curve: Curve, best: Curve, isCount: boolean): Omit<HitRateAt, 'tiesCut'> {
  const n = curve.area.length - 1;
  const limit = share * curve.area[n];
  const hits = valueAt(curve.area, curve.hits, limit);
  const possible = valueAt(best.area, best.hits, limit);
  const all = curve.hits[n];
  return {
    share,
    hits,
    pai: all > 0 ? hits / all / share : null,
    pei: possible > 0 ? hits / possible : null,
    rri: isCount && hits > 0 ? valueAt(curve.area, curve.predicted, limit) / hits : null,
  };
}

/** Straight between the points of a running sum. */
function valueAt(area: Float64Array, sums: Float64Array, limit: number): number {
  const k = placeOf(area, limit);
  if (k + 1 >= area.length) return sums[area.length - 1];
  return sums[k] + ((limit - area[k]) / (area[k + 1] - area[k])) * (sums[k + 1] - sums[k]);
}

/** Last place that is not beyond the limit, but for rounding. */
function placeOf(area: Float64Array, limit: number): number {
  const slack = area[area.length - 1] * 1e-12;
  let low = 0;
  let high = area.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (area[middle] <= limit + slack) low = middle;
    else high = middle - 1;
  }
  return low;
}

function cutsTie(order: Uint32Array, score: Float64Array, { area }: Curve, share: number): boolean {
  const limit = share * area[area.length - 1];
  const k = placeOf(area, limit);
  if (k >= order.length) return false;
  const equal = (j: number) => j >= 0 && j < order.length && score[order[j]] === score[order[k]];
  const inside = limit - area[k] > area[area.length - 1] * 1e-12;
  return equal(k - 1) || (inside && equal(k + 1));
}

function orderBy(n: number, compare: (a: number, b: number) => number): Uint32Array {
  return Uint32Array.from({ length: n }, (_, i) => i).sort(compare);
}

function requireInput({ observed, predicted, size }: HitRateInput, { shares }: HitRateOptions): void {
  const n = observed.length;
  if (predicted.length !== n || (size !== undefined && size.length !== n))
    throw new RangeError(
      `${n} cells need as many predictions and sizes, got ${predicted.length}, ${size?.length}`,
    );
  for (let i = 0; i < n; i++) {
    if (!(observed[i] >= 0 && Number.isFinite(observed[i])))
      throw new RangeError(`incidents must not be negative, got ${observed[i]}`);
    if (!Number.isFinite(predicted[i]))
      throw new RangeError(`predictions must be numbers, got ${predicted[i]}`);
    if (size !== undefined && !(size[i] > 0 && Number.isFinite(size[i])))
      throw new RangeError(`sizes must be above 0, got ${size[i]}`);
  }
  for (const share of shares)
    if (!(share > 0 && share <= 1))
      throw new RangeError(`shares must be above 0 and at most 1, got ${share}`);
}
