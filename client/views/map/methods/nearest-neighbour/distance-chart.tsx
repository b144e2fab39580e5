import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { Chart, type Plot } from '../../../../ui/chart.tsx';

type Bands = SummaryOf<'nearest-neighbour'>['bands'];

/** Bars: incidents by the distance to their nearest. Line: what chance gives. The open band is in the table alone. */
export function DistanceChart({ bands }: { bands: Bands }) {
  const intl = useIntl();
  const distance = intl.formatMessage({
    id: 'map.nearest.distance',
    defaultMessage: 'Metres to the nearest other incident',
  });
  const incidents = intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' });
  const chance = intl.formatMessage({ id: 'map.nearest.expected', defaultMessage: 'By chance' });
  const draw = useCallback(
    (plot: Plot) => {
      const closed = bands.flatMap((band) => (band.to === null ? [] : [{ ...band, to: band.to }]));
      return {
        marginLeft: 48,
        x: { label: distance, ticks: 6 },
        y: { grid: true, label: incidents, ticks: 4 },
        marks: [
          plot.rectY(closed, { x1: 'from', x2: 'to', y: 'incidents', fill: 'var(--teal)', inset: 0.5 }),
          plot.line(closed, {
            x: ({ from, to }: { from: number; to: number }) => (from + to) / 2,
            y: 'expected',
            stroke: 'var(--ink)',
            strokeWidth: 2,
            strokeDasharray: '4 3',
          }),
          plot.ruleY([0], { stroke: 'var(--line-strong)' }),
        ],
      };
    },
    [bands, distance, incidents],
  );
  const label = intl.formatMessage({
    id: 'map.nearest.chart',
    defaultMessage: 'Incidents by the distance to the nearest other one; the dashed line is chance',
  });
  return (
    <>
      <p>{label}</p>
      <Chart
        label={label}
        height={170}
        draw={draw}
        table={{
          title: <FormattedMessage id="map.clock.chartTable" defaultMessage="The same as a table" />,
          columns: [distance, incidents, chance],
          rows: bands.map(({ from, to, incidents: found, expected }) => [
            intl.formatMessage(
              {
                id: 'map.nearest.band',
                defaultMessage:
                  '{open, select, true {{from, number} or more} other {{from, number} – {to, number}}}',
              },
              { open: String(to === null), from, to: to ?? 0 },
            ),
            intl.formatNumber(found),
            intl.formatNumber(expected, { maximumFractionDigits: 1 }),
          ]),
        }}
      />
    </>
  );
}
