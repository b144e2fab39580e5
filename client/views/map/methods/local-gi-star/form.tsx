import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Switch } from '../../../../ui/switch.tsx';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import {
  CellField,
  CorrectionField,
  LevelField,
  MoreSettings,
  type ParametersOf,
  ShapeField,
} from '../form-fields.tsx';

const HOTSPOTS: Required<ParametersOf<'local-gi-star'>> = {
  cell: 'auto',
  shape: 'square',
  level: 0.05,
  correction: 'fdr',
  includeSelf: true,
};

export function HotspotForm() {
  const [values, setValues] = useState(HOTSPOTS);
  const set = (change: Partial<typeof HOTSPOTS>) => setValues({ ...values, ...change });
  return (
    <div className={panelStyles.stack}>
      <CellField value={values.cell ?? 'auto'} onChange={(cell) => set({ cell })} />
      <MoreSettings>
        <ShapeField value={values.shape ?? 'square'} onChange={(shape) => set({ shape })} />
        <LevelField value={values.level ?? 0.05} onChange={(level) => set({ level })} />
        <CorrectionField value={values.correction ?? 'fdr'} onChange={(correction) => set({ correction })} />
        <Switch isSelected={values.includeSelf} onChange={(includeSelf) => set({ includeSelf })}>
          <FormattedMessage id="map.form.self" defaultMessage="Count the cell itself (Gi*)" />
        </Switch>
      </MoreSettings>
      <RunButton request={{ method: 'local-gi-star', parameters: values }} />
    </div>
  );
}
