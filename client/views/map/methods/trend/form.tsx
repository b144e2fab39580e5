import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Select } from '../../../../ui/select.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { LevelField, MoreSettings, type ParametersOf } from '../form-fields.tsx';

const STANDARD: Required<Omit<ParametersOf<'trend'>, 'timezone'>> = {
  step: 'auto',
  z: 3,
  width: 'auto',
  level: 0.05,
};

export function TrendForm() {
  const intl = useIntl();
  const { incidents } = useMapContext();
  const [values, setValues] = useState(STANDARD);
  const set = (change: Partial<typeof STANDARD>) => setValues({ ...values, ...change });
  return (
    <div className={panelStyles.stack}>
      <StepField value={values.step} onChange={(step) => set({ step })} />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.trend.zone"
          defaultMessage="Only whole periods count, from midnight to midnight in {zone}; what the data only begin or end in is left out and said."
          values={{ zone: incidents.timezone }}
        />
      </p>
      <MoreSettings>
        <Select
          label={intl.formatMessage({ id: 'map.trend.limits', defaultMessage: 'Limits of chance' })}
          value={String(values.z)}
          onChange={(z) => set({ z: Number(z) })}
          choices={[
            {
              id: '3',
              label: intl.formatMessage({ id: 'map.trend.wide', defaultMessage: 'Wide' }),
              hint: intl.formatMessage({
                id: 'map.trend.wide.hint',
                defaultMessage: '3 standard deviations: 1 period in 370 lies outside by chance',
              }),
            },
            {
              id: '2',
              label: intl.formatMessage({ id: 'map.trend.narrow', defaultMessage: 'Narrow' }),
              hint: intl.formatMessage({
                id: 'map.trend.narrow.hint',
                defaultMessage: '2 standard deviations: 1 period in 22 lies outside by chance',
              }),
            },
          ]}
        />
        <Select
          label={intl.formatMessage({ id: 'map.trend.width', defaultMessage: 'Where all periods vary much' })}
          value={values.width}
          onChange={(width) => set({ width })}
          choices={[
            {
              id: 'auto',
              label: intl.formatMessage({ id: 'map.trend.width.auto', defaultMessage: 'Widen the limits' }),
              hint: intl.formatMessage({
                id: 'map.trend.width.auto.hint',
                defaultMessage: 'by how much neighbouring periods differ',
              }),
            },
            {
              id: 'poisson',
              label: intl.formatMessage({
                id: 'map.trend.width.poisson',
                defaultMessage: 'Keep to pure chance (Poisson)',
              }),
            },
          ]}
        />
        <LevelField value={values.level} onChange={(level) => set({ level })} />
      </MoreSettings>
      <RunButton request={{ method: 'trend', parameters: values }} />
    </div>
  );
}

type StepChoice = NonNullable<ParametersOf<'trend'>['step']>;

function StepField({ value, onChange }: { value: StepChoice; onChange: (step: StepChoice) => void }) {
  const intl = useIntl();
  return (
    <Select<StepChoice>
      label={intl.formatMessage({ id: 'map.trend.step', defaultMessage: 'Count by' })}
      value={value}
      onChange={onChange}
      choices={[
        {
          id: 'auto',
          label: intl.formatMessage({ id: 'map.form.cell.auto', defaultMessage: 'Automatic' }),
          hint: intl.formatMessage({
            id: 'map.trend.step.rule',
            defaultMessage: 'months from a year on, else weeks or days; longer where there are few incidents',
          }),
        },
        { id: 'day', label: intl.formatMessage({ id: 'map.trend.step.day', defaultMessage: 'Day' }) },
        { id: 'week', label: intl.formatMessage({ id: 'map.trend.step.week', defaultMessage: 'Week' }) },
        { id: 'month', label: intl.formatMessage({ id: 'map.trend.step.month', defaultMessage: 'Month' }) },
        {
          id: 'quarter',
          label: intl.formatMessage({ id: 'map.trend.step.quarter', defaultMessage: 'Quarter' }),
        },
      ]}
    />
  );
}
