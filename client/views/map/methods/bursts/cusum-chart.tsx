import { useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WatchedDay } from '../../../../map/results/bursts.ts';
import { Chart, type Plot } from '../../../../ui/chart.tsx';
import { type ChartPart, partMarks } from '../../../../ui/chart-parts.ts';
import panelStyles from '../../panels/panels.module.css';
import { useSelectedPart } from '../selected-part.ts';
import { useCalendarDay } from './change-text.ts';
import type { CusumPart } from './words.tsx';

interface CusumChartProps {
  readonly cusum: CusumPart;
  readonly days: readonly WatchedDay[];
}

const DAY = 86_400_000;

/** The sum that climbs while there are more than usual, and the line at which it raises an alarm. */
export function CusumChart({ cusum, days }: CusumChartProps) {
  const intl = useIntl();
  const day = useCalendarDay();
  const part = useSelectedPart();
  const axis = useDayAxis();
  const round = (figure: number) => intl.formatNumber(figure, { maximumFractionDigits: 1 });
  const sum = intl.formatMessage({ id: 'map.bursts.sum', defaultMessage: 'Sum beyond the usual' });
  const draw = useCallback(
    (plot: Plot) => {
      const points = days.map(({ start, sum: height, alarm }) => ({
        from: new Date(start),
        to: new Date(start + DAY),
        height: height ?? Number.NaN,
        alarm,
      }));
      const parts = days.map(({ id, start }): ChartPart => ({ id, label: day(start) }));
      const top = Math.max(cusum.limit, ...points.map(({ height }) => (height > 0 ? height : 0)));
      return {
        marginLeft: 44,
        marginRight: 30,
        marginTop: 24,
        x: axis,
        y: { grid: true, zero: true, ticks: 3, domain: [0, top * 1.1], label: sum },
        marks: [
          plot.rectY(points, {
            x1: 'from',
            x2: 'to',
            y: 'height',
            fill: 'var(--teal)',
            fillOpacity: 0.55,
          }),
          plot.ruleY([cusum.limit], { stroke: 'var(--hot-3)', strokeWidth: 1.5, strokeDasharray: '6 3' }),
          plot.dot(
            points.filter(({ alarm }) => alarm),
            { x: 'from', y: 'height', r: 5, symbol: 'triangle', fill: 'var(--hot-3)' },
          ),
          plot.rectY(points, {
            x1: 'from',
            x2: 'to',
            y1: 0,
            y2: top,
            fill: 'transparent',
            ...partMarks(parts),
          }),
          plot.ruleY([0], { stroke: 'var(--line-strong)' }),
        ],
      };
    },
    [days, cusum, axis, sum, day],
  );
  return (
    <section>
      <h3>
        <FormattedMessage id="map.bursts.cusumTitle" defaultMessage="Has it crept up?" />
      </h3>
      <Chart
        label={intl.formatMessage({
          id: 'map.bursts.cusumChart',
          defaultMessage: 'CUSUM of the watched days with its alarm line and the alarms',
        })}
        height={180}
        draw={draw}
        table={{
          title: <FormattedMessage id="map.bursts.dayTable" defaultMessage="The days as a table" />,
          columns: [
            intl.formatMessage({ id: 'map.bursts.day', defaultMessage: 'Day' }),
            intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
            sum,
            intl.formatMessage({ id: 'map.bursts.alarmDay', defaultMessage: 'Alarm' }),
          ],
          rows: days.map(({ start, incidents, sum: height, alarm }) => [
            day(start),
            incidents === null ? '–' : intl.formatNumber(incidents),
            height === null ? '–' : round(height),
            alarm ? '▲' : '',
          ]),
          parts: days.map(({ id }) => id),
        }}
        {...part}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.bursts.cusumKey"
          defaultMessage="Each day adds its incidents less {reference}; at the dashed line ({limit}) it raises an alarm ▲ and begins anew."
          values={{ reference: round(cusum.reference), limit: round(cusum.limit) }}
        />
      </p>
    </section>
  );
}

/** Dates along the bottom, in the language of the reader. */
export function useDayAxis() {
  const intl = useIntl();
  return useMemo(
    () => ({
      type: 'utc' as const,
      label: null,
      ticks: 4,
      tickFormat: (date: Date) =>
        intl.formatDate(date, { day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC' }),
    }),
    [intl],
  );
}
