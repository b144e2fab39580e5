import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Select } from '../../../../ui/select.tsx';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { BandwidthField } from '../bandwidth-field.tsx';
import { CellField, type ParametersOf } from '../form-fields.tsx';
import { WeightField } from '../weight-field.tsx';

const DENSITY: Required<ParametersOf<'kernel-density'>> = {
  kernel: 'quartic',
  cell: 'auto',
  bandwidth: 'arcgis',
  weight: 'count',
};

/** Metres, in the middle of what is common for street crime in cities. */
const PRACTICE = 300;

export function DensityForm() {
  const intl = useIntl();
  const [values, setValues] = useState(DENSITY);
  const set = (change: Partial<typeof DENSITY>) => setValues({ ...values, ...change });
  const { bandwidth, cell, kernel, weight } = values;
  return (
    <div className={panelStyles.stack}>
      <BandwidthField value={bandwidth} start={PRACTICE} onChange={(next) => set({ bandwidth: next })} />
      <details className={panelStyles.details}>
        <summary>
          <FormattedMessage id="map.form.more" defaultMessage="More settings" />
        </summary>
        <div className={panelStyles.stack}>
          <CellField value={cell ?? 'auto'} onChange={(next) => set({ cell: next })} />
          <Select
            label={intl.formatMessage({ id: 'map.form.kernel', defaultMessage: 'Kernel' })}
            value={kernel}
            onChange={(next) => set({ kernel: next })}
            choices={(['quartic', 'epanechnikov', 'triweight', 'triangular', 'uniform'] as const).map(
              (id) => ({
                id,
                label: intl.formatMessage(
                  {
                    id: 'map.form.kernel.name',
                    defaultMessage:
                      '{kernel, select, quartic {Quartic} epanechnikov {Epanechnikov} triweight {Triweight} triangular {Triangular} other {Uniform}}',
                  },
                  { kernel: id },
                ),
              }),
            )}
          />
        </div>
      </details>
      <WeightField value={weight ?? 'count'} onChange={(next) => set({ weight: next })} />
      <RunButton request={{ method: 'kernel-density', parameters: values }} />
    </div>
  );
}
