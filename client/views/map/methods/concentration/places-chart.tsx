import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { Chart, type Plot } from '../../../../ui/chart.tsx';
import { partMarks } from '../../../../ui/chart-parts.ts';
import { useSelectedPart } from '../selected-part.ts';
import { usePlaceText } from './use-place-text.ts';

/** Incidents at each of the first places: where the bars fall steeply, a few places are the place to begin. */
export function PlacesChart({ summary }: { summary: SummaryOf<'concentration'> }) {
  const intl = useIntl();
  const placeName = usePlaceText(summary);
  const { top } = summary;
  const choice = useSelectedPart();
  const incidents = intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' });
  const rank = intl.formatMessage({
    id: 'map.conc.rankAxis',
    defaultMessage: 'Places, most incidents first',
  });
  const draw = useCallback(
    (plot: Plot) => ({
      marginLeft: 48,
      x: { label: rank, ticks: 5, domain: [0, top.length] },
      y: { grid: true, label: incidents, ticks: 4 },
      marks: [
        plot.rectY(top, {
          x1: (_, i: number) => i,
          x2: (_, i: number) => i + 1,
          y: 'incidents',
          fill: 'var(--hot-2)',
          inset: 0.5,
          ...partMarks(
            top.map((place) => ({
              id: String(place.rank),
              label: `${place.rank}. ${placeName(place)}: ${place.incidents}`,
            })),
          ),
        }),
        plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      ],
    }),
    [top, rank, incidents, placeName],
  );
  return (
    <Chart
      label={intl.formatMessage({
        id: 'map.conc.placesChart',
        defaultMessage: 'Incidents at each of the places with most of them',
      })}
      height={160}
      draw={draw}
      {...choice}
      table={{
        title: <FormattedMessage id="map.clock.chartTable" defaultMessage="The same as a table" />,
        columns: [intl.formatMessage({ id: 'map.hotspots.place', defaultMessage: 'Place' }), incidents],
        rows: top.map((place) => [`${place.rank}. ${placeName(place)}`, intl.formatNumber(place.incidents)]),
        parts: top.map(({ rank: place }) => String(place)),
      }}
    />
  );
}
