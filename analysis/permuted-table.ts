/**
 * Question: how would the incidents of each place be spread over the periods if the periods were dealt anew?
 * Method: a table of places and periods with both its sums held (Patefield 1981, doi:10.2307/2346669, draws from the
 * same distribution). Places with many incidents have their row drawn from the multivariate hypergeometric
 * distribution, period after period; of the others the periods are dealt one by one (Fisher & Yates). Which of the two
 * is less work is all that parts them: the order of the places does not matter to the distribution.
 *
 * Assumptions: as the space–time permutation scan.
 * Not to conclude: –
 */
import { hypergeometricDraws } from './count-draws.ts';
import type { Random } from './random.ts';

/** One table after the other, place by place; the array is used again. */
export type NextTable = () => Int32Array;

/** Incidents of a period at which one draw for all of them is less work than dealing each. */
export const DRAWN_TOGETHER = 12;

/** @param own incidents of each place; @param during incidents of each period: both have the same sum. */
export function permutedTables(own: Float64Array, during: Float64Array, random: Random): NextTable {
  const periods = during.length;
  const table = new Int32Array(own.length * periods);
  const isMany = (place: number) => own[place] >= DRAWN_TOGETHER * periods;
  const many = Uint32Array.from(own.keys()).filter(isMany);
  const few = Uint32Array.from(own.keys()).filter((place) => !isMany(place));
  const left = new Float64Array(periods);
  const drawRows = many.length > 0 ? rowDraws(many, own, table, left, random) : () => {};
  const deal = dealing(few, own, table, left, random);
  return () => {
    left.set(during);
    drawRows();
    deal();
    return table;
  };
}

/** Draws the rows of these places out of what is left of each period. */
function rowDraws(
  places: Uint32Array,
  own: Float64Array,
  table: Int32Array,
  left: Float64Array,
  random: Random,
): () => void {
  const periods = left.length;
  const total = own.reduce((sum, one) => sum + one, 0);
  const draw = hypergeometricDraws(total, random);
  return () => {
    let all = total;
    for (const place of places) {
      let pool = all;
      let drawn = own[place];
      for (let t = 0; t < periods; t++) {
        const count = draw(pool, left[t], drawn);
        pool -= left[t];
        left[t] -= count;
        drawn -= count;
        table[place * periods + t] = count;
      }
      all -= own[place];
    }
  };
}

/** Deals what is left of the periods to the incidents of these places. */
function dealing(
  places: Uint32Array,
  own: Float64Array,
  table: Int32Array,
  left: Float64Array,
  random: Random,
): () => void {
  const periods = left.length;
  const total = places.reduce((sum, place) => sum + own[place], 0);
  const labels = periods > 65_536 ? new Uint32Array(total) : new Uint16Array(total);
  return () => {
    for (let t = 0, k = 0; t < periods; k += left[t], t++) labels.fill(t, k, k + left[t]);
    let at = 0;
    for (const place of places) {
      const row = place * periods;
      table.fill(0, row, row + periods);
      for (const end = at + own[place]; at < end; at++) {
        const other = at + random.integer(total - at);
        const label = labels[other];
        // What was dealt is not looked at again, so only the other place is written.
        labels[other] = labels[at];
        table[row + label]++;
      }
    }
  };
}
