import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { useAssetKindText } from '../../../../asset-kinds.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { useMapContext } from '../../map-context.ts';
import { usePercentText } from '../figures.ts';
import { FoundTable } from '../found-table.tsx';
import { AssetCurve } from './asset-curve.tsx';

type Summary = SummaryOf<'asset-rings'>;

/** Degrees round an asset that are shown when its row is opened, about 500 m. */
const AROUND = 0.005;

/** The J-curve and its list: a few assets have most of the incidents near them. */
export function AssetTable({ summary: { assets, rings } }: { summary: Summary }) {
  const intl = useIntl();
  const percent = usePercentText();
  const kindText = useAssetKindText();
  const { scene } = useMapContext();
  const places = new Map(
    dataOf(scene.result, 'asset-rings')?.assets.map((each) => [each.asset, each.position]),
  );
  const rows = assets.map(({ id, name, kind, ...rest }, i) => {
    const [lon, lat] = places.get(id) ?? [0, 0];
    return {
      ...rest,
      id,
      rank: i + 1,
      placeName: `${name} (${kindText(kind)})`,
      centre: [lon, lat] as [number, number],
      bounds: [lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND] as [number, number, number, number],
    };
  });
  if (rows.length === 0) return null;
  return (
    <>
      <AssetCurve assets={assets} radius={rings[0]?.to ?? 0} />
      <FoundTable<(typeof rows)[number]>
        title={
          <FormattedMessage
            id="map.rings.assets"
            defaultMessage="Assets by incidents within {radius, number} m"
            values={{ radius: rings[0]?.to ?? 0 }}
          />
        }
        label={intl.formatMessage({
          id: 'map.rings.assetsLabel',
          defaultMessage: 'Assets by incidents in the first ring',
        })}
        empty={null}
        rows={rows}
        partOf={({ id }) => String(id)}
        holds={({ id }, part) => String(id) === part}
        columns={[
          {
            id: 'cumulative',
            title: intl.formatMessage({ id: 'map.conc.cumulative', defaultMessage: 'Up to here' }),
            cell: ({ cumulativeShare }) => percent(cumulativeShare),
            sortBy: ({ cumulativeShare }) => cumulativeShare,
            numeric: true,
            width: 96,
          },
        ]}
      />
    </>
  );
}
