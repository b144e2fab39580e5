/**
 * Seeded random numbers: the same seed gives the same sequence on every machine, so every simulated p-value can be had again.
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state, period at least 2^32.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
  /** Uniform integer in [0, below). `below` is a positive integer up to 2^32. */
  integer(below: number): number;
  /** Standard normal (Box–Muller, one of the pair). */
  normal(): number;
}

/** @throws RangeError when the seed is not a non-negative safe integer. */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`seed must be a non-negative integer, got ${seed}`);
  let a = seed >>> 0;
  let b = Math.floor(seed / 2 ** 32) >>> 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const bits = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) bits();
  const next = () => bits() / 2 ** 32;
  return {
    next,
    integer: (below) => Math.floor(next() * below),
    normal() {
      let u = 0;
      while (u === 0) u = next();
      return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * next());
    },
  };
}
