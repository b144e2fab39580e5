import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WatchedDay } from '../../../../map/results/bursts.ts';
import { Chart, type Plot } from '../../../../ui/chart.tsx';
import { type ChartPart, partMarks } from '../../../../ui/chart-parts.ts';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';
import { useCalendarDay } from './change-text.ts';
import { useDayAxis } from './cusum-chart.tsx';
import { movingSums } from './moving-sums.ts';
import type { WindowPart } from './words.tsx';

interface WindowChartProps {
  readonly window: WindowPart;
  readonly days: readonly WatchedDay[];
}

const DAY = 86_400_000;

/** Incidents of each window, by its last day, with what would be unusual anywhere. */
export function WindowChart({ window, days }: WindowChartProps) {
  const intl = useIntl();
  const day = useCalendarDay();
  const chance = useChanceText();
  const part = useSelectedPart();
  const axis = useDayAxis();
  const unit = intl.formatMessage(
    {
      id: 'map.bursts.unit',
      defaultMessage: 'Incidents in {days, plural, one {a day} other {# days}}',
    },
    { days: window.days },
  );
  const draw = useCallback(
    (plot: Plot) => {
      const sums = movingSums(days, window.days);
      const parts = sums.map(({ id, start }): ChartPart => ({ id, label: day(start) }));
      const points = sums.map(({ start, incidents, id }) => ({
        from: new Date(start),
        to: new Date(start + DAY),
        incidents,
        found: window.fullest.some(({ row }) => String(row) === id),
      }));
      const top = Math.max(window.alarm ?? 0, ...points.map(({ incidents }) => incidents));
      return {
        marginLeft: 44,
        marginRight: 30,
        marginTop: 24,
        x: axis,
        y: { grid: true, zero: true, ticks: 3, domain: [0, top * 1.1], label: unit },
        marks: [
          plot.rectY(points, {
            x1: 'from',
            x2: 'to',
            y: 'incidents',
            fill: 'var(--data-8)',
            fillOpacity: 0.6,
          }),
          plot.ruleY([window.expected], { stroke: 'var(--teal)', strokeWidth: 1.5 }),
          ...(window.alarm === null
            ? []
            : [
                plot.ruleY([window.alarm], {
                  stroke: 'var(--hot-3)',
                  strokeWidth: 1.5,
                  strokeDasharray: '6 3',
                }),
              ]),
          plot.dot(
            points.filter(({ found }) => found),
            { x: 'from', y: 'incidents', r: 5, symbol: 'triangle', fill: 'var(--hot-3)' },
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
    [days, window, axis, unit, day],
  );
  return (
    <section>
      <h3>
        <FormattedMessage id="map.bursts.windowTitle" defaultMessage="Was there a burst?" />
      </h3>
      <Chart
        label={intl.formatMessage({
          id: 'map.bursts.windowChart',
          defaultMessage: 'Incidents in a moving window over the watched days, with what would be unusual',
        })}
        height={160}
        draw={draw}
        table={{
          title: (
            <FormattedMessage id="map.bursts.windowTable" defaultMessage="The fullest windows as a table" />
          ),
          columns: [
            intl.formatMessage({ id: 'map.emerging.periodColumn', defaultMessage: 'Period' }),
            intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' }),
            'p',
          ],
          rows: window.fullest.map(({ first, last, incidents, p }) => [
            window.days === 1 ? day(last) : `${day(first)} – ${day(last)}`,
            intl.formatNumber(incidents),
            chance(p) ?? '–',
          ]),
          parts: window.fullest.map(({ row }) => String(row)),
        }}
        {...part}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.bursts.windowKey"
          defaultMessage="The bar of a day holds the {days, plural, one {day itself} other {# days up to it}}; the line is what is usual{known, select, true {, the dashed one what chance seldom reaches anywhere} other {}}; ▲ marks the fullest {found, plural, one {one} other {#, none with a day of another}}."
          values={{ days: window.days, known: String(window.alarm !== null), found: window.fullest.length }}
        />
      </p>
    </section>
  );
}
