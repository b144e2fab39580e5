/**
 * Question: what are the values of some rows?
 * Method: a plain loop; `Float64Array.from` with a function asks an iterator for every one, ten times as long.
 *
 * Assumptions: the rows exist.
 * Not to conclude: anything; it only copies.
 */
export function valuesAt(values: ArrayLike<number>, rows: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const some = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) some[i] = values[rows[i]];
  return some;
}
