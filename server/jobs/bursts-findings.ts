import { type Cusum, type CusumOptions, cusum } from '../../analysis/cusum.ts';
import { nausAlarm, nausScan } from '../../analysis/naus-scan.ts';
import { isoDay } from './calendar-periods.ts';
import type { BurstsParameters, BurstsSummary } from './contract.ts';
import { Refused } from './task.ts';

/** Days one after the other; the first `baseline` of them are the baseline. */
export interface DayCounts {
  readonly firstDay: number;
  /** NaN where the data have a hole. */
  readonly counts: Float64Array;
  readonly baseline: number;
  /** Incidents a day in the baseline, and how many times as much as by chance its days vary. */
  readonly mean: number;
  readonly dispersion: number;
}

/** From here on days differ by more than chance makes them: the line of the CUSUM allows for it. */
export const UNEVEN = 1.5;

export type CusumPart = NonNullable<BurstsSummary['cusum']>;
export type WindowPart = NonNullable<BurstsSummary['window']>;

/** From large to small: the smaller the change, the longer it takes to show. */
const RATIOS = [3, 2, 1.5, 1.25, 1.1];
const PATIENCE_DAYS = 28;
const MOST_LISTED = 200;
const MOST_WINDOWS = 20;
/** Naus's sums go no further. */
const MOST_IN_WINDOW = 50_000;

export interface Followed {
  readonly part: CusumPart;
  /** After each day, NaN in the baseline and in holes. */
  readonly path: Float64Array;
  readonly alarmRows: ReadonlySet<number>;
}

/** The CUSUM of the watched days, and of the baseline as a check of its budget. */
export function follow(
  days: DayCounts,
  { ratio, falseAlarmDays }: BurstsParameters,
  pause: () => void,
): Followed {
  const watched = rowsOf(days, days.baseline, days.counts.length);
  const before = rowsOf(days, 0, days.baseline);
  const countsOf = (rows: readonly number[]) => rows.map((row) => days.counts[row]);
  const dispersion = days.dispersion > UNEVEN ? days.dispersion : 1;
  const run = (ratio: number, rows: readonly number[]) =>
    cusumOrRefuse(
      countsOf(rows),
      { baseline: days.mean, ratio, falseAlarmEvery: falseAlarmDays, dispersion },
      pause,
    );
  const expected = before.length / falseAlarmDays;
  const quiet = Math.max(1, 2 * expected);
  const change = ratio === 'auto' ? automaticRatio((one) => run(one, before), quiet) : ratio;
  const found = run(change, watched);
  const path = new Float64Array(days.counts.length).fill(NaN);
  watched.forEach((row, k) => {
    path[row] = found.path[k];
  });
  const listed = found.alarms.slice(0, MOST_LISTED).map(({ step, since }) => {
    const climb = watched.slice(since, step + 1);
    return {
      row: watched[step],
      day: isoDay(days.firstDay + watched[step]),
      since: isoDay(days.firstDay + watched[since]),
      days: climb.length,
      incidents: countsOf(climb).reduce((sum, some) => sum + some, 0),
      expected: climb.length * days.mean,
    };
  });
  const { reference, limit, runLength, delay } = found;
  const part: CusumPart = {
    ratio: change,
    ratioRule: ratio === 'auto' ? 'auto' : 'chosen',
    dispersion,
    reference,
    limit,
    // So seldom that the digits are those of the arithmetic.
    runLength: Math.min(runLength, 1e6),
    delay,
    alarms: found.alarms.length,
    listed,
    check: { alarms: run(change, before).alarms.length, expected },
  };
  return { part, path, alarmRows: new Set(found.alarms.map(({ step }) => watched[step])) };
}

/** Of the changes that show soon enough the smallest that keeps the budget in the baseline, else the one that comes nearest. */
function automaticRatio(run: (ratio: number) => Cusum, quiet: number): number {
  let chosen = { ratio: RATIOS[0], alarms: Infinity };
  for (const ratio of RATIOS) {
    const { alarms, delay } = run(ratio);
    if (delay > PATIENCE_DAYS) break;
    if (alarms.length <= Math.max(quiet, chosen.alarms)) chosen = { ratio, alarms: alarms.length };
  }
  return chosen.ratio;
}

function cusumOrRefuse(counts: readonly number[], options: CusumOptions, pause: () => void): Cusum {
  const { baseline, ratio, falseAlarmEvery } = options;
  try {
    return cusum(counts, options, pause);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refused(
      `With ${baseline.toPrecision(2)} incidents a day a change to ${ratio} times as many cannot be told from chance at one false alarm in ${falseAlarmEvery} days. Choose a greater change, or more false alarms.`,
    );
  }
}

/** Days with data. */
function rowsOf({ counts }: DayCounts, from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k).filter((row) => !Number.isNaN(counts[row]));
}

/** The fullest windows of the watched days, and what would be unusual. */
export function crowdedWindows(days: DayCounts, { windowDays: width, level }: BurstsParameters): WindowPart {
  const watched = days.counts.length - days.baseline;
  const expected = days.mean * width;
  const options = { windows: watched / width, mean: expected };
  const canTell = expected <= MOST_IN_WINDOW;
  const alarm = canTell ? nausAlarm(level, options).n : null;
  const windows = separate(sums(days, width), width);
  const crowded = windows.filter(({ incidents }) => alarm !== null && incidents >= alarm);
  const fullest = crowded.length > 0 ? crowded.slice(0, MOST_WINDOWS) : windows.slice(0, 1);
  return {
    days: width,
    expected,
    alarm,
    fullest: fullest.map(({ row, incidents }) => ({
      row,
      first: isoDay(days.firstDay + row - width + 1),
      last: isoDay(days.firstDay + row),
      incidents,
      p: canTell ? nausScan(incidents, options).p : null,
    })),
  };
}

interface Window {
  /** Of its last day. */
  readonly row: number;
  readonly incidents: number;
}

function sums({ counts, baseline }: DayCounts, width: number): Window[] {
  const windows: Window[] = [];
  let incidents = 0;
  const at = (row: number) => (Number.isNaN(counts[row]) ? 0 : counts[row]);
  for (let row = baseline; row < counts.length; row++) {
    incidents += at(row) - (row - width >= baseline ? at(row - width) : 0);
    if (row - baseline >= width - 1) windows.push({ row, incidents });
  }
  return windows;
}

/** The fullest first, none with a day of a fuller one; the earlier of two that are equal. */
function separate(windows: readonly Window[], width: number): Window[] {
  const kept: Window[] = [];
  for (const one of windows.toSorted((a, b) => b.incidents - a.incidents || a.row - b.row))
    if (kept.length < MOST_WINDOWS && kept.every(({ row }) => Math.abs(row - one.row) >= width))
      kept.push(one);
  return kept;
}
