/**
 * Question: what is the k-th smallest value, a quantile?
 * Method: quickselect (Hoare 1961, doi:10.1145/366622.366647), of many values only in the slice of the range that
 * holds the rank; quantiles of type 7, as R and NumPy default to
 * (Hyndman & Fan 1996, doi:10.2307/2684934).
 *
 * Assumptions: finite values.
 * Not to conclude: –
 */

/** Quantiles for shares in [0, 1]. The values are not changed. */
export function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('quantiles need at least one value, got 0');
  const slices = sliceByValue(values);
  return shares.map((share) => {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be between 0 and 1, got ${share}`);
    const place = share * (values.length - 1);
    const k = Math.floor(place);
    const low = kthSmallest(values, slices, k);
    if (place === k) return low;
    return low + (place - k) * (kthSmallest(values, slices, k + 1) - low);
  });
}

interface Slices {
  readonly sliceOf: (value: number) => number;
  /** Values in all slices before this one. */
  readonly before: Uint32Array;
}

const SLICES = 1024;

function sliceByValue(values: Float64Array): Slices {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < least) least = values[i];
    if (values[i] > most) most = values[i];
  }
  const scale = most > least ? SLICES / (most - least) : 0;
  // Grows with the value, so no value of a slice is below one of an earlier slice.
  const sliceOf = (value: number) => Math.min(SLICES - 1, Math.floor((value - least) * scale));
  const before = new Uint32Array(SLICES + 1);
  for (let i = 0; i < values.length; i++) before[sliceOf(values[i]) + 1]++;
  for (let slice = 1; slice <= SLICES; slice++) before[slice] += before[slice - 1];
  return { sliceOf, before };
}

function kthSmallest(values: Float64Array, { sliceOf, before }: Slices, k: number): number {
  let slice = 0;
  while (before[slice + 1] <= k) slice++;
  const held = new Float64Array(before[slice + 1] - before[slice]);
  let size = 0;
  for (let i = 0; i < values.length; i++) if (sliceOf(values[i]) === slice) held[size++] = values[i];
  selectInPlace(held, k - before[slice]);
  return held[k - before[slice]];
}

/** Puts the k-th smallest at k with nothing larger before and nothing smaller after it. */
function selectInPlace(values: Float64Array, k: number): void {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1];
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const held = values[i];
      values[i++] = values[j];
      values[j--] = held;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}
