import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAssetKindText } from '../../../../asset-kinds.ts';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { kindCounts } from '../asset-kind-counts.ts';
import { AssetKindsField } from '../asset-kinds-field.tsx';
import { AutoField, CellField, LevelField, MoreSettings } from '../form-fields.tsx';

const MOST_FACTORS = 8;

type Distances = Readonly<Record<string, number | 'auto'>>;

export function TerrainForm() {
  const { records } = useMapContext();
  const [kinds, setKinds] = useState<string[]>([]);
  const [distances, setDistances] = useState<Distances>({});
  const [cell, setCell] = useState<number | 'auto'>('auto');
  const [level, setLevel] = useState(0.05);
  if (records.assets.length === 0)
    return (
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.rings.noAssets"
          defaultMessage="No community assets are loaded. Drop a file with them on the window, then ask again."
        />
      </p>
    );
  const factors = kinds.map((kind) => ({ kind, within: distances[kind] ?? 'auto' }));
  return (
    <div className={panelStyles.stack}>
      <AssetKindsField
        legend={
          <FormattedMessage
            id="map.terrain.kinds"
            defaultMessage="Factors, at most eight{chosen, plural, =0 {: the kinds with most assets} other {}}"
            values={{ chosen: kinds.length }}
          />
        }
        kinds={kindCounts(records.assets)}
        chosen={kinds}
        onChange={setKinds}
        most={MOST_FACTORS}
      />
      {kinds.map((kind) => (
        <DistanceField
          key={kind}
          kind={kind}
          value={distances[kind] ?? 'auto'}
          onChange={(within) => setDistances({ ...distances, [kind]: within })}
        />
      ))}
      <MoreSettings>
        <CellField value={cell} onChange={setCell} />
        <LevelField value={level} onChange={setLevel} />
      </MoreSettings>
      <RunButton request={{ method: 'risk-terrain', parameters: { factors, cell, level } }} />
    </div>
  );
}

interface DistanceFieldProps {
  readonly kind: string;
  readonly value: number | 'auto';
  readonly onChange: (within: number | 'auto') => void;
}

function DistanceField({ kind, value, onChange }: DistanceFieldProps) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  return (
    <AutoField
      label={intl.formatMessage(
        { id: 'map.terrain.within', defaultMessage: '{kind}: near is within, metres' },
        { kind: kindText(kind) },
      )}
      value={value}
      start={200}
      least={10}
      most={5000}
      rule={intl.formatMessage({
        id: 'map.terrain.within.rule',
        defaultMessage: 'half the usual distance from one to the next of its kind, at most 500 m',
      })}
      onChange={onChange}
    />
  );
}
