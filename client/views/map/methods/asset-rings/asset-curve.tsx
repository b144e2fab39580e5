import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { Chart, type Plot } from '../../../../ui/chart.tsx';
import { partMarks } from '../../../../ui/chart-parts.ts';
import { usePercentText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';

interface AssetCurveProps {
  readonly assets: SummaryOf<'asset-rings'>['assets'];
  readonly radius: number;
}

/** Incidents near each asset, most first: where the bars fall steeply, a few assets are the place to begin. */
export function AssetCurve({ assets, radius }: AssetCurveProps) {
  const intl = useIntl();
  const percent = usePercentText();
  const incidents = intl.formatMessage({ id: 'map.hotspots.incidents', defaultMessage: 'Incidents' });
  const rank = intl.formatMessage({
    id: 'map.rings.rankAxis',
    defaultMessage: 'Assets, most incidents first',
  });
  const choice = useSelectedPart();
  const draw = useCallback(
    (plot: Plot) => ({
      marginLeft: 48,
      x: { label: rank, ticks: 5, domain: [0, assets.length] },
      y: { grid: true, label: incidents, ticks: 4 },
      marks: [
        plot.rectY(
          assets.map((asset, i) => ({ from: i, to: i + 1, count: asset.incidents })),
          {
            x1: 'from',
            x2: 'to',
            y: 'count',
            fill: 'var(--hot-2)',
            inset: 0.5,
            ...partMarks(
              assets.map(({ id, name, incidents: count }) => ({
                id: String(id),
                label: `${name}: ${count}`,
              })),
            ),
          },
        ),
        plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      ],
    }),
    [assets, rank, incidents],
  );
  return (
    <Chart
      label={intl.formatMessage(
        {
          id: 'map.rings.curve',
          defaultMessage: 'Incidents within {radius, number} m of each asset, most first',
        },
        { radius },
      )}
      height={170}
      draw={draw}
      {...choice}
      table={{
        parts: assets.map(({ id }) => String(id)),
        title: <FormattedMessage id="map.clock.chartTable" defaultMessage="The same as a table" />,
        columns: [
          intl.formatMessage({ id: 'map.rings.asset', defaultMessage: 'Asset' }),
          incidents,
          intl.formatMessage({ id: 'map.found.share', defaultMessage: 'Share' }),
        ],
        rows: assets.map(({ name, incidents: count, share }, i) => [
          `${i + 1}. ${name}`,
          intl.formatNumber(count),
          percent(share),
        ]),
      }}
    />
  );
}
