import {
  crowdedWindows,
  type DayCounts,
  type Followed,
  follow,
  UNEVEN,
  type WindowPart,
} from './bursts-findings.ts';
import { dateOf, isoDay } from './calendar-periods.ts';
import type { BurstsParameters, BurstsSummary, RunWarning, TooFew } from './contract.ts';
import { pointSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused, type ResultColumn } from './task.ts';
import { type Coverage, type Starts, seriesOf, startsOf, type TimeSeries } from './time-series.ts';

/** In the baseline: fewer, and nobody knows what is usual. */
const INCIDENTS_FLOOR = 30;
const BASELINE_FLOOR = 28;
const WATCH_FLOOR = 14;
const MOST_DAYS = 3660;

export function runBursts(study: StudyArea, parameters: BurstsParameters, checkpoint: Checkpoint): Finding {
  const starts = startsOf(study.task, parameters.timezone, true, () => checkpoint(0.1));
  checkpoint(0.2);
  const { coverage } = starts;
  const reason = starts.matching === 0 ? 'no_incidents' : 'no_times';
  if (starts.from.length === 0 || coverage === null)
    return nothing(study, parameters, { reason, found: 0, floor: INCIDENTS_FLOOR });
  const span = coverage.endDay - coverage.firstDay;
  requireDays(span);
  const watch = watchDays(parameters, span);
  if (watch < WATCH_FLOOR || span - watch < BASELINE_FLOOR)
    return nothing(study, parameters, tooFewDays(span, watch));
  requireWindow(parameters, watch);
  const edges = Array.from({ length: span + 1 }, (_, k) => coverage.firstDay + k);
  const series = seriesOf(study.task, starts, coverage, edges, () => checkpoint(0.3));
  checkpoint(0.4);
  return found(study, parameters, { starts, coverage, series, baseline: span - watch }, checkpoint);
}

function watchDays({ watchDays }: BurstsParameters, span: number): number {
  if (watchDays !== 'auto') return watchDays;
  if (span >= 730) return 365;
  return span >= 182 ? 91 : Math.floor(span / 3);
}

function requireDays(span: number): void {
  if (span > MOST_DAYS)
    throw new Refused(
      `The time holds ${span} days; at most ${MOST_DAYS} can be followed. Choose a shorter time.`,
    );
}

function tooFewDays(span: number, watch: number): TooFew {
  const floor = watch < WATCH_FLOOR ? 3 * WATCH_FLOOR : watch + BASELINE_FLOOR;
  return { reason: 'too_few_days', found: Math.max(0, span), floor };
}

interface Parts {
  readonly starts: Starts;
  readonly coverage: Coverage;
  readonly series: TimeSeries;
  readonly baseline: number;
}

function found(
  study: StudyArea,
  parameters: BurstsParameters,
  parts: Parts,
  checkpoint: Checkpoint,
): Finding {
  const { series, baseline } = parts;
  const { days, incidents } = dayCounts(parts);
  const { dispersion } = days;
  const common = {
    ...base(study, parameters, series.n, null),
    ...periods(parts, days.mean, dispersion, incidents),
  };
  const warnings = warningsOf(parts, dispersion);
  if (incidents < INCIDENTS_FLOOR) {
    const tooFew: TooFew = { reason: 'too_few_incidents', found: incidents, floor: INCIDENTS_FLOOR };
    return {
      summary: { ...common, warnings, tooFew },
      rows: 'day',
      columns: dayColumns(days, baseline, null, null),
    };
  }
  let pauses = 0;
  const followed = follow(days, parameters, () => {
    pauses++;
    checkpoint(0.4 + 0.4 * (1 - 1 / (1 + pauses / 500)));
  });
  const window = crowdedWindows(days, parameters);
  checkpoint(0.9);
  return {
    summary: { ...common, warnings, cusum: followed.part, window },
    rows: 'day',
    columns: dayColumns(days, baseline, followed, window),
  };
}

function requireWindow({ windowDays }: BurstsParameters, watched: number): void {
  if (windowDays * 2 <= watched) return;
  throw new Refused(
    `A window of ${windowDays} days must fit twice into the ${watched} days that are watched. Choose a shorter window, or watch longer.`,
  );
}

function dayCounts({ series: { counts }, coverage, baseline }: Parts) {
  const known = counts.subarray(0, baseline).filter((count) => !Number.isNaN(count));
  const incidents = known.reduce((sum, count) => sum + count, 0);
  const mean = known.length > 0 ? incidents / known.length : 0;
  const squares = known.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  const dispersion = mean > 0 && known.length > 1 ? squares / (known.length - 1) / mean : 1;
  const days: DayCounts = { firstDay: coverage.firstDay, counts, baseline, mean, dispersion };
  return { days, incidents };
}

function periods(
  { coverage: { firstDay, endDay }, series, baseline }: Parts,
  mean: number,
  dispersion: number,
  incidents: number,
): Pick<BurstsSummary, 'baseline' | 'watched'> {
  const start = firstDay + baseline;
  return {
    baseline: {
      first: isoDay(firstDay),
      last: isoDay(start - 1),
      days: baseline,
      incidents,
      mean,
      dispersion,
    },
    watched: {
      first: isoDay(start),
      last: isoDay(endDay - 1),
      days: endDay - start,
      incidents: series.n - incidents,
    },
  };
}

function warningsOf({ starts, coverage, series }: Parts, dispersion: number): RunWarning[] {
  const warnings: RunWarning[] = [];
  const warn = (code: RunWarning['code'], value: number) => {
    if (value > 0) warnings.push({ code, value });
  };
  warn('without_time', starts.withoutTime);
  warn('month_only', starts.monthOnly);
  warn('missing_days', series.missing);
  warn('uneven_coverage', coverage.uneven);
  if (dispersion > UNEVEN) warn('days_uneven', dispersion);
  return warnings;
}

function nothing(study: StudyArea, parameters: BurstsParameters, tooFew: TooFew): Finding {
  return { summary: base(study, parameters, 0, tooFew), rows: 'day', columns: [] };
}

function base(
  study: StudyArea,
  { timezone, watchDays }: BurstsParameters,
  n: number,
  tooFew: TooFew | null,
): BurstsSummary {
  return {
    ...pointSummary(study, n, tooFew),
    // Incidents count wherever they lie.
    outside: 0,
    warnings: [],
    timezone,
    watchRule: watchDays === 'auto' ? 'auto' : 'chosen',
    baseline: null,
    watched: null,
    cusum: null,
    window: null,
  };
}

function dayColumns(
  { firstDay, counts }: DayCounts,
  baseline: number,
  followed: Followed | null,
  window: WindowPart | null,
): ResultColumn[] {
  const dates = Array.from(counts, (_, row) => dateOf(firstDay + row));
  const crowded = new Int8Array(counts.length);
  for (const { row, incidents } of window?.fullest ?? [])
    if (window?.alarm !== null && incidents >= (window?.alarm ?? 0))
      crowded.fill(1, row - (window?.days ?? 0) + 1, row + 1);
  return [
    { name: 'year', data: Uint16Array.from(dates, ({ year }) => year) },
    { name: 'month', data: Uint16Array.from(dates, ({ month }) => month + 1) },
    { name: 'day', data: Uint16Array.from(dates, ({ date }) => date) },
    { name: 'incidents', data: counts, nullable: true },
    { name: 'watched', data: Int8Array.from(counts, (_, row) => +(row >= baseline)) },
    {
      name: 'cusum',
      data: followed?.path ?? new Float64Array(counts.length).fill(NaN),
      nullable: true,
    },
    { name: 'alarm', data: Int8Array.from(counts, (_, row) => +(followed?.alarmRows.has(row) ?? false)) },
    { name: 'crowded', data: crowded },
  ];
}
