import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { extentOf, peaksOf } from '../../../../map/results/kernel-density.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { useMapContext } from '../../map-context.ts';
import { type Found, FoundTable } from '../found-table.tsx';
import { areaNameAt } from './area-name-at.ts';
import { useDensityText } from './density-text.ts';

interface Peak extends Found {
  readonly cell: number;
  readonly density: number;
}

/** As many peaks as somebody reads. */
const MOST = 20;

export function DensityAnswer({ run: { summary } }: { run: RunOf<'kernel-density'> }) {
  const intl = useIntl();
  const text = useDensityText(summary?.weight ?? 'count');
  const peaks = usePeaks();
  if (!summary || summary.tooFew || summary.maximum === null) return null;
  return (
    <>
      <p>
        <FormattedMessage
          id="map.density.words"
          defaultMessage="Where it is densest there are {most}. A peak is where no cell beside it is denser; the colours between the peaks say how far each reaches."
          values={{ most: text(summary.maximum) }}
        />
      </p>
      <FoundTable<Peak>
        title={
          <FormattedMessage
            id="map.density.peaks"
            defaultMessage="{count, plural, one {The one peak} other {The # highest peaks}}"
            values={{ count: peaks.length }}
          />
        }
        label={intl.formatMessage({ id: 'map.density.label', defaultMessage: 'Peaks of the density' })}
        empty={<FormattedMessage id="map.density.none" defaultMessage="The surface has no peak." />}
        rows={peaks}
        partOf={({ cell }) => String(cell)}
        holds={({ cell }, part) => String(cell) === part}
        columns={[
          {
            id: 'density',
            title: intl.formatMessage({ id: 'map.density.column', defaultMessage: 'Per km²' }),
            cell: ({ density }) => intl.formatNumber(density, { maximumSignificantDigits: 3 }),
            numeric: true,
            width: 84,
          },
        ]}
      />
    </>
  );
}

function usePeaks(): Peak[] {
  const { scene } = useMapContext();
  const { areas } = scene;
  const data = dataOf(scene.result, 'kernel-density');
  return useMemo(() => {
    if (!data) return [];
    return peaksOf(data, MOST).map((i, at) => {
      const extent = extentOf(data, data.cell[i]);
      return {
        ...extent,
        rank: at + 1,
        cell: data.cell[i],
        density: data.value[i],
        incidents: data.count[i],
        placeName: areaNameAt(extent.centre, areas),
      };
    });
  }, [data, areas]);
}
