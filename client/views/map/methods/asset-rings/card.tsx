import { FormattedMessage, useIntl } from 'react-intl';
import { useAssetKindText } from '../../../../asset-kinds.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { Button } from '../../../../ui/button.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { Verdict } from '../verdict.tsx';

/** Why is there a disc at this asset? */
export function RiskyAssetCard({ run: { parameters, summary }, id }: CardProps<'asset-rings'>) {
  const intl = useIntl();
  const percent = usePercentText();
  const kindText = useAssetKindText();
  const { records, scene, select } = useMapContext();
  const found = dataOf(scene.result, 'asset-rings')?.assets.find(({ asset }) => String(asset) === id);
  const asset = records.assets.find((each) => String(each.id) === id);
  if (!found) return <Gone />;
  const rank = (summary?.assets.findIndex((each) => String(each.id) === id) ?? -1) + 1;
  const listed = rank > 0 ? summary?.assets[rank - 1] : undefined;
  return (
    <>
      <Verdict tone="hot">
        <FormattedMessage
          id="map.rings.verdict"
          defaultMessage="{name}: {count, plural, one {# incident} other {# incidents}} within {radius, number} m{rank, plural, =0 {.} other {, number # of all assets looked at. Together with those before it, it has {share} of the incidents near any of them.}}"
          values={{
            name: asset
              ? `${asset.name} (${kindText(asset.kind)})`
              : intl.formatMessage({ id: 'map.rings.unnamed', defaultMessage: 'An asset that is gone' }),
            count: found.count,
            radius: parameters.rings[0],
            rank,
            share: listed ? percent(listed.cumulativeShare) : '',
          }}
        />
      </Verdict>
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.rings.caution"
          defaultMessage="A large disc does not say that the asset draws incidents: it may stand where many people pass. Compare it with others of its kind."
        />
      </p>
      {asset ? (
        <Button onPress={() => select({ kind: 'asset', id })}>
          <FormattedMessage id="map.rings.open" defaultMessage="About this asset" />
        </Button>
      ) : null}
    </>
  );
}
