/**
 * Question: how are the counts of many periods added up place by place in little time?
 * Method: as many counts as fit without a carry lie side by side in one number: a sum of such numbers holds the sums of
 * all of them (Lamport 1975, doi:10.1145/360933.360994). A float holds 53 bits exactly.
 *
 * Assumptions: no sum over places is more than that over all places.
 * Not to conclude: –
 */
const BITS = 53;

export interface PackedCounts {
  /** Numbers a row takes. */
  readonly words: number;
  /** Rows of counts, packed; the array is used again. */
  pack(table: Int32Array): Float64Array;
  /** Adds the rows of some places. */
  add(sum: Float64Array, rows: Float64Array, places: Uint16Array, from: number, to: number): void;
  unpack(sum: Float64Array, counts: Float64Array): void;
}

/** @param during sums over all places of each period; @param places how many rows. */
export function packedCounts(during: Float64Array, places: number): PackedCounts {
  const most = during.reduce((largest, one) => Math.max(largest, one), 1);
  const bits = Math.floor(Math.log2(most)) + 1;
  const each = Math.floor(BITS / bits);
  const periods = during.length;
  const words = Math.ceil(periods / each);
  const base = 2 ** bits;
  const packed = new Float64Array(places * words);
  return {
    words,
    pack(table) {
      for (let place = 0, at = 0; place < places; place++)
        for (let t = 0; t < periods; t += each) {
          let word = 0;
          for (let k = Math.min(periods, t + each) - 1; k >= t; k--)
            word = word * base + table[place * periods + k];
          packed[at++] = word;
        }
      return packed;
    },
    add(sum, rows, list, from, to) {
      let at = from;
      // Four rows at once: the sum is read and written a quarter as often.
      for (; at + 3 < to; at += 4) {
        const [a, b, c, d] = [
          list[at] * words,
          list[at + 1] * words,
          list[at + 2] * words,
          list[at + 3] * words,
        ];
        for (let w = 0; w < words; w++) sum[w] += rows[a + w] + rows[b + w] + rows[c + w] + rows[d + w];
      }
      for (; at < to; at++) {
        const row = list[at] * words;
        for (let w = 0; w < words; w++) sum[w] += rows[row + w];
      }
    },
    unpack(sum, counts) {
      const part = 1 / base;
      for (let w = 0, t = 0; w < words; w++) {
        let word = sum[w];
        for (const end = Math.min(periods, t + each); t < end; t++) {
          const rest = Math.floor(word * part);
          counts[t] = word - rest * base;
          word = rest;
        }
      }
    },
  };
}
