/**
 * Question: over what distance should incidents be smoothed?
 * Methods:
 * - nrd, normal reference (Scott 1992, doi:10.1002/9780470316849; MASS `bandwidth.nrd`):
 *   4 · 1.06 · min(sd, IQR / 1.34) · n^(-1/5) along each axis, the mean of both.
 * - arcgis, Silverman's rule of thumb robust to outliers (Silverman 1986, as in ArcGIS Kernel Density):
 *   0.9 · min(SD, √(1 / ln 2) · Dm) · n^(-1/5), SD the standard distance, Dm the median distance to the mean centre.
 *
 * Assumptions: one cluster of roughly normal shape. A city with several centres is smoothed more than need be.
 * Not to conclude: that the bandwidth is a property of the neighbourhood. Street crime in cities is commonly shown
 * at 150 to 500 m; try several and see what stays.
 */
import { quantiles } from './order-statistics.ts';
import { meanCentre, type PointSet, standardDistance } from './point-set.ts';

/** Metres; 0 when there is no spread. Needs two points. */
export function normalReferenceBandwidth(points: PointSet): number {
  return (normalReference(points.x) + normalReference(points.y)) / 2;
}

/** The rule along one axis. */
export function normalReference(values: Float64Array): number {
  requireTwo(values.length);
  const [low, high] = quantiles(values, [0.25, 0.75]);
  const spread = Math.min(sampleDeviation(values), (high - low) / 1.34);
  return 4 * 1.06 * spread * values.length ** -0.2;
}

/** Metres; 0 when there is no spread. Needs two points. */
export function robustSilvermanBandwidth(points: PointSet): number {
  requireTwo(points.x.length);
  const centre = meanCentre(points);
  const distances = points.x.map((x, i) => Math.hypot(x - centre.x, points.y[i] - centre.y));
  const [median] = quantiles(distances, [0.5]);
  const spread = Math.min(standardDistance(points), Math.sqrt(1 / Math.LN2) * median);
  return 0.9 * spread * points.x.length ** -0.2;
}

function sampleDeviation(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

function requireTwo(n: number): void {
  if (n < 2) throw new RangeError(`a bandwidth needs at least 2 points, got ${n}`);
}
