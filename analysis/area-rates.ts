/**
 * Question: how many incidents for each thousand people?
 * Method: count / population · 1,000 with the exact Poisson interval of the count (Garwood 1936,
 * doi:10.1093/biomet/28.3-4.437), compared with the rate of the whole region by whether that lies in it.
 *
 * Assumptions: those counted are those at risk. Residents stand for neither shoppers, commuters nor visitors: a centre
 * with few residents has a high rate of anything that happens to passers-by.
 * Not to conclude: that a small area with a high rate is worse: its interval is wide. An area with few residents gets no
 * rate at all.
 */
import { poissonInterval } from './poisson-interval.ts';
import type { Warning } from './warning.ts';

export interface AreaRateOptions {
  readonly level: number;
  /** People one rate is for. */
  readonly per: number;
  /** Fewer people, no rate. */
  readonly leastPopulation: number;
}

/** 1,000 people, 95 %, no rate below 100 people. */
export const AREA_RATE_DEFAULTS: AreaRateOptions = { level: 0.95, per: 1000, leastPopulation: 100 };

/** Why an area has no rate. */
export const RATE_GIVEN = 0;
export const RATE_NO_POPULATION = 1;
export const RATE_SMALL_POPULATION = 2;

/** One entry an area; NaN without a rate. */
export interface AreaRates {
  /** Incidents, also those in areas without a rate. */
  readonly n: number;
  readonly rate: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly status: Uint8Array;
  /** Interval above (1) or below (-1) the rate of the region, 0 neither. */
  readonly classes: Int8Array;
  /** Of all areas with a rate together; NaN without any. */
  readonly regionRate: number;
  /** Incidents in areas without a rate. */
  readonly incidentsWithoutRate: number;
  readonly parameters: AreaRateOptions;
  /** areas_without_population, areas_with_small_population: `value` areas; no_rates: none of `value` areas has one. */
  readonly warnings: readonly Warning[];
}

/** @param populations people of each area; NaN or 0 where unknown. */
export function areaRates(
  counts: ArrayLike<number>,
  populations: ArrayLike<number>,
  options: AreaRateOptions = AREA_RATE_DEFAULTS,
): AreaRates {
  const { level, per } = options;
  requireInput(counts, populations, options);
  const areas = counts.length;
  const status = Uint8Array.from({ length: areas }, (_, area) => statusOf(populations[area], options));
  const region = totalsOf(counts, populations, status);
  const regionRate = region.people > 0 ? (region.incidents / region.people) * per : NaN;
  const empty = () => new Float64Array(areas).fill(NaN);
  const result = { rate: empty(), low: empty(), high: empty(), classes: new Int8Array(areas) };
  for (let area = 0; area < areas; area++) {
    if (status[area] !== RATE_GIVEN) continue;
    const scale = per / populations[area];
    const { low, high } = poissonInterval(counts[area], level);
    result.rate[area] = counts[area] * scale;
    result.low[area] = low * scale;
    result.high[area] = high * scale;
    result.classes[area] = low * scale > regionRate ? 1 : high * scale < regionRate ? -1 : 0;
  }
  const warnings: Warning[] = [];
  const having = (what: number) => status.reduce((sum, is) => sum + (is === what ? 1 : 0), 0);
  const unpeopled = having(RATE_NO_POPULATION);
  if (unpeopled > 0) warnings.push({ code: 'areas_without_population', value: unpeopled });
  const small = having(RATE_SMALL_POPULATION);
  if (small > 0) warnings.push({ code: 'areas_with_small_population', value: small });
  if (!(region.people > 0)) warnings.push({ code: 'no_rates', value: areas });
  return {
    n: region.incidents + region.without,
    ...result,
    status,
    regionRate,
    incidentsWithoutRate: region.without,
    parameters: options,
    warnings,
  };
}

function statusOf(people: number, { leastPopulation }: AreaRateOptions): number {
  if (!(people > 0)) return RATE_NO_POPULATION;
  return people < leastPopulation ? RATE_SMALL_POPULATION : RATE_GIVEN;
}

function totalsOf(counts: ArrayLike<number>, populations: ArrayLike<number>, status: Uint8Array) {
  const totals = { incidents: 0, people: 0, without: 0 };
  for (let area = 0; area < counts.length; area++)
    if (status[area] === RATE_GIVEN) {
      totals.incidents += counts[area];
      totals.people += populations[area];
    } else totals.without += counts[area];
  return totals;
}

function requireInput(
  counts: ArrayLike<number>,
  populations: ArrayLike<number>,
  options: AreaRateOptions,
): void {
  if (counts.length !== populations.length)
    throw new RangeError(`${counts.length} areas need as many populations, got ${populations.length}`);
  for (const [name, value] of Object.entries(options))
    if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${name} must be above 0, got ${value}`);
  for (let area = 0; area < counts.length; area++) {
    if (!Number.isSafeInteger(counts[area]) || counts[area] < 0)
      throw new RangeError(`counts must be whole numbers from 0 on, got ${counts[area]}`);
    if (populations[area] < 0 || populations[area] === Infinity)
      throw new RangeError(`populations must be finite and not negative, got ${populations[area]}`);
  }
}
