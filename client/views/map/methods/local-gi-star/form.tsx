import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Select } from '../../../../ui/select.tsx';
import { Switch } from '../../../../ui/switch.tsx';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { CellField, type ParametersOf } from '../form-fields.tsx';

const HOTSPOTS: Required<ParametersOf<'local-gi-star'>> = {
  cell: 'auto',
  shape: 'square',
  level: 0.05,
  correction: 'fdr',
  includeSelf: true,
};

export function HotspotForm() {
  const intl = useIntl();
  const [values, setValues] = useState(HOTSPOTS);
  const set = (change: Partial<typeof HOTSPOTS>) => setValues({ ...values, ...change });
  return (
    <div className={panelStyles.stack}>
      <CellField value={values.cell ?? 'auto'} onChange={(cell) => set({ cell })} />
      <details className={panelStyles.details}>
        <summary>
          <FormattedMessage id="map.form.more" defaultMessage="More settings" />
        </summary>
        <div className={panelStyles.stack}>
          <Select
            label={intl.formatMessage({ id: 'map.form.shape', defaultMessage: 'Shape of the cells' })}
            value={values.shape}
            onChange={(shape) => set({ shape })}
            choices={[
              {
                id: 'square',
                label: intl.formatMessage({ id: 'map.form.shape.square', defaultMessage: 'Squares' }),
              },
              {
                id: 'hexagon',
                label: intl.formatMessage({ id: 'map.form.shape.hexagon', defaultMessage: 'Hexagons' }),
              },
            ]}
          />
          <Select
            label={intl.formatMessage({
              id: 'map.form.level',
              defaultMessage: 'Accepted chance of a false alarm',
            })}
            value={String(values.level)}
            onChange={(level) => set({ level: Number(level) })}
            choices={[0.1, 0.05, 0.01].map((level) => ({
              id: String(level),
              label: intl.formatNumber(level, { style: 'percent' }),
            }))}
          />
          <Switch
            isSelected={values.correction === 'fdr'}
            onChange={(on) => set({ correction: on ? 'fdr' : 'none' })}
          >
            <FormattedMessage
              id="map.form.fdr"
              defaultMessage="Correct for the many cells (false discovery rate)"
            />
          </Switch>
          <Switch isSelected={values.includeSelf} onChange={(includeSelf) => set({ includeSelf })}>
            <FormattedMessage id="map.form.self" defaultMessage="Count the cell itself (Gi*)" />
          </Switch>
        </div>
      </details>
      <RunButton request={{ method: 'local-gi-star', parameters: values }} />
    </div>
  );
}
