import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Select } from '../../../../ui/select.tsx';
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
import { PeriodsField, PeriodsToMend, usePeriods } from '../periods-field.tsx';

const STANDARD: Required<Omit<ParametersOf<'change'>, 'periods' | 'timezone'>> = {
  cell: 'auto',
  shape: 'square',
  test: 'e-test',
  level: 0.05,
  correction: 'fdr',
};

export function ChangeForm() {
  const intl = useIntl();
  const [values, setValues] = useState(STANDARD);
  const set = (change: Partial<typeof STANDARD>) => setValues({ ...values, ...change });
  const choice = usePeriods();
  return (
    <div className={panelStyles.stack}>
      <PeriodsField {...choice} />
      <CellField value={values.cell ?? 'auto'} onChange={(cell) => set({ cell })} />
      <MoreSettings>
        <ShapeField value={values.shape ?? 'square'} onChange={(shape) => set({ shape })} />
        <Select
          label={intl.formatMessage({ id: 'map.change.test', defaultMessage: 'Test' })}
          value={values.test ?? 'e-test'}
          onChange={(test) => set({ test })}
          choices={[
            {
              id: 'e-test',
              label: intl.formatMessage({ id: 'map.change.eTest', defaultMessage: 'Exact for two counts' }),
              hint: intl.formatMessage({
                id: 'map.change.eTest.hint',
                defaultMessage: 'E-test, also for periods of unequal length',
              }),
            },
            {
              id: 'poisson-z',
              label: intl.formatMessage({ id: 'map.change.poissonZ', defaultMessage: 'Poisson z' }),
              hint: intl.formatMessage({
                id: 'map.change.poissonZ.hint',
                defaultMessage: 'for periods of equal length',
              }),
            },
          ]}
        />
        <LevelField value={values.level ?? 0.05} onChange={(level) => set({ level })} />
        <CorrectionField value={values.correction ?? 'fdr'} onChange={(correction) => set({ correction })} />
      </MoreSettings>
      {choice.problem ? (
        <PeriodsToMend />
      ) : (
        <RunButton request={{ method: 'change', parameters: { ...values, periods: choice.periods } }} />
      )}
    </div>
  );
}
