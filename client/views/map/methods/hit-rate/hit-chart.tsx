import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { type MapName, mapPart } from '../../../../map/results/hit-rate.ts';
import { Chart, type Plot } from '../../../../ui/chart.tsx';
import { partMarks } from '../../../../ui/chart-parts.ts';
import { usePercentText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';
import { MAP_TEXTS, useMapName } from './map-names.ts';
import { hitsAt } from './scores.ts';

type Score = SummaryOf<'hit-rate'>['maps'][number];

/** Colour and dash: lines are told apart without colour, too. */
const LINES: Readonly<Record<MapName, { readonly stroke: string; readonly dash: string }>> = {
  counts: { stroke: 'var(--data-1)', dash: '' },
  density: { stroke: 'var(--data-2)', dash: '6 3' },
  'gi-star': { stroke: 'var(--data-3)', dash: '2 2' },
  'same-season': { stroke: 'var(--data-7)', dash: '8 2 2 2' },
};

/** A chosen line shows on the map which cells that map would have had watched. */
export function HitChart({ maps }: { maps: readonly Score[] }) {
  const intl = useIntl();
  const name = useMapName();
  const percent = usePercentText();
  const area = intl.formatMessage({ id: 'map.hit.area', defaultMessage: 'Share of the area' });
  const hits = intl.formatMessage({ id: 'map.hit.share', defaultMessage: 'Share of the hits' });
  const choice = useSelectedPart();
  const draw = useCallback(
    (plot: Plot) => ({
      marginLeft: 40,
      marginRight: 12,
      marginTop: 26,
      marginBottom: 42,
      x: { domain: [0, 100], percent: true, label: `${area}, %`, labelAnchor: 'center' as const },
      y: { domain: [0, 100], percent: true, ticks: 5, grid: true, label: `${hits}, %` },
      marks: maps.map(({ map, curve }) =>
        plot.line(
          curve.area.map((share, i) => ({ share, hits: curve.hits[i] })),
          {
            x: 'share',
            y: 'hits',
            stroke: LINES[map].stroke,
            strokeDasharray: LINES[map].dash,
            strokeWidth: 2,
            ...partMarks([{ id: mapPart(map), label: intl.formatMessage(MAP_TEXTS[map]) }]),
          },
        ),
      ),
    }),
    [maps, intl, area, hits],
  );
  return (
    <Chart
      label={intl.formatMessage({
        id: 'map.hit.chart',
        defaultMessage: 'Share of the hidden incidents that each map would have caught, by share of the area',
      })}
      height={220}
      draw={draw}
      {...choice}
      lines={maps.map(({ map }) => ({ ...LINES[map], name: name(map) }))}
      table={{
        title: <FormattedMessage id="map.hit.chartTable" defaultMessage="The curves as a table" />,
        columns: [area, ...maps.map(({ map }) => name(map))],
        rows: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].map((share) => [
          percent(share),
          ...maps.map(({ curve }) => percent(hitsAt(curve, share))),
        ]),
      }}
    />
  );
}
