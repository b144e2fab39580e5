import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import type { Limits, TrendPeriod } from '../../../../map/results/trend.ts';
import { Chart, type Plot } from '../../../../ui/chart.tsx';
import { type ChartPart, partMarks } from '../../../../ui/chart-parts.ts';
import { useSelectedPart } from '../selected-part.ts';
import { ChartKey } from './chart-key.tsx';
import { type Step, usePeriodName } from './period-names.ts';
import { useSideText } from './side-text.ts';

type Summary = SummaryOf<'trend'>;

interface TrendChartProps {
  readonly summary: Summary;
  readonly step: Step;
  readonly periods: readonly TrendPeriod[];
}

const DAY = 86_400_000;

/** The series with what chance gives around it, and what earlier years give for the season. */
export function TrendChart({ summary, step, periods }: TrendChartProps) {
  const intl = useIntl();
  const name = usePeriodName(step);
  const unit = useUnitText(summary, step);
  const part = useSelectedPart();
  const draw = useCallback(
    (plot: Plot) => {
      const points = periods.map((period) => pointOf(period, summary.standardDays ?? 1));
      const parts = periods.map(
        ({ id, start, incidents }): ChartPart => ({
          id,
          label: `${name(start)}: ${incidents === null ? '–' : intl.formatNumber(incidents)}`,
        }),
      );
      return {
        marginLeft: 44,
        marginRight: 30,
        marginTop: 24,
        x: {
          type: 'utc' as const,
          label: null,
          ticks: 4,
          tickFormat: (date: Date) =>
            intl.formatDate(date, {
              timeZone: 'UTC',
              ...(summary.periods > 60 || step === 'month' || step === 'quarter'
                ? { month: 'short', year: 'numeric' }
                : { day: 'numeric', month: 'short' }),
            }),
        },
        y: { grid: true, zero: true, nice: true, ticks: 4, label: unit },
        marks: marksOf(plot, points, parts),
      };
    },
    [periods, summary, step, name, unit, intl],
  );
  return (
    <>
      <Chart
        label={intl.formatMessage({
          id: 'map.trend.chart',
          defaultMessage: 'Incidents over time with the limits of chance',
        })}
        height={230}
        draw={draw}
        table={useTable(summary, step, periods)}
        {...part}
      />
      <ChartKey season={summary.season?.judged ?? false} />
    </>
  );
}

/** What the figures of the chart are for: months are of unlike length. */
function useUnitText({ standardDays }: Summary, step: Step): string {
  const intl = useIntl();
  return intl.formatMessage(
    {
      id: 'map.trend.unit',
      defaultMessage:
        'Incidents a {step, select, day {day} week {week} month {month of {days} days} other {quarter of {days} days}}',
    },
    { step, days: intl.formatNumber(standardDays ?? 0, { maximumFractionDigits: 1 }) },
  );
}

/** A period as it is drawn: figures for the standard length, at the middle of its days. */
function pointOf(
  { start, days, incidents, limits, side, season, seasonSide }: TrendPeriod,
  standard: number,
) {
  const scaled = (of: Limits | null) =>
    of && {
      expected: (of.expected * standard) / days,
      low: (of.low * standard) / days,
      high: (of.high * standard) / days,
    };
  return {
    from: new Date(start),
    to: new Date(start + days * DAY),
    middle: new Date(start + (days * DAY) / 2),
    rate: incidents === null ? Number.NaN : (incidents * standard) / days,
    limits: scaled(limits),
    season: scaled(season),
    side,
    seasonSide,
  };
}

type Point = ReturnType<typeof pointOf>;

function marksOf(plot: Plot, points: readonly Point[], parts: readonly ChartPart[]) {
  const limited = points.filter(({ limits }) => limits !== null);
  const seasonal = points.filter(({ season }) => season !== null);
  const outside = points.filter(({ side }) => side !== 0);
  return [
    plot.areaY(limited, {
      x: 'middle',
      y1: ({ limits }: Point) => limits?.low,
      y2: ({ limits }: Point) => limits?.high,
      fill: 'var(--teal-tint)',
    }),
    plot.ruleX(seasonal, {
      x: 'middle',
      y1: ({ season }: Point) => season?.low,
      y2: ({ season }: Point) => season?.high,
      stroke: 'var(--data-5)',
      strokeWidth: 4,
      strokeOpacity: 0.55,
    }),
    plot.line(limited, {
      x: 'middle',
      y: ({ limits }: Point) => limits?.expected,
      stroke: 'var(--teal)',
      strokeWidth: 1.5,
      strokeDasharray: '5 3',
    }),
    plot.line(points, { x: 'middle', y: 'rate', stroke: 'var(--ink)', strokeWidth: 1.5 }),
    plot.dot(outside, {
      x: 'middle',
      y: 'rate',
      r: 5,
      symbol: ({ side }: Point) => (side > 0 ? 'triangle' : 'diamond'),
      fill: ({ side }: Point) => (side > 0 ? 'var(--hot-3)' : 'var(--cold-3)'),
    }),
    plot.dot(
      points.filter(({ seasonSide }) => seasonSide !== 0),
      { x: 'middle', y: 'rate', r: 8, stroke: 'var(--ink)', strokeWidth: 1.5 },
    ),
    // What is pressed is the whole column of a period, not the thin line.
    plot.rectY(points, {
      x1: 'from',
      x2: 'to',
      y1: 0,
      y2: topOf(points),
      fill: 'transparent',
      ...partMarks(parts),
    }),
    plot.ruleY([0], { stroke: 'var(--line-strong)' }),
  ];
}

const topOf = (points: readonly Point[]): number =>
  points.reduce(
    (top, { rate, limits, season }) =>
      Math.max(top, Number.isNaN(rate) ? 0 : rate, limits?.high ?? 0, season?.high ?? 0),
    1,
  );

function useTable(summary: Summary, step: Step, periods: readonly TrendPeriod[]) {
  const intl = useIntl();
  const name = usePeriodName(step);
  const side = useSideText();
  const round = (figure: number) => intl.formatNumber(figure, { maximumFractionDigits: figure < 10 ? 1 : 0 });
  const range = (limits: Limits | null) => (limits ? `${round(limits.low)} – ${round(limits.high)}` : '–');
  const judged = summary.season?.judged ?? false;
  return {
    title: <FormattedMessage id="map.trend.table" defaultMessage="The periods as a table" />,
    columns: [
      intl.formatMessage({ id: 'map.emerging.periodColumn', defaultMessage: 'Period' }),
      intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
      intl.formatMessage({ id: 'map.trend.perDay', defaultMessage: 'A day' }),
      intl.formatMessage({ id: 'map.trend.limits', defaultMessage: 'Limits of chance' }),
      intl.formatMessage({ id: 'map.emerging.verdictColumn', defaultMessage: 'Verdict' }),
      ...(judged
        ? [intl.formatMessage({ id: 'map.trend.seasonLimits', defaultMessage: 'Usual for the season' })]
        : []),
    ],
    rows: periods.map(({ start, days, incidents, limits, side: own, season, seasonSide }) => [
      name(start, 'short'),
      incidents === null
        ? intl.formatMessage({ id: 'map.trend.noData', defaultMessage: 'no data' })
        : intl.formatNumber(incidents),
      incidents === null ? '–' : intl.formatNumber(incidents / days, { maximumSignificantDigits: 3 }),
      range(limits),
      limits ? side(own) : '–',
      ...(judged
        ? [season ? `${range(season)} ${seasonSide === 0 ? '' : side(seasonSide)}`.trim() : '–']
        : []),
    ]),
    parts: periods.map(({ id }) => id),
  };
}
