/**
 * Question: which positions cannot belong to the place the data are about?
 * Method: a position is stray when it lies more than five times as far from the middle (the median of each axis)
 * as 95 % of all positions. One wrong coordinate would otherwise stretch the region, and with it the cells,
 * over half a country. A robust fence in the manner of Tukey (1977, Exploratory Data Analysis), on distance.
 *
 * Assumptions: the data are about one place; the middle and the fence are taken from at most 20,000 evenly spaced
 * positions. Fewer than 30 positions, or 95 % of them at one point: nothing is called stray.
 * Not to conclude: that a stray position is wrong, only that it is not part of the region.
 */
import { quantiles } from './order-statistics.ts';

const SAMPLE = 20_000;
const FEWEST = 30;
const FENCE = 5;

/**
 * Row numbers of the positions that are not stray, ascending; null when all belong.
 * `lon`, `lat` in any unit of angle; `degree` is one degree in that unit.
 */
export function withoutStrays(
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  degree: number,
): Uint32Array | null {
  const n = lon.length;
  if (n < FEWEST) return null;
  const step = Math.ceil(n / SAMPLE);
  const sampled = Math.ceil(n / step);
  const sample = (values: ArrayLike<number>) =>
    Float64Array.from({ length: sampled }, (_, i) => values[i * step]);
  const [middleLon] = quantiles(sample(lon), [0.5]);
  const [middleLat] = quantiles(sample(lat), [0.5]);
  const narrowing = Math.cos((middleLat / degree) * (Math.PI / 180));
  const distance = (i: number) => Math.hypot((lon[i] - middleLon) * narrowing, lat[i] - middleLat);
  const [usual] = quantiles(
    Float64Array.from({ length: sampled }, (_, i) => distance(i * step)),
    [0.95],
  );
  if (usual === 0) return null;
  const kept = new Uint32Array(n);
  let size = 0;
  for (let i = 0; i < n; i++) if (distance(i) <= FENCE * usual) kept[size++] = i;
  return size === n ? null : kept.subarray(0, size);
}
