import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { TextField } from '../../../../ui/text-field.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { kindCounts } from '../asset-kind-counts.ts';
import { AssetKindsField } from '../asset-kinds-field.tsx';
import { CorrectionField, LevelField, MoreSettings } from '../form-fields.tsx';
import { readRings } from './rings.ts';

const RINGS = '100, 200, 400';

export function RingsForm() {
  const intl = useIntl();
  const { records } = useMapContext();
  const [text, setText] = useState(RINGS);
  const [kinds, setKinds] = useState<string[]>([]);
  const [level, setLevel] = useState(0.05);
  const [correction, setCorrection] = useState<'fdr' | 'none'>('fdr');
  const rings = readRings(text);
  if (records.assets.length === 0)
    return (
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.rings.noAssets"
          defaultMessage="No community assets are loaded. Drop a file with them on the window, then ask again."
        />
      </p>
    );
  return (
    <div className={panelStyles.stack}>
      <TextField
        label={intl.formatMessage({
          id: 'map.rings.edges',
          defaultMessage: 'Outer edges of the rings, metres',
        })}
        value={text}
        onChange={setText}
        error={
          rings
            ? undefined
            : intl.formatMessage({
                id: 'map.rings.edgesWrong',
                defaultMessage: 'Write one to six ascending numbers from 10 to 5,000.',
              })
        }
      />
      <AssetKindsField
        legend={
          <FormattedMessage
            id="map.rings.kinds"
            defaultMessage="Kinds of assets{chosen, plural, =0 {: every kind with at least 5} other {}}"
            values={{ chosen: kinds.length }}
          />
        }
        kinds={kindCounts(records.assets)}
        chosen={kinds}
        onChange={setKinds}
      />
      <MoreSettings>
        <LevelField value={level} onChange={setLevel} />
        <CorrectionField value={correction} of="rings" onChange={setCorrection} />
      </MoreSettings>
      {rings ? (
        <RunButton request={{ method: 'asset-rings', parameters: { kinds, rings, level, correction } }} />
      ) : null}
    </div>
  );
}
