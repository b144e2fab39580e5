import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { AgainstField, useIsComparable } from '../against-field.tsx';
import { AreaKindField } from '../area-kind-field.tsx';
import { CorrectionField, LevelField, MoreSettings, type ParametersOf } from '../form-fields.tsx';

type Values = Required<ParametersOf<'location-quotient'>>;

const STANDARD: Values = { areaKind: 'auto', against: 'all', level: 0.05, correction: 'fdr' };

export function QuotientForm() {
  const { records } = useMapContext();
  const isComparable = useIsComparable();
  const [values, setValues] = useState(STANDARD);
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  if ((records.areas?.length ?? 0) === 0)
    return (
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.quotient.noAreas"
          defaultMessage="No areas are loaded. Drop a file with them on the window, then ask again."
        />
      </p>
    );
  return (
    <div className={panelStyles.stack}>
      <AgainstField value={values.against ?? 'all'} onChange={(against) => set({ against })} />
      <AreaKindField value={values.areaKind ?? 'auto'} onChange={(areaKind) => set({ areaKind })} />
      <MoreSettings>
        <LevelField value={values.level ?? 0.05} onChange={(level) => set({ level })} />
        <CorrectionField
          value={values.correction ?? 'fdr'}
          of="areas"
          onChange={(correction) => set({ correction })}
        />
      </MoreSettings>
      <RunButton
        request={{ method: 'location-quotient', parameters: values }}
        isReady={isComparable(values.against ?? 'all')}
      />
    </div>
  );
}
