import { FLAG_MONTH_ONLY, MISSING } from '../../analysis/incident-columns.ts';
import { periodCounts } from '../../analysis/period-counts.ts';
import { type LocalTime, localTime } from './local-time.ts';
import { eachWanted } from './located-incidents.ts';
import type { StudyInput } from './study-area.ts';

/** When the incidents of a run began, with a position or without, and the days their data sets are about. */
export interface Starts {
  /** Minutes since 1970 of the incidents whose time is known. */
  readonly from: Int32Array;
  /** Incidents that match the filter. */
  readonly matching: number;
  readonly withoutTime: number;
  /** Left out because days were asked for. */
  readonly monthOnly: number;
  readonly coverage: Coverage | null;
}

/**
 * The days from the first to the last incident of any kind in the data sets, as far as the period of the filter reaches:
 * what has not happened in that time is a zero, not an unknown. First day, and the day after the last.
 */
export interface Coverage {
  readonly local: LocalTime;
  readonly firstDay: number;
  readonly endDay: number;
  /** Data sets that are about less than nine tenths of these days, unless they follow one another. */
  readonly uneven: number;
}

/** A period in which something should have happened with this chance, and nothing did, has no data. */
const MISSING_MEAN = 6.6;
const MOSTLY = 0.9;
const DAY = 1440;
/** Days. */
const LONGEST_GAP = 31;

/**
 * @param days only times that are known to the day.
 * @param pause called now and then; what it throws ends the work.
 */
export function startsOf(
  task: StudyInput,
  timezone: string,
  days: boolean,
  pause: () => void = () => {},
): Starts {
  const from = new Int32Array(task.ids.length);
  let [size, matching, withoutTime, monthOnly] = [0, 0, 0, 0];
  eachWanted(task, (columns, row) => {
    matching++;
    if (columns.from[row] === MISSING) withoutTime++;
    else if (days && (columns.flags[row] & FLAG_MONTH_ONLY) !== 0) monthOnly++;
    else from[size++] = columns.from[row];
  });
  pause();
  const coverage = coverageOf(task, timezone);
  pause();
  return { from: from.subarray(0, size), matching, withoutTime, monthOnly, coverage };
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly incidents: number;
}

function coverageOf({ datasets, period }: StudyInput, timezone: string): Coverage | null {
  const spans = datasets.map(({ from }) => spanOf(from)).filter(({ incidents }) => incidents > 0);
  if (spans.length === 0) return null;
  const first = Math.min(...spans.map((span) => span.first));
  const last = Math.max(...spans.map((span) => span.last));
  const [least, most] = [Math.min(first, period.from ?? first), Math.max(last, period.to ?? last)];
  const local = localTime(timezone, least - LONGEST_GAP * DAY, most + LONGEST_GAP * DAY);
  const [begun, ended] = [local.dayOf(first), local.dayOf(last) + 1];
  // Data sets with an incident every few days may be whole without one on their first and last day.
  const usual = (ended - begun) / spans.reduce((sum, { incidents }) => sum + incidents, 0);
  const gap = Math.min(LONGEST_GAP, Math.ceil(usual) - 1);
  const firstDay = Math.max(begun - gap, firstWhole(local, period.from));
  const endDay = Math.min(ended + gap, period.to === null ? Infinity : local.dayOf(period.to));
  const short = (span: Span) => {
    const covered =
      Math.min(endDay, local.dayOf(span.last) + 1) - Math.max(firstDay, local.dayOf(span.first));
    return covered < MOSTLY * (endDay - firstDay);
  };
  const even = spans.length < 2 || inRelay(spans, local, gap);
  return { local, firstDay, endDay, uneven: even ? 0 : spans.filter(short).length };
}

/** A file a year: each data set begins where the one before it ends, so that no sum takes a step. */
function inRelay(spans: readonly Span[], local: LocalTime, gap: number): boolean {
  const inOrder = [...spans].sort((a, b) => a.first - b.first);
  return inOrder.slice(1).every(({ first }, i) => {
    const between = local.dayOf(first) - local.dayOf(inOrder[i].last) - 1;
    return Math.abs(between) <= gap + 1;
  });
}

function firstWhole(local: LocalTime, from: number | null): number {
  if (from === null) return -Infinity;
  const day = local.dayOf(from);
  return local.startOf(day) === from ? day : day + 1;
}

function spanOf(from: Int32Array): Span {
  let [first, last, incidents] = [Infinity, -Infinity, 0];
  for (let row = 0; row < from.length; row++) {
    const minute = from[row];
    if (minute === MISSING) continue;
    incidents++;
    if (minute < first) first = minute;
    if (minute > last) last = minute;
  }
  return { first, last, incidents };
}

/** Incidents of each period; NaN where the data sets have a hole. */
export interface TimeSeries {
  /** First days, and the day after the last period. */
  readonly edges: readonly number[];
  readonly days: Float64Array;
  readonly counts: Float64Array;
  /** Incidents counted. */
  readonly n: number;
  /** Incidents in none of the periods. */
  readonly others: number;
  readonly missing: number;
}

export function seriesOf(
  { datasets }: StudyInput,
  { from }: Starts,
  { local }: Coverage,
  edges: readonly number[],
  pause: () => void = () => {},
): TimeSeries {
  const minutes = Float64Array.from(edges, (day) => local.startOf(day));
  const count = (times: Int32Array) => {
    pause();
    return periodCounts(new Int32Array(times.length), times, minutes, 1);
  };
  const { counts, n, otherTimes } = count(from);
  const all = new Float64Array(counts.length);
  for (const columns of datasets)
    count(columns.from).counts.forEach((some, k) => {
      all[k] += some;
    });
  const held = all.filter((some) => some > 0);
  const usual = held.reduce((sum, some) => sum + some, 0) / Math.max(1, held.length);
  const isHole = (k: number) => all[k] === 0 && usual >= MISSING_MEAN;
  return {
    edges,
    days: Float64Array.from(counts, (_, k) => edges[k + 1] - edges[k]),
    counts: counts.map((some, k) => (isHole(k) ? NaN : some)),
    n,
    others: otherTimes,
    missing: counts.filter((_, k) => isHole(k)).length,
  };
}
