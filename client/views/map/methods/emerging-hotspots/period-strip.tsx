import { useCallback, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { writeCellPeriod } from '../../../../map/results/cell-period.ts';
import { Chart, type Plot } from '../../../../ui/chart.tsx';
import { partMarks } from '../../../../ui/chart-parts.ts';
import { useDayText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';

interface PeriodStripProps {
  readonly cell: number;
  readonly periods: SummaryOf<'emerging-hotspots'>['periods'];
  /** Of this cell, oldest first. */
  readonly counts: readonly number[];
  /** 1 hot, -1 cold, 0 neither. */
  readonly states: readonly number[];
}

/**
 * The history of a cell at a glance: the height is the count, colour and sign what the test said of the period.
 * A chosen period shows its incidents on the map.
 */
export function PeriodStrip({ cell, periods, counts, states }: PeriodStripProps) {
  const intl = useIntl();
  const day = useDayText();
  const choice = useSelectedPart();
  const parts = useMemo(
    () => periods.map((_, period) => writeCellPeriod({ cell: String(cell), period })),
    [cell, periods],
  );
  const incidents = intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' });
  const [first, last] = [periods[0], periods.at(-1)].map((period) => (period ? day(period.from) : ''));
  const draw = useCallback(
    (plot: Plot) => ({
      marginLeft: 36,
      marginTop: 22,
      x: { type: 'band' as const, ticks: [], label: null, padding: 0.15 },
      y: { grid: true, label: incidents, ticks: 3, domain: [0, Math.max(...counts, 1) * 1.2] },
      marks: [
        ...marksOf(plot, counts, states, parts),
        plot.text([first], { text: (text: string) => text, frameAnchor: 'bottom-left', dy: 18 }),
        plot.text([last], { text: (text: string) => text, frameAnchor: 'bottom-right', dy: 18 }),
      ],
    }),
    [counts, states, parts, first, last, incidents],
  );
  return (
    <Chart
      label={intl.formatMessage({
        id: 'map.emerging.stripLabel',
        defaultMessage: 'Incidents and verdict of each period in this cell',
      })}
      height={140}
      draw={draw}
      {...choice}
      table={{
        parts,
        title: <FormattedMessage id="map.emerging.strip" defaultMessage="The periods as a table" />,
        columns: [
          intl.formatMessage({ id: 'map.emerging.periodColumn', defaultMessage: 'Period' }),
          incidents,
          intl.formatMessage({ id: 'map.emerging.verdictColumn', defaultMessage: 'Verdict' }),
        ],
        rows: periods.map(({ from, to }, k) => [
          `${day(from)} – ${day(to, true)}`,
          intl.formatNumber(counts[k]),
          intl.formatMessage(
            {
              id: 'map.emerging.state',
              defaultMessage: '{state, select, hot {▲ hot} cold {▼ cold} other {neither}}',
            },
            { state: lookOf(states[k]).state },
          ),
        ]),
      }}
    />
  );
}

function marksOf(plot: Plot, counts: readonly number[], states: readonly number[], parts: readonly string[]) {
  const bars = counts.map((count, period) => ({ period, count, ...lookOf(states[period]) }));
  return [
    plot.barY(bars, {
      x: 'period',
      y: 'count',
      fill: 'fill',
      ...partMarks(bars.map(({ count, sign }, k) => ({ id: parts[k], label: `${count} ${sign}` }))),
    }),
    plot.text(bars, { x: 'period', y: 'count', text: 'sign', dy: -7, fontSize: 9, fill: 'var(--ink)' }),
    plot.ruleY([0], { stroke: 'var(--line-strong)' }),
  ];
}

function lookOf(state: number) {
  if (state > 0) return { state: 'hot', fill: 'var(--hot-2)', sign: '▲' };
  if (state < 0) return { state: 'cold', fill: 'var(--cold-2)', sign: '▼' };
  return { state: 'neither', fill: 'var(--line-strong)', sign: '' };
}
