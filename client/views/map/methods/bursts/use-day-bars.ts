import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Plot } from '../../../../ui/chart.tsx';
import { type ChartPart, partMarks } from '../../../../ui/chart-parts.ts';

const DAY = 86_400_000;

export interface DayBar {
  readonly id: string;
  /** Of the day, milliseconds since 1970. */
  readonly start: number;
  /** NaN: no bar. */
  readonly height: number;
  /** Marked with a triangle. */
  readonly found: boolean;
}

interface DayBarsOptions {
  readonly bars: readonly DayBar[];
  readonly unit: string;
  readonly fill: string;
  readonly opacity: number;
  /** Where a bar is unusual, a dashed line; null where nobody can tell. */
  readonly limit: number | null;
  /** What is usual, a line. */
  readonly usual?: number;
}

/** A bar a day with the line at which it is unusual. */
export function useDayBars({ bars, unit, fill, opacity, limit, usual }: DayBarsOptions) {
  const intl = useIntl();
  return useCallback(
    (plot: Plot) => {
      const points = bars.map(({ start, height, found }) => ({
        from: new Date(start),
        to: new Date(start + DAY),
        height,
        found,
      }));
      const parts = bars.map(
        ({ id, start }): ChartPart => ({
          id,
          label: intl.formatDate(start, { dateStyle: 'medium', timeZone: 'UTC' }),
        }),
      );
      const top = Math.max(limit ?? 0, ...points.map(({ height }) => (height > 0 ? height : 0)));
      const sides = { x1: 'from', x2: 'to' };
      const dashed = { stroke: 'var(--hot-3)', strokeWidth: 1.5, strokeDasharray: '6 3' };
      return {
        marginLeft: 44,
        marginRight: 30,
        marginTop: 24,
        x: {
          type: 'utc' as const,
          label: null,
          ticks: 4,
          tickFormat: (date: Date) =>
            intl.formatDate(date, { day: 'numeric', month: 'short', year: '2-digit', timeZone: 'UTC' }),
        },
        y: { grid: true, zero: true, ticks: 3, domain: [0, top * 1.1], label: unit },
        marks: [
          plot.rectY(points, { ...sides, y: 'height', fill, fillOpacity: opacity }),
          plot.ruleY(usual === undefined ? [] : [usual], { stroke: 'var(--teal)', strokeWidth: 1.5 }),
          plot.ruleY(limit === null ? [] : [limit], dashed),
          plot.dot(
            points.filter(({ found }) => found),
            { x: 'from', y: 'height', r: 5, symbol: 'triangle', fill: 'var(--hot-3)' },
          ),
          // The whole height of a day answers, not its bar alone.
          plot.rectY(points, { ...sides, y1: 0, y2: top, fill: 'transparent', ...partMarks(parts) }),
          plot.ruleY([0], { stroke: 'var(--line-strong)' }),
        ],
      };
    },
    [bars, unit, fill, opacity, limit, usual, intl],
  );
}
