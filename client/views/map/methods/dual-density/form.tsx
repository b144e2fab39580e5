import { useState } from 'react';
import { useIntl } from 'react-intl';
import { RadioGroup } from '../../../../ui/radio-group.tsx';
import { Select } from '../../../../ui/select.tsx';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { AgainstField, useIsComparable } from '../against-field.tsx';
import { BandwidthField } from '../bandwidth-field.tsx';
import { CellField, MoreSettings, type ParametersOf } from '../form-fields.tsx';
import { PeopledKindField } from '../peopled-kind-field.tsx';

type Values = Required<ParametersOf<'dual-density'>>;

const STANDARD: Values = {
  comparison: 'incidents',
  against: 'all',
  areaKind: 'auto',
  kernel: 'quartic',
  cell: 'auto',
  bandwidth: 'arcgis',
  measure: 'ratio',
};

export function DualDensityForm() {
  const intl = useIntl();
  const isComparable = useIsComparable();
  const [values, setValues] = useState(STANDARD);
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const { comparison, against, areaKind } = values;
  return (
    <div className={panelStyles.stack}>
      <RadioGroup<Values['comparison']>
        label={intl.formatMessage({ id: 'map.dual.comparison', defaultMessage: 'Denser than what?' })}
        value={comparison}
        onChange={(next) => set({ comparison: next })}
        choices={[
          {
            id: 'incidents',
            label: intl.formatMessage({ id: 'map.dual.incidents', defaultMessage: 'Than other incidents' }),
          },
          {
            id: 'people',
            label: intl.formatMessage({ id: 'map.dual.people', defaultMessage: 'Than residents' }),
            hint: intl.formatMessage({
              id: 'map.dual.people.hint',
              defaultMessage: 'areas with their population, spread evenly over their ground',
            }),
          },
        ]}
      />
      {comparison === 'people' ? (
        <PeopledKindField value={areaKind} onChange={(next) => set({ areaKind: next })} />
      ) : (
        <AgainstField value={against} onChange={(next) => set({ against: next })} />
      )}
      <BandwidthField value={values.bandwidth} start={500} onChange={(bandwidth) => set({ bandwidth })} />
      <MoreSettings>
        <Select
          label={intl.formatMessage({ id: 'map.dual.measure', defaultMessage: 'Shown as' })}
          value={values.measure}
          onChange={(measure) => set({ measure })}
          choices={[
            {
              id: 'ratio',
              label: intl.formatMessage({ id: 'map.dual.ratio', defaultMessage: 'How many times as dense' }),
            },
            { id: 'log', label: intl.formatMessage({ id: 'map.dual.log', defaultMessage: 'Its logarithm' }) },
            {
              id: 'difference',
              label: intl.formatMessage({
                id: 'map.dual.difference',
                defaultMessage: 'Difference of the shares',
              }),
            },
          ]}
        />
        <CellField value={values.cell} onChange={(cell) => set({ cell })} />
      </MoreSettings>
      <RunButton
        request={{ method: 'dual-density', parameters: values }}
        isReady={comparison === 'people' || isComparable(against)}
      />
    </div>
  );
}
