/**
 * Question: has a count per day, week or month crept up (or down), and how often would that be a false alarm?
 * Method: CUSUM for Poisson counts (Lucas 1985, doi:10.1080/00401706.1985.10488030): C = max(0, C + x - k), alarm at
 * C ≥ h, with k = λ0 (ratio - 1) / ln ratio, best for the change worth finding; for a fall C + k - x. After an alarm
 * it starts again from 0. h is the least limit with which false alarms are at least `falseAlarmEvery` steps apart on
 * average, by the Markov chain of its states (Brook & Evans 1972, doi:10.1093/biomet/59.3.539), which is exact for
 * counts; k is rounded to a fraction that gives whole states, and the k given back is the one used. Counts that vary
 * `dispersion` times as much as Poisson counts are followed in units of so many (quasi-Poisson, McCullagh & Nelder 1989):
 * a count divided by it has mean and variance alike, and the chain is that of the units.
 *
 * Assumptions: independent Poisson counts around a baseline that is known; no seasons (compare like months first).
 * Not to conclude: when exactly the change began (`since` is an estimate), or that no alarm means no change.
 */
import type { Warning } from './warning.ts';

export interface CusumOptions {
  /** Incidents a step when nothing has changed. */
  readonly baseline: number;
  /** The change worth finding: 1.5 for half as many again, 0.7 for three in ten fewer. */
  readonly ratio: number;
  /** Steps between false alarms on average, at least: the budget. */
  readonly falseAlarmEvery: number;
  /** Variance of the steps over their mean, from 1 to 1000; 1: as chance makes them. */
  readonly dispersion?: number;
}

export interface CusumAlarm {
  /** Step of the alarm, and the first step of the climb that led to it. */
  readonly step: number;
  readonly since: number;
}

export interface Cusum {
  /** Steps. */
  readonly n: number;
  /** C after each step; at an alarm the value that raised it. */
  readonly path: Float64Array;
  readonly alarms: readonly CusumAlarm[];
  /** k and h: incidents. */
  readonly reference: number;
  readonly limit: number;
  /** Steps to a false alarm on average, and to an alarm when the count has changed by the ratio. */
  readonly runLength: number;
  readonly delay: number;
  readonly parameters: Required<CusumOptions>;
  /** few_steps: shorter than the delay; rare: fewer than one incident in ten steps. */
  readonly warnings: readonly Warning[];
}

/** @param progress called now and then; what it throws ends the work. */
export function cusum(
  counts: ArrayLike<number>,
  options: CusumOptions,
  progress: () => void = () => {},
): Cusum {
  requireOptions(options);
  const { baseline, ratio, falseAlarmEvery, dispersion = 1 } = options;
  const up = ratio > 1;
  const inUnits = { ...options, baseline: baseline / dispersion };
  const mean = inUnits.baseline;
  const scale = scaleOf(inUnits);
  const k = Math.round(referenceOf(inUnits) * scale);
  const quiet = runLengths({ mean, k, scale, up }, progress);
  let states = 1;
  while (quiet(states) < falseAlarmEvery) {
    states++;
    if (states > MOST_STATES)
      throw new RangeError(
        `a false alarm only every ${falseAlarmEvery} steps is out of reach for a ratio of ${ratio}`,
      );
  }
  const delay = runLengths({ mean: mean * ratio, k, scale, up }, progress)(states);
  const [reference, limit] = [k, states].map((steps) => (steps / scale) * dispersion);
  const { path, alarms } = follow(counts, reference, limit, up);
  const n = counts.length;
  const warnings: Warning[] = [];
  if (n < delay) warnings.push({ code: 'few_steps', value: n });
  if (baseline < 0.1) warnings.push({ code: 'rare', value: baseline });
  return {
    n,
    path,
    alarms,
    reference,
    limit,
    runLength: quiet(states),
    delay,
    parameters: { baseline, ratio, falseAlarmEvery, dispersion },
    warnings,
  };
}

/** Steps until an alarm on average, from C = 0, for given k and h with `scale` states to an incident. */
export function cusumRunLength(mean: number, k: number, h: number, scale: number, up = true): number {
  const [steps, states] = [k * scale, h * scale];
  for (const whole of [steps, states])
    if (!(Math.abs(whole - Math.round(whole)) < 1e-9 && whole > 0))
      throw new RangeError(`k and h must be whole fractions 1/${scale}, got ${k} and ${h}`);
  return runLengths({ mean, k: Math.round(steps), scale, up })(Math.round(states));
}

const MOST_STATES = 1500;
/** States aimed at: enough to be exact to a per cent, few enough to be quick. */
const HANDY_STATES = 700;
const MOST_BASELINE = 1e5;
const SCALES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

function requireOptions({ baseline, ratio, falseAlarmEvery, dispersion = 1 }: CusumOptions): void {
  if (!(baseline > 0 && baseline <= MOST_BASELINE))
    throw new RangeError(`baseline must be above 0 and at most ${MOST_BASELINE}, got ${baseline}`);
  if (!(ratio > 0 && Number.isFinite(ratio) && Math.abs(ratio - 1) >= 0.01))
    throw new RangeError(`ratio must be positive and differ from 1 by 0.01 or more, got ${ratio}`);
  if (!(falseAlarmEvery > 1 && falseAlarmEvery <= 1e6))
    throw new RangeError(`falseAlarmEvery must be above 1 and at most 1000000 steps, got ${falseAlarmEvery}`);
  if (!(dispersion >= 1 && dispersion <= 1000))
    throw new RangeError(`dispersion must be from 1 to 1000, got ${dispersion}`);
}

function referenceOf({ baseline, ratio }: CusumOptions): number {
  return (baseline * (ratio - 1)) / Math.log(ratio);
}

/** States to an incident: fine enough that k keeps its place between the two means, coarse enough for the budget. */
function scaleOf(options: CusumOptions): number {
  const { baseline, ratio, falseAlarmEvery } = options;
  const k = referenceOf(options);
  const likelyLimit = Math.log(1 + falseAlarmEvery) / Math.abs(Math.log(ratio)) + 1;
  const gap = Math.abs(k - baseline);
  let chosen = SCALES[SCALES.length - 1];
  let off = Infinity;
  for (const scale of SCALES) {
    if (off <= gap / 2 && likelyLimit * scale > HANDY_STATES) break;
    const whole = Math.round(k * scale);
    if (whole === 0) continue;
    chosen = scale;
    off = Math.abs(whole / scale - k);
    if (off <= gap / 50) break;
  }
  return chosen;
}

function follow(counts: ArrayLike<number>, k: number, h: number, up: boolean) {
  const path = new Float64Array(counts.length);
  const alarms: CusumAlarm[] = [];
  let level = 0;
  let since = 0;
  for (let step = 0; step < counts.length; step++) {
    if (!(Number.isInteger(counts[step]) && counts[step] >= 0))
      throw new RangeError(`counts must be whole numbers from 0, got ${counts[step]}`);
    if (level <= ROUNDING) since = step;
    level = Math.max(0, level + (up ? counts[step] - k : k - counts[step]));
    path[step] = level;
    if (level < h - ROUNDING) continue;
    alarms.push({ step, since });
    level = 0;
  }
  return { path, alarms };
}

/** Sums of fractions 1/scale are off by less. */
const ROUNDING = 1e-7;

interface Chain {
  readonly mean: number;
  /** In states. */
  readonly k: number;
  readonly scale: number;
  readonly up: boolean;
}

/**
 * The run length of 1, 2, 3 … states: the first entry of (I - Q)⁻¹ 1. The matrix of one state more only gains a row and a
 * column, so one triangular factorisation is extended until the budget is met. I - Q needs no pivoting.
 */
function runLengths(chain: Chain, progress: () => void = () => {}): (states: number) => number {
  const chance = transitions(chain);
  const lower: Float64Array[] = [];
  const upper: Float64Array[] = [];
  const y: number[] = [];
  const w: number[] = [];
  const lengths: number[] = [0];
  const grow = () => {
    const s = lower.length;
    const row = new Float64Array(s);
    const column = new Float64Array(s + 1);
    for (let j = 0; j < s; j++) row[j] = (-chance(s, j) - dot(row, upper[j], j)) / upper[j][j];
    for (let j = 0; j < s; j++) column[j] = -chance(j, s) - dot(lower[j], column, j);
    column[s] = 1 - chance(s, s) - dot(row, column, s);
    lower.push(row);
    upper.push(column);
    y.push(1 - dot(row, y, s));
    w.push((+(s === 0) - dot(column, w, s)) / column[s]);
    const length = lengths[s] + w[s] * y[s];
    // An alarm so unlikely that rounding takes it away: never.
    lengths.push(length >= 1 ? length : Infinity);
  };
  return (states) => {
    while (lower.length < states) {
      progress();
      grow();
    }
    return lengths[states];
  };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += a[i] * b[i];
  return sum;
}

/** Chance to go from one state to another in a step. */
function transitions({ mean, k, scale, up }: Chain): (from: number, to: number) => number {
  const chances = poissonChances(mean);
  const sums = new Float64Array(chances.length + 1);
  for (let x = 0; x < chances.length; x++) sums[x + 1] = sums[x] + chances[x];
  const single = (x: number) => (Number.isInteger(x) && x >= 0 && x < chances.length ? chances[x] : 0);
  const upTo = (x: number) => sums[Math.min(chances.length, Math.max(0, Math.floor(x) + 1))];
  if (up) return (from, to) => (to > 0 ? single((to - from + k) / scale) : upTo((k - from) / scale));
  return (from, to) =>
    to > 0 ? single((from + k - to) / scale) : 1 - upTo(Math.ceil((from + k) / scale) - 1);
}

function poissonChances(mean: number): Float64Array {
  const most = Math.ceil(mean + 12 * Math.sqrt(mean) + 30);
  const chances = new Float64Array(most + 1);
  const mode = Math.floor(mean);
  chances[mode] = 1;
  for (let x = mode; x > 0; x--) chances[x - 1] = (chances[x] * x) / mean;
  for (let x = mode; x < most; x++) chances[x + 1] = (chances[x] * mean) / (x + 1);
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  return chances.map((chance) => chance / total);
}
