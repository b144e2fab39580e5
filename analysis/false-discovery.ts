/**
 * Question: which of many p-values still count when all of them were looked at?
 * Method: step-up adjustment that controls the false discovery rate (Benjamini & Hochberg 1995,
 * doi:10.1111/j.2517-6161.1995.tb02031.x): q of rank k is the least p(j)·m/j over the ranks j ≥ k, at most 1.
 *
 * Assumptions: tests independent or positively dependent, as neighbouring cells are (Benjamini & Yekutieli 2001,
 * doi:10.1214/aos/1013699998).
 * Not to conclude: that each cell with q < 0.05 is real; of all that are named, about 5 % may be false alarms.
 */

/** Adjusted p-values in the order given. NaN stays NaN and is not a test. */
export function falseDiscoveryRate(p: Float64Array): Float64Array {
  for (const value of p)
    if (value < 0 || value > 1) throw new RangeError(`p must be between 0 and 1, got ${value}`);
  const sorted = p.filter((value) => !Number.isNaN(value)).sort();
  const adjusted = new Float64Array(sorted.length);
  let least = 1;
  for (let k = sorted.length - 1; k >= 0; k--) {
    least = Math.min(least, (sorted[k] * sorted.length) / (k + 1));
    adjusted[k] = least;
  }
  return p.map((value) => (Number.isNaN(value) ? NaN : adjusted[lastPosition(sorted, value)]));
}

/** Where `value` stands last in a sorted list that holds it. */
function lastPosition(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
