import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { Chart, type Plot } from '../../../../ui/chart.tsx';
import { usePercentText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';

/** Rows of the table: the share of the incidents on these shares of the places. */
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

type Summary = SummaryOf<'concentration'>;
type Lorenz = Summary['lorenz'];

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

/** The curve turned round: it is given with the places of fewest incidents first. */
export function mostFirst({ places, incidents }: Lorenz): { places: number; incidents: number }[] {
  return places.map((share, i) => ({ places: 1 - share, incidents: 1 - incidents[i] })).reverse();
}

/** Share of the incidents on so large a share of the places, those with most first. */
export function incidentsOn(lorenz: Lorenz, share: number): number {
  const curve = mostFirst(lorenz);
  const after = curve.findIndex(({ places }) => places >= share);
  if (after <= 0) return after === 0 ? curve[0].incidents : 1;
  const [a, b] = [curve[after - 1], curve[after]];
  const part = b.places === a.places ? 1 : (share - a.places) / (b.places - a.places);
  return a.incidents + part * (b.incidents - a.incidents);
}
