import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { NumberField } from '../../../../ui/number-field.tsx';
import { Select } from '../../../../ui/select.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { AutoField, LevelField, MoreSettings, type ParametersOf } from '../form-fields.tsx';
import { useChangeText } from './change-text.ts';

const STANDARD: Required<Omit<ParametersOf<'bursts'>, 'timezone'>> = {
  watchDays: 'auto',
  ratio: 'auto',
  falseAlarmDays: 365,
  windowDays: 7,
  level: 0.05,
};

const RATIOS = [1.25, 1.5, 2, 0.67, 0.5];

export function BurstsForm() {
  const intl = useIntl();
  const { incidents } = useMapContext();
  const change = useChangeText();
  const [values, setValues] = useState(STANDARD);
  const set = (patch: Partial<typeof STANDARD>) => setValues({ ...values, ...patch });
  return (
    <div className={panelStyles.stack}>
      <Select
        label={intl.formatMessage({ id: 'map.bursts.budget', defaultMessage: 'Accepted false alarms' })}
        value={String(values.falseAlarmDays)}
        onChange={(days) => set({ falseAlarmDays: Number(days) })}
        choices={[
          {
            id: '91',
            label: intl.formatMessage({ id: 'map.bursts.budget.quarter', defaultMessage: 'One a quarter' }),
          },
          {
            id: '365',
            label: intl.formatMessage({ id: 'map.bursts.budget.year', defaultMessage: 'One a year' }),
          },
          {
            id: '1826',
            label: intl.formatMessage({
              id: 'map.bursts.budget.five',
              defaultMessage: 'One in five years',
            }),
          },
        ]}
      />
      <Select
        label={intl.formatMessage({ id: 'map.bursts.ratio', defaultMessage: 'Change worth finding' })}
        value={String(values.ratio)}
        onChange={(id) => set({ ratio: id === 'auto' ? 'auto' : Number(id) })}
        choices={[
          {
            id: 'auto',
            label: intl.formatMessage({ id: 'map.form.cell.auto', defaultMessage: 'Automatic' }),
            hint: intl.formatMessage({
              id: 'map.bursts.ratio.rule',
              defaultMessage: 'the smallest rise that shows within four weeks and keeps the budget',
            }),
          },
          ...RATIOS.map((ratio) => ({ id: String(ratio), label: change(ratio) })),
        ]}
      />
      <MoreSettings>
        <AutoField
          label={intl.formatMessage({ id: 'map.bursts.watch', defaultMessage: 'Watch the last days' })}
          value={values.watchDays}
          start={91}
          least={14}
          most={3660}
          rule={intl.formatMessage({
            id: 'map.bursts.watch.rule',
            defaultMessage: 'a year of two or more, else a quarter or a third of the time',
          })}
          onChange={(watchDays) => set({ watchDays })}
        />
        <NumberField
          label={intl.formatMessage({ id: 'map.bursts.window', defaultMessage: 'Length of a window, days' })}
          value={values.windowDays}
          minValue={1}
          maxValue={90}
          onChange={(windowDays) => Number.isFinite(windowDays) && set({ windowDays })}
        />
        <LevelField value={values.level} onChange={(level) => set({ level })} />
      </MoreSettings>
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.bursts.zone"
          defaultMessage="Days run from midnight to midnight in {zone}; all days before the watched ones are the baseline."
          values={{ zone: incidents.timezone }}
        />
      </p>
      <RunButton request={{ method: 'bursts', parameters: values }} />
    </div>
  );
}
