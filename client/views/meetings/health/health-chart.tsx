import { type ReactNode, useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MeetingHealth } from '../../../api/committee-health.ts';
import { Chart, type Plot } from '../../../ui/chart.tsx';
import type { ChartLine } from '../../../ui/chart-lines.tsx';
import styles from '../meetings.module.css';

/** One figure of each meeting, as a line or as bars that stand on the ground. */
export interface HealthSeries extends ChartLine {
  readonly kind: 'line' | 'bar';
  /** Null: too few to say, or not counted. */
  readonly of: (one: MeetingHealth) => number | null;
}

interface HealthChartProps {
  readonly title: ReactNode;
  readonly hint: ReactNode;
  readonly label: string;
  readonly unit: string;
  /** The earliest first. */
  readonly meetings: readonly MeetingHealth[];
  readonly series: readonly HealthSeries[];
  /** A line across that the figures are held against. */
  readonly limit?: number;
  readonly tableTitle: ReactNode;
  readonly columns: readonly (readonly [name: string, cell: (one: MeetingHealth) => string])[];
}

const DAY = 86_400_000;
/** Half a month of room on either side. */
const MARGIN = 15 * DAY;
const FEW = 3;

/** Figures of meetings over time, with the table they were made from. */
export function HealthChart(props: HealthChartProps) {
  const { title, hint, label, unit, meetings, series, limit, tableTitle, columns } = props;
  const intl = useIntl();
  const draw = useCallback(
    (plot: Plot) => {
      const highest = Math.max(
        1,
        limit ?? 0,
        ...meetings.flatMap((one) => series.map(({ of }) => of(one) ?? 0)),
      );
      const days = meetings.map(({ on }) => Date.parse(on));
      const marks = series.map(({ kind, stroke, dash, of }) => {
        const points = meetings.map((one) => ({ at: new Date(one.on), figure: of(one) ?? Number.NaN }));
        if (kind === 'bar')
          return plot.ruleX(points, { x: 'at', y: 'figure', stroke, strokeWidth: 12, strokeLinecap: 'butt' });
        const line = { x: 'at', y: 'figure', stroke, strokeDasharray: dash, strokeWidth: 2 };
        return [plot.line(points, line), plot.dot(points, { x: 'at', y: 'figure', fill: stroke, r: 3.5 })];
      });
      return {
        marginLeft: 44,
        marginRight: 24,
        x: {
          type: 'utc' as const,
          label: null,
          // The days themselves while there is room for their names.
          ticks: meetings.length > FEW ? 4 : meetings.map(({ on }) => new Date(on)),
          domain: [new Date(Math.min(...days) - MARGIN), new Date(Math.max(...days) + MARGIN)],
          tickFormat: (date: Date) =>
            meetings.length > FEW
              ? intl.formatDate(date, { timeZone: 'UTC', month: 'short', year: 'numeric' })
              : intl.formatDate(date, { timeZone: 'UTC', dateStyle: 'medium' }),
        },
        y: {
          grid: true,
          domain: [0, highest],
          nice: true,
          ticks: Math.min(4, highest),
          label: unit,
          tickFormat: (y: number) => intl.formatNumber(y),
        },
        marks: [
          plot.ruleY([0], { stroke: 'var(--line-strong)' }),
          ...(limit === undefined
            ? []
            : [plot.ruleY([limit], { stroke: 'var(--amber)', strokeDasharray: '4 4' })]),
          ...marks.flat(),
        ],
      };
    },
    [meetings, series, unit, limit, intl],
  );
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <p className={styles.quiet}>{hint}</p>
      <Chart
        label={label}
        height={220}
        draw={draw}
        lines={series}
        table={{
          title: tableTitle,
          columns: [
            intl.formatMessage({ id: 'health.meeting', defaultMessage: 'Meeting' }),
            ...columns.map(([name]) => name),
          ],
          rows: meetings.map((one) => [
            intl.formatDate(one.on, { timeZone: 'UTC', dateStyle: 'medium' }),
            ...columns.map(([, cell]) => cell(one)),
          ]),
        }}
      />
    </section>
  );
}
