import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { incidentsOn, mostFirst } from '../../../../lorenz-curve.ts';
import { Chart, type Plot } from '../../../../ui/chart.tsx';
import { usePercentText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';

/** Rows of the table: the share of the incidents on these shares of the places. */
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

type Summary = SummaryOf<'concentration'>;

/** The places with most incidents first, so that the curve reads as the 80/20 table does; the selected one is a dot. */
export function LorenzChart({ summary: { lorenz, top } }: { summary: Summary }) {
  const intl = useIntl();
  const percent = usePercentText();
  const places = intl.formatMessage({ id: 'map.conc.sharePlaces', defaultMessage: 'Share of places' });
  const incidents = intl.formatMessage({
    id: 'map.conc.shareIncidents',
    defaultMessage: 'Share of incidents',
  });
  const { selected } = useSelectedPart();
  const draw = useCallback(
    (plot: Plot) => ({
      marginLeft: 48,
      x: { domain: [0, 100], percent: true, label: `${places}, %` },
      y: { domain: [0, 100], percent: true, grid: true, label: `${incidents}, %` },
      marks: [
        plot.line(
          [
            [0, 0],
            [1, 1],
          ],
          { stroke: 'var(--line-strong)', strokeDasharray: '4 3' },
        ),
        plot.areaY(mostFirst(lorenz), { x: 'places', y: 'incidents', fill: 'var(--teal-tint)' }),
        plot.line(mostFirst(lorenz), {
          x: 'places',
          y: 'incidents',
          stroke: 'var(--teal)',
          strokeWidth: 2,
        }),
        plot.dot(
          top.filter(({ rank }) => String(rank) === selected),
          {
            x: 'cumulativePlaces',
            y: 'cumulativeShare',
            r: 5,
            fill: 'var(--hot-3)',
            stroke: 'var(--surface)',
            strokeWidth: 2,
          },
        ),
      ],
    }),
    [lorenz, top, selected, places, incidents],
  );
  return (
    <Chart
      label={intl.formatMessage({
        id: 'map.conc.chart',
        defaultMessage: 'Lorenz curve: share of the incidents on the places with most of them',
      })}
      height={240}
      draw={draw}
      table={{
        title: <FormattedMessage id="map.conc.chartTable" defaultMessage="The curve as a table" />,
        columns: [places, incidents],
        rows: SHARES.map((share) => [percent(share), percent(incidentsOn(lorenz, share))]),
      }}
    />
  );
}
