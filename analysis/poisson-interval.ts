/**
 * Question: which steady rates fit a count?
 * Method: exact interval of a Poisson mean (Garwood 1936, doi:10.1093/biomet/28.3-4.437):
 * [χ²(α/2; 2k) / 2, χ²(1 - α/2; 2k + 2) / 2].
 *
 * Assumptions: incidents come independently at a steady rate.
 * Not to conclude: that the next count will lie in it: a count around that mean varies as well.
 */
import { gammaQuantile } from './distributions.ts';

export interface PoissonInterval {
  readonly n: number;
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

/** For a count of one period; divide all by the exposure for a rate. */
export function poissonInterval(count: number, level = 0.95): PoissonInterval {
  if (!(Number.isInteger(count) && count >= 0))
    throw new RangeError(`count must be a whole number from 0, got ${count}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  const tail = (1 - level) / 2;
  const low = count === 0 ? 0 : gammaQuantile(tail, count);
  return { n: count, level, low, high: gammaQuantile(1 - tail, count + 1) };
}
