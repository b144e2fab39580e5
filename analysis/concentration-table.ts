/**
 * Question: which few places have most of the incidents?
 * Method: places in the order of their incidents with running shares (the "80/20" table), the fewest places that hold a
 * quarter, half and 80 %; beside these the law of crime concentration as a ruler: half of the crime of large cities
 * lies on 2.1 to 6.0 % of their street segments, a quarter on 0.4 to 1.6 % (Weisburd 2015, doi:10.1111/1745-9125.12070).
 *
 * Assumptions: every place is in the list, also those without incidents. The ruler was made for street segments in a
 * year of all crime; for other places it is a curiosity.
 * Not to conclude: that 20 % of the places always have 80 %: with few incidents any map looks concentrated (see the
 * generalised Gini in `concentration.ts`).
 */
import { valuesAt } from './values-at.ts';
import type { Warning } from './warning.ts';

/** Shares of incidents whose places are counted. */
export const CONCENTRATION_SHARES = [0.25, 0.5, 0.8] as const;

/** Shares of street segments in other cities (Weisburd 2015). */
export const CONCENTRATION_RULER = [
  { incidents: 0.25, from: 0.004, to: 0.016 },
  { incidents: 0.5, from: 0.021, to: 0.06 },
] as const;

export interface ConcentrationTable {
  readonly n: number;
  readonly incidents: number;
  /** Places with incidents, most first; equal ones in the order of the list. */
  readonly places: Uint32Array;
  readonly counts: Float64Array;
  /** Of all incidents. */
  readonly share: Float64Array;
  readonly cumulativeShare: Float64Array;
  /** Of all places. */
  readonly cumulativePlaces: Float64Array;
  /** Incidents per unit of size (a kilometre of street, a km² of area); null without sizes. */
  readonly density: Float64Array | null;
  /** Fewest places that hold each of CONCENTRATION_SHARES. */
  readonly fewest: readonly { readonly incidents: number; readonly places: number; readonly share: number }[];
  /** Against CONCENTRATION_RULER: fewer places than in other cities is 'tighter'. Empty without incidents. */
  readonly ruler: readonly {
    readonly incidents: number;
    readonly share: number;
    readonly reading: 'tighter' | 'within' | 'looser';
  }[];
  /** no_incidents; fewer_incidents_than_places: only `value` incidents. */
  readonly warnings: readonly Warning[];
}

/** @param sizes length or area of each place, above 0. */
export function concentrationTable(counts: ArrayLike<number>, sizes?: ArrayLike<number>): ConcentrationTable {
  const n = counts.length;
  if (sizes && sizes.length !== n) throw new RangeError(`${n} counts need ${n} sizes, got ${sizes.length}`);
  const places = inOrder(counts);
  const held = valuesAt(counts, places);
  const incidents = held.reduce((sum, count) => sum + count, 0);
  const cumulative = new Float64Array(held.length);
  for (let i = 0, sum = 0; i < held.length; i++) cumulative[i] = sum += held[i];
  const fewest = (share: number) => {
    const wanted = share * incidents;
    const found = cumulative.findIndex((sum) => sum >= wanted * (1 - 1e-12)) + 1;
    return { incidents: share, places: found, share: found / n };
  };
  return {
    n,
    incidents,
    places,
    counts: held,
    share: held.map((count) => count / incidents),
    cumulativeShare: cumulative.map((sum) => sum / incidents),
    cumulativePlaces: held.map((_, i) => (i + 1) / n),
    density: sizes ? densities(places, held, sizes) : null,
    fewest: incidents > 0 ? CONCENTRATION_SHARES.map(fewest) : [],
    ruler:
      incidents > 0 ? CONCENTRATION_RULER.map((mark) => readRuler(mark, fewest(mark.incidents).share)) : [],
    warnings:
      incidents === 0
        ? [{ code: 'no_incidents', value: 0 }]
        : incidents < n
          ? [{ code: 'fewer_incidents_than_places', value: incidents }]
          : [],
  };
}

function inOrder(counts: ArrayLike<number>): Uint32Array {
  const places: number[] = [];
  let most = 0;
  let whole = true;
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place];
    if (!(count >= 0 && count < Infinity))
      throw new RangeError(`counts must be finite and not negative, got ${count}`);
    if (count > 0) places.push(place);
    if (count > most) most = count;
    if (!Number.isInteger(count)) whole = false;
  }
  if (whole && most < 4 * counts.length + 1024) return sortedByCounting(places, counts, most);
  return Uint32Array.from(places).sort((a, b) => counts[b] - counts[a] || a - b);
}

function sortedByCounting(places: readonly number[], counts: ArrayLike<number>, most: number): Uint32Array {
  // Where the places of each count begin, the largest first.
  const next = new Uint32Array(most + 2);
  for (const place of places) next[most - counts[place] + 1]++;
  for (let k = 0; k <= most; k++) next[k + 1] += next[k];
  const sorted = new Uint32Array(places.length);
  for (const place of places) sorted[next[most - counts[place]]++] = place;
  return sorted;
}

function densities(places: Uint32Array, counts: Float64Array, sizes: ArrayLike<number>): Float64Array {
  return counts.map((count, i) => {
    const size = sizes[places[i]];
    if (!(size > 0 && size < Infinity)) throw new RangeError(`sizes must be above 0, got ${size}`);
    return count / size;
  });
}

function readRuler(
  { incidents, from, to }: (typeof CONCENTRATION_RULER)[number],
  share: number,
): ConcentrationTable['ruler'][number] {
  return { incidents, share, reading: share < from ? 'tighter' : share > to ? 'looser' : 'within' };
}
