import { useIntl } from 'react-intl';
import type { Asset } from '../../../api/records.ts';
import { useAssetKindText } from '../../../asset-kinds.ts';
import { useMapContext } from '../map-context.ts';
import { type Fact, Facts } from './facts.tsx';
import styles from './inspector.module.css';

export function AssetCard({ asset }: { asset: Asset }) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  const { records } = useMapContext();
  const dataset = records.datasets?.find(({ id }) => id === asset.datasetId)?.name ?? null;
  const more = Object.entries(asset.properties).map(
    ([name, value]): Fact => [name, value === null ? null : String(value)],
  );
  return (
    <>
      <p className={styles.title}>{asset.name}</p>
      <Facts
        facts={[
          [intl.formatMessage({ id: 'map.asset.kind', defaultMessage: 'Kind' }), kindText(asset.kind)],
          [
            intl.formatMessage({ id: 'map.asset.position', defaultMessage: 'Position' }),
            `${asset.position[1].toFixed(5)}, ${asset.position[0].toFixed(5)}`,
          ],
          [intl.formatMessage({ id: 'map.asset.dataset', defaultMessage: 'Data set' }), dataset],
          ...more,
        ]}
      />
    </>
  );
}
