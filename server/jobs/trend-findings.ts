import { hamedRao } from '../../analysis/hamed-rao.ts';
import { mannKendall, seasonalMannKendall } from '../../analysis/mann-kendall.ts';
import { type PoissonLimits, poissonLimits } from '../../analysis/poisson-limits.ts';
import { SEASONAL_FLOOR, type SeasonalBand, seasonalBand } from '../../analysis/seasonal-band.ts';
import { senInterval } from '../../analysis/sen-interval.ts';
import { CYCLES, type Step } from './calendar-periods.ts';
import type { RunWarning, TrendParameters, TrendSummary } from './contract.ts';
import type { Checkpoint } from './task.ts';
import type { TimeSeries } from './time-series.ts';

/** From so many whole cycles on only like seasons are compared. */
const CYCLES_FOR_SEASONS = 3;

/** What a series of whole periods says. */
export interface Findings {
  readonly trend: NonNullable<TrendSummary['trend']>;
  readonly limits: PoissonLimits;
  readonly around: 'mean' | 'trend';
  readonly season: NonNullable<TrendSummary['season']>;
  readonly band: SeasonalBand | null;
  readonly warnings: readonly RunWarning[];
}

export function findingsOf(
  series: TimeSeries,
  step: Step,
  { z, width, level }: TrendParameters,
  checkpoint: Checkpoint,
): Findings {
  const standard = standardDays(series);
  const rates = series.counts.map((count, k) => (count * standard) / series.days[k]);
  const { trend, warnings } = trendOf(rates, CYCLES[step], level);
  checkpoint(0.7);
  const around = trend.direction === 'none' ? 'mean' : 'trend';
  const slope = around === 'mean' ? 0 : trend.slope / standard;
  const limits = poissonLimits(series.counts, series.days, { z, slope, width });
  const { season, band } = seasonOf(series.counts, CYCLES[step], z);
  const clustered = limits.warnings.map(({ value }): RunWarning => ({ code: 'periods_uneven', value }));
  return { trend, limits, around, season, band, warnings: [...warnings, ...clustered] };
}

/** Mean length of the periods. */
export const standardDays = ({ days }: TimeSeries): number =>
  days.reduce((sum, some) => sum + some, 0) / days.length;

function trendOf(rates: Float64Array, cycle: number, level: number) {
  const seasonal = rates.length >= CYCLES_FOR_SEASONS * cycle;
  const period = seasonal ? cycle : 1;
  const found = seasonal ? seasonalMannKendall(rates, cycle) : hamedRao(rates);
  const plain = mannKendall(rates);
  const confidence = 1 - level;
  const { low, high } = senInterval(rates, { period, variance: found.variance, confidence });
  const direction = found.p < level ? (found.s > 0 ? 'up' : 'down') : 'none';
  const trend: Findings['trend'] = {
    test: seasonal ? 'seasonal' : 'memory',
    cycle,
    direction,
    slope: found.slope / period,
    low: low / period,
    high: high / period,
    confidence,
    tau: found.tau,
    z: found.z,
    p: found.p,
    plain: { z: plain.z, p: plain.p, slope: plain.slope },
  };
  const warnings = found.warnings.flatMap(({ code, value }): RunWarning[] =>
    code === 'neighbours_alike' ? [{ code, value }] : [],
  );
  return { trend, warnings };
}

/** The last cycle against those before it. */
function seasonOf(counts: Float64Array, cycle: number, z: number) {
  const cycles = Math.max(0, Math.floor((counts.length - cycle) / cycle));
  const judged = cycles >= SEASONAL_FLOOR;
  const current = counts.subarray(counts.length - cycle);
  const earlier = counts.subarray(counts.length - (cycles + 1) * cycle, counts.length - cycle);
  const band = judged ? seasonalBand(earlier, current, { period: cycle, z }) : null;
  const season: Findings['season'] = {
    cycle,
    cycles,
    floor: SEASONAL_FLOOR,
    judged,
    ...sides(band?.classes ?? []),
    byChance: band?.falseAlarms ?? 0,
  };
  return { season, band };
}

export function sides(classes: ArrayLike<number>): { above: number; below: number } {
  const count = (side: number) => Array.from(classes).filter((one) => one === side).length;
  return { above: count(1), below: count(-1) };
}
