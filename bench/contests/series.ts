/** Methods over time: trend, seasons, early warning. */
import { type Cusum, cusum } from '../../analysis/cusum.ts';
import { mannKendall, seasonalMannKendall } from '../../analysis/mann-kendall.ts';
import { nausAlarm, nausScan } from '../../analysis/naus-scan.ts';
import { periodCounts } from '../../analysis/period-counts.ts';
import { poissonLimits } from '../../analysis/poisson-limits.ts';
import { seasonalBand } from '../../analysis/seasonal-band.ts';
import { senInterval } from '../../analysis/sen-interval.ts';
import { all, close, same } from '../agreement.ts';
import type { Contest, Contests } from '../contest.ts';
import type { SyntheticIncidents } from '../synthetic-incidents.ts';
import { DAY, FIRST } from './periods.ts';

const WEEK = 7 * DAY;
const WEEKS = 156;
const CYCLE = 52;
const Z = 3;
const CONFIDENCE = 0.95;

/** Days that tell what is usual, and those that are watched. */
const BASELINE = 728;
const WATCHED = 364;
const WINDOW = 7;
const BUDGET_DAYS = 365;
const BUDGET = 0.05;

export const seriesContests: Contests = (incidents) => [trend(incidents), bursts(incidents)];

function countsBy(minutes: Int32Array, step: number, steps: number): Float64Array {
  const edges = Float64Array.from({ length: steps + 1 }, (_, k) => FIRST + k * step);
  return Float64Array.from(periodCounts(new Int32Array(minutes.length), minutes, edges, 1).counts);
}

function trend({ minutes }: SyntheticIncidents): Contest {
  const exposure = new Float64Array(WEEKS).fill(7);
  return {
    task: `trend of ${WEEKS} weeks: counted, both tests, Sen, limits, season`,
    methods: ['trend'],
    size: minutes.length,
    given: {
      columns: { times: Float64Array.from(minutes) },
      numbers: { first: FIRST, step: WEEK, steps: WEEKS, cycle: CYCLE, z: Z, confidence: CONFIDENCE },
    },
    ours: () => {
      const counts = countsBy(minutes, WEEK, WEEKS);
      const plain = mannKendall(counts);
      const seasonal = seasonalMannKendall(counts, CYCLE);
      const { variance, slope, intercept } = plain;
      const { low, high } = senInterval(counts, { period: 1, variance, confidence: CONFIDENCE });
      const limits = poissonLimits(counts, exposure, { z: Z, width: 'poisson' });
      const [earlier, current] = [counts.subarray(0, WEEKS - CYCLE), counts.subarray(WEEKS - CYCLE)];
      const band = seasonalBand(earlier, current, { period: CYCLE, z: Z });
      return {
        tests: [plain.z, plain.p, seasonal.z, seasonal.p],
        sen: [slope, intercept, low, high],
        limits: [...limits.low, ...limits.high],
        season: [...band.low, ...band.high, ...band.scores],
      };
    },
    peers: [
      {
        who: 'numpy and scipy (theilslopes) by hand',
        tool: 'python',
        ask: 'trend',
        agree: all(close('tests', 'sen'), same('limits', 'limits'), close('season')),
      },
    ],
  };
}

function bursts({ minutes }: SyntheticIncidents): Contest {
  const days = countsBy(minutes, DAY, BASELINE + WATCHED);
  const mean = days.subarray(0, BASELINE).reduce((sum, count) => sum + count, 0) / BASELINE;
  const options = { baseline: mean, ratio: ratioOf(mean), falseAlarmEvery: BUDGET_DAYS };
  const windows = { windows: WATCHED / WINDOW, mean: WINDOW * mean };
  const numbers = {
    first: FIRST,
    step: DAY,
    steps: BASELINE + WATCHED,
    baseline: BASELINE,
    window: WINDOW,
    ratio: options.ratio,
    every: BUDGET_DAYS,
    budget: BUDGET,
    ...latticeOf(cusum(days.subarray(BASELINE), options)),
  };
  return {
    task: `early warning, ${WATCHED} days: counted, CUSUM limit and path, Naus window`,
    methods: ['bursts'],
    size: minutes.length,
    given: { columns: { times: Float64Array.from(minutes) }, numbers },
    ours: () => {
      const counts = countsBy(minutes, DAY, BASELINE + WATCHED);
      const watched = counts.subarray(BASELINE);
      const found = cusum(watched, options);
      const fullest = fullestWindow(watched);
      return {
        limit: [found.limit],
        lengths: [found.runLength, found.delay],
        path: found.path,
        alarms: found.alarms.map(({ step }) => step),
        naus: [fullest, nausScan(fullest, windows).p, nausAlarm(BUDGET, windows).n],
      };
    },
    peers: [
      {
        who: 'numpy, Markov chain and Naus by hand',
        tool: 'python',
        ask: 'bursts',
        agree: all(close('limit', 'lengths', 'path'), same('alarms', 'alarms'), close('naus')),
      },
      {
        who: 'R spc pois.cusum.crit, the limit alone',
        tool: 'r',
        needs: 'spc',
        ask: 'cusum-limit',
        agree: close('limit', 'lengths'),
      },
    ],
  };
}

/** The more incidents, the smaller the change that shows in time. */
function ratioOf(mean: number): number {
  if (mean > 200) return 1.1;
  return mean > 20 ? 1.25 : 1.5;
}

/** The reference as the fraction 1 / scale it was rounded to, for peers who have no rule of rounding. */
function latticeOf({ reference, limit }: Cusum): { reference: number; scale: number } {
  const whole = (value: number) => Math.abs(value - Math.round(value)) < 1e-7;
  const scales = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
  const scale = scales.find((one) => whole(reference * one) && whole(limit * one)) ?? 10_000;
  return { reference: Math.round(reference * scale) / scale, scale };
}

function fullestWindow(days: Float64Array): number {
  let inside = 0;
  let most = 0;
  for (let day = 0; day < days.length; day++) {
    inside += days[day] - (day >= WINDOW ? days[day - WINDOW] : 0);
    if (day >= WINDOW - 1) most = Math.max(most, inside);
  }
  return most;
}
