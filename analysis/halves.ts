/**
 * Question: how can two threads share the permutations of one question, with the bytes that one thread would give?
 * Method: the permutations are always two halves, each with a seed of its own, and what they found is put together in
 * the same order. Whether somebody else works out the second half, or the same thread after the first, changes nothing.
 *
 * Assumptions: what is found adds up or stands side by side, permutation by permutation.
 * Not to conclude: –
 */
export interface Half {
  readonly permutations: number;
  readonly seed: number;
}

/**
 * Gives what the other half found; null when whoever was asked could not do it. It waits: it is asked for when the first
 * half is done.
 */
export type OtherHalf = () => Float64Array | null;

/** Seeds are below 2^53: the other half has the same one with its highest bit turned. */
const HIGHEST = 2 ** 52;

export function halvesOf(permutations: number, seed: number): readonly [Half, Half] {
  const first = Math.ceil(permutations / 2);
  return [
    { permutations: first, seed },
    { permutations: permutations - first, seed: seed < HIGHEST ? seed + HIGHEST : seed - HIGHEST },
  ];
}

/**
 * Both halves one after the other, or the second one from `otherHalf`.
 * @param work finds the values of a half; `progress` from 0 to 1 of it.
 * @param progress of both.
 */
export function bothHalves(
  permutations: number,
  seed: number,
  work: (half: Half, progress: (done: number) => void) => Float64Array,
  otherHalf: OtherHalf | undefined,
  progress: (done: number) => void,
): readonly [Float64Array, Float64Array] {
  const [first, second] = halvesOf(permutations, seed);
  const share = otherHalf === undefined ? 0.5 : 1;
  const own = work(first, (done) => progress(done * share));
  const other = otherHalf?.() ?? work(second, (done) => progress(0.5 + done * 0.5));
  return [own, other];
}
