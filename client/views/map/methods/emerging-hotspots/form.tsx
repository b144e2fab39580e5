import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Select } from '../../../../ui/select.tsx';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import {
  AutoField,
  CellField,
  CorrectionField,
  LevelField,
  MoreSettings,
  type ParametersOf,
  ShapeField,
} from '../form-fields.tsx';

const STANDARD: Required<Omit<ParametersOf<'emerging-hotspots'>, 'timezone'>> = {
  cell: 'auto',
  shape: 'square',
  periodDays: 'auto',
  rule: 'trend',
  level: 0.05,
  correction: 'fdr',
};

export function EmergingForm() {
  const intl = useIntl();
  const [values, setValues] = useState(STANDARD);
  const set = (change: Partial<typeof STANDARD>) => setValues({ ...values, ...change });
  return (
    <div className={panelStyles.stack}>
      <AutoField
        label={intl.formatMessage({ id: 'map.emerging.period', defaultMessage: 'Length of a period, days' })}
        value={values.periodDays ?? 'auto'}
        start={28}
        least={1}
        most={3660}
        rule={intl.formatMessage({
          id: 'map.emerging.period.rule',
          defaultMessage: 'days, weeks, four weeks, quarters or years, by the span of the data',
        })}
        onChange={(periodDays) => set({ periodDays })}
      />
      <CellField value={values.cell ?? 'auto'} onChange={(cell) => set({ cell })} />
      <MoreSettings>
        <Select
          label={intl.formatMessage({ id: 'map.emerging.rule', defaultMessage: 'How histories are named' })}
          value={values.rule ?? 'trend'}
          onChange={(rule) => set({ rule })}
          choices={[
            {
              id: 'trend',
              label: intl.formatMessage({ id: 'map.emerging.trend', defaultMessage: 'By trend' }),
              hint: intl.formatMessage({
                id: 'map.emerging.trend.hint',
                defaultMessage: '17 names, with a Mann–Kendall test of each cell',
              }),
            },
            {
              id: 'shares',
              label: intl.formatMessage({
                id: 'map.emerging.shares',
                defaultMessage: 'By shares of periods',
              }),
              hint: intl.formatMessage({
                id: 'map.emerging.shares.hint',
                defaultMessage: 'persistent, emerging, former, intermittent',
              }),
            },
          ]}
        />
        <ShapeField value={values.shape ?? 'square'} onChange={(shape) => set({ shape })} />
        <LevelField value={values.level ?? 0.05} onChange={(level) => set({ level })} />
        <CorrectionField value={values.correction ?? 'fdr'} onChange={(correction) => set({ correction })} />
      </MoreSettings>
      <RunButton request={{ method: 'emerging-hotspots', parameters: values }} />
    </div>
  );
}
