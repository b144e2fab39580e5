/**
 * Question: is this kind of incident a larger part of what happens here than elsewhere?
 * Method: location quotient of crime (Brantingham & Brantingham 1995, Crime Mapping and Crime Prevention; 1998):
 * (of the kind / all, in the area) / (of the kind / all, in the region), with the exact interval of the share in the area
 * (Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404) over that of the region. Against the region: exact binomial test,
 * false discovery rate over all areas that have enough.
 *
 * Assumptions: the share of the region is taken as known; the areas make up the region.
 * Not to conclude: that there is much of it. Two areas with the same rate can have quotients above and below 1: the
 * quotient speaks of the mixture, not of the amount.
 */
import { binomialInterval, binomialTwoSided } from './binomial.ts';
import { falseDiscoveryRate } from './false-discovery.ts';
import type { Warning } from './warning.ts';

export interface LocationQuotientOptions {
  readonly level: number;
  /** Of the whole region when the areas are not all of it. */
  readonly region?: { readonly kind: number; readonly all: number };
}

/** One entry an area; NaN below the floor and where the region has none of the kind. */
export interface LocationQuotients {
  readonly n: number;
  readonly quotient: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Two-sided. */
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** 1 where the interval lies above 1, -1 below, 0 neither. */
  readonly classes: Int8Array;
  /** Areas with too few incidents to say. */
  readonly tooFew: number;
  readonly regionShare: number;
  readonly level: number;
  /** none_of_the_kind among `value` incidents; too_few_everywhere: in all of `value` areas. */
  readonly warnings: readonly Warning[];
}

/** All incidents of an area; fewer and its quotient jumps with every one. */
export const LOCATION_QUOTIENT_FLOOR = 20;

/** @param kind incidents of the kind in each area. @param all incidents of any kind in each area. */
export function locationQuotients(
  kind: ArrayLike<number>,
  all: ArrayLike<number>,
  { level, region = { kind: sumOf(kind), all: sumOf(all) } }: LocationQuotientOptions,
): LocationQuotients {
  if (kind.length !== all.length)
    throw new RangeError(`both counts must be of the same areas, got ${kind.length} and ${all.length}`);
  if (!(region.kind >= 0 && region.kind <= region.all))
    throw new RangeError(`the kind cannot be more than all, got ${region.kind} of ${region.all}`);
  const n = all.length;
  const empty = () => new Float64Array(n).fill(NaN);
  const result = { quotient: empty(), low: empty(), high: empty(), p: empty(), classes: new Int8Array(n) };
  const regionShare = region.all > 0 ? region.kind / region.all : NaN;
  let tooFew = 0;
  for (let area = 0; area < n; area++) {
    const [low, high] = binomialInterval(kind[area], all[area], level);
    if (all[area] < LOCATION_QUOTIENT_FLOOR) tooFew++;
    else if (regionShare > 0) {
      result.quotient[area] = kind[area] / all[area] / regionShare;
      result.low[area] = low / regionShare;
      result.high[area] = high / regionShare;
      result.p[area] = binomialTwoSided(kind[area], all[area], regionShare);
      result.classes[area] = low > regionShare ? 1 : high < regionShare ? -1 : 0;
    }
  }
  const warnings: Warning[] = regionShare > 0 ? [] : [{ code: 'none_of_the_kind', value: region.all }];
  if (tooFew === n) warnings.push({ code: 'too_few_everywhere', value: n });
  return { n, ...result, q: falseDiscoveryRate(result.p), tooFew, regionShare, level, warnings };
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
