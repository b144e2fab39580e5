/**
 * Question: what is the k-th smallest value, a quantile?
 * Method: quickselect (Hoare 1961, doi:10.1145/366622.366647); quantiles of type 7, as R and NumPy default to
 * (Hyndman & Fan 1996, doi:10.2307/2684934).
 *
 * Assumptions: finite values.
 * Not to conclude: –
 */

/** Quantiles for ascending shares in [0, 1]. The values are not changed. */
export function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('quantiles need at least one value, got 0');
  const copy = values.slice();
  let from = 0;
  return shares.map((share) => {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be between 0 and 1, got ${share}`);
    const place = share * (copy.length - 1);
    const k = Math.floor(place);
    selectInPlace(copy, k, from);
    from = k;
    const low = copy[k];
    if (place === k) return low;
    let high = Infinity;
    for (let i = k + 1; i < copy.length; i++) if (copy[i] < high) high = copy[i];
    return low + (place - k) * (high - low);
  });
}

/** Puts the k-th smallest at k with nothing larger before and nothing smaller after it. */
function selectInPlace(values: Float64Array, k: number, from: number): void {
  let left = Math.min(from, k);
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
