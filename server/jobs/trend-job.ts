import { MANN_KENDALL_FLOOR } from '../../analysis/mann-kendall.ts';
import { dateOf, isoDay, type Step, wholePeriods } from './calendar-periods.ts';
import type { RunWarning, TooFew, TrendParameters, TrendSummary } from './contract.ts';
import { pointSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused, type ResultColumn } from './task.ts';
import { type Coverage, type Starts, seriesOf, startsOf, type TimeSeries } from './time-series.ts';
import { type Findings, findingsOf, sides, standardDays } from './trend-findings.ts';

/** Fewer, and single incidents make the trend. */
const INCIDENTS_FLOOR = 30;
const MOST_PERIODS = 1100;
const LONGER: Readonly<Record<Step, Step | null>> = {
  day: 'week',
  week: 'month',
  month: 'quarter',
  quarter: null,
};
const SMALL_MEAN = 5;
const MOST_MONTHS = 240;

export function runTrend(study: StudyArea, parameters: TrendParameters, checkpoint: Checkpoint): Finding {
  const known = startsOf(study.task, parameters.timezone, false, () => checkpoint(0.1));
  checkpoint(0.2);
  const reason = known.matching === 0 ? 'no_incidents' : 'no_times';
  if (known.from.length === 0 || known.coverage === null)
    return nothing(study, parameters, { reason, found: 0, floor: INCIDENTS_FLOOR });
  const { step, edges } = periodsOf(parameters, known, known.coverage);
  const starts =
    step === 'day' || step === 'week'
      ? startsOf(study.task, parameters.timezone, true, () => checkpoint(0.25))
      : known;
  if (edges.length === 0)
    return nothing(study, parameters, { reason: 'too_few_periods', found: 0, floor: MANN_KENDALL_FLOOR });
  const series = seriesOf(study.task, starts, known.coverage, edges, () => checkpoint(0.3));
  checkpoint(0.4);
  const tooFew = floor(series);
  const found = tooFew === null ? findingsOf(series, step, parameters, checkpoint) : null;
  const summary = summaryOf(study, parameters, {
    starts,
    coverage: known.coverage,
    step,
    series,
    found,
    tooFew,
  });
  return { summary, rows: 'period', columns: periodColumns(series, found) };
}

interface Periods {
  readonly step: Step;
  readonly edges: readonly number[];
}

function periodsOf({ step }: TrendParameters, { from }: Starts, coverage: Coverage): Periods {
  const of = (one: Step): Periods => ({
    step: one,
    edges: wholePeriods(one, coverage.firstDay, coverage.endDay),
  });
  const chosen = step === 'auto' ? automatic(of, from.length) : of(step);
  const count = chosen.edges.length - 1;
  if (count > MOST_PERIODS)
    throw new Refused(
      `The time holds ${count} whole periods of a ${chosen.step}; at most ${MOST_PERIODS} can be compared. Choose longer periods, or a shorter time.`,
    );
  return chosen;
}

function automatic(of: (step: Step) => Periods, incidents: number): Periods {
  const count = ({ edges }: Periods) => Math.max(0, edges.length - 1);
  const [months, weeks] = [of('month'), of('week')];
  let chosen = count(months) >= 12 ? months : count(weeks) >= MANN_KENDALL_FLOOR ? weeks : of('day');
  if (count(months) > MOST_MONTHS) chosen = of('quarter');
  const longer = LONGER[chosen.step];
  if (longer === null || incidents / count(chosen) >= SMALL_MEAN) return chosen;
  return count(of(longer)) >= MANN_KENDALL_FLOOR ? of(longer) : chosen;
}

function floor({ counts, missing, n }: TimeSeries): TooFew | null {
  const periods = counts.length - missing;
  if (periods < MANN_KENDALL_FLOOR)
    return { reason: 'too_few_periods', found: periods, floor: MANN_KENDALL_FLOOR };
  if (n < INCIDENTS_FLOOR) return { reason: 'too_few_incidents', found: n, floor: INCIDENTS_FLOOR };
  return null;
}

interface Parts {
  readonly starts: Starts;
  readonly coverage: Coverage;
  readonly step: Step;
  readonly series: TimeSeries;
  readonly found: Findings | null;
  readonly tooFew: TooFew | null;
}

function summaryOf(study: StudyArea, parameters: TrendParameters, parts: Parts): TrendSummary {
  const { starts, coverage, step, series, found, tooFew } = parts;
  const { edges, days, n, missing } = series;
  const known = days.reduce((sum, some, k) => sum + (Number.isNaN(series.counts[k]) ? 0 : some), 0);
  const standard = standardDays(series);
  const dispersion = found?.limits.dispersion ?? NaN;
  return {
    ...nothingYet(study, parameters, n, tooFew),
    step,
    days: { first: isoDay(edges[0]), last: isoDay(edges[edges.length - 1] - 1) },
    periods: days.length,
    missing,
    standardDays: standard,
    mean: known > 0 ? (n * standard) / known : null,
    limits: found && {
      around: found.around,
      widening: found.limits.widening,
      ...sides(found.limits.classes),
      byChance: found.limits.falseAlarms,
    },
    dispersion: Number.isNaN(dispersion) ? null : dispersion,
    trend: found?.trend ?? null,
    season: found?.season ?? null,
    warnings: [...warningsOf(starts, coverage, series), ...(found?.warnings ?? [])],
  };
}

function warningsOf(starts: Starts, { uneven }: Coverage, { others, missing }: TimeSeries): RunWarning[] {
  const warnings: RunWarning[] = [];
  const warn = (code: RunWarning['code'], value: number) => {
    if (value > 0) warnings.push({ code, value });
  };
  warn('without_time', starts.withoutTime);
  warn('month_only', starts.monthOnly);
  warn('unfinished_ends', others);
  warn('missing_periods', missing);
  warn('uneven_coverage', uneven);
  return warnings;
}

function nothing(study: StudyArea, parameters: TrendParameters, tooFew: TooFew): Finding {
  return { summary: nothingYet(study, parameters, 0, tooFew), rows: 'period', columns: [] };
}

function nothingYet(
  study: StudyArea,
  { step, timezone }: TrendParameters,
  n: number,
  tooFew: TooFew | null,
): TrendSummary {
  return {
    ...pointSummary(study, n, tooFew),
    // Incidents count wherever they lie.
    outside: 0,
    warnings: [],
    timezone,
    step: null,
    stepRule: step === 'auto' ? 'auto' : 'chosen',
    days: null,
    periods: 0,
    missing: 0,
    standardDays: null,
    mean: null,
    limits: null,
    dispersion: null,
    trend: null,
    season: null,
  };
}

function periodColumns({ edges, days, counts }: TimeSeries, found: Findings | null): ResultColumn[] {
  const size = counts.length;
  const dates = Array.from({ length: size }, (_, k) => dateOf(edges[k]));
  const none = () => new Float64Array(size).fill(NaN);
  const limits = found?.limits;
  const band = found?.band ?? null;
  const first = size - (band?.expected.length ?? 0);
  const late = (values: ArrayLike<number> | undefined) => none().map((_, k) => values?.[k - first] ?? NaN);
  return [
    { name: 'year', data: Uint16Array.from(dates, ({ year }) => year) },
    { name: 'month', data: Uint16Array.from(dates, ({ month }) => month + 1) },
    { name: 'day', data: Uint16Array.from(dates, ({ date }) => date) },
    { name: 'days', data: Uint16Array.from(days) },
    { name: 'incidents', data: counts, nullable: true },
    { name: 'perDay', data: counts.map((count, k) => count / days[k]), nullable: true },
    { name: 'expected', data: limits?.expected ?? none(), nullable: true },
    { name: 'low', data: limits?.low ?? none(), nullable: true },
    { name: 'high', data: limits?.high ?? none(), nullable: true },
    { name: 'outside', data: limits?.classes ?? new Int8Array(size) },
    { name: 'seasonExpected', data: late(band?.expected), nullable: true },
    { name: 'seasonLow', data: late(band?.low), nullable: true },
    { name: 'seasonHigh', data: late(band?.high), nullable: true },
    { name: 'season', data: Int8Array.from({ length: size }, (_, k) => band?.classes[k - first] ?? 0) },
  ];
}
