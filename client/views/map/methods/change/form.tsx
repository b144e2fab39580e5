import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RadioGroup } from '../../../../ui/radio-group.tsx';
import { Select } from '../../../../ui/select.tsx';
import { useMapContext } from '../../map-context.ts';
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
import { type DayPeriods, instantsOf, lastTwoYears, periodsProblem } from './day-periods.ts';
import { PeriodPair } from './period-pair.tsx';

const STANDARD: Required<Omit<ParametersOf<'change'>, 'periods' | 'timezone'>> = {
  cell: 'auto',
  shape: 'square',
  test: 'e-test',
  level: 0.05,
  correction: 'fdr',
};

export function ChangeForm() {
  const intl = useIntl();
  const { incidents } = useMapContext();
  const [values, setValues] = useState(STANDARD);
  const set = (change: Partial<typeof STANDARD>) => setValues({ ...values, ...change });
  const [pair, setPair] = useState<DayPeriods | null>(null);
  const problem = pair && periodsProblem(pair);
  const start = () => lastTwoYears(incidents.totals?.period?.to, incidents.timezone);
  return (
    <div className={panelStyles.stack}>
      <RadioGroup<'auto' | 'chosen'>
        label={intl.formatMessage({ id: 'map.change.periods', defaultMessage: 'Which periods?' })}
        value={pair ? 'chosen' : 'auto'}
        onChange={(id) => setPair(id === 'auto' ? null : start())}
        choices={[
          {
            id: 'auto',
            label: intl.formatMessage({
              id: 'map.change.auto',
              defaultMessage: 'The last 52 weeks against the 52 before',
            }),
            hint: intl.formatMessage({
              id: 'map.change.auto.hint',
              defaultMessage: 'with less data the later half against the earlier',
            }),
          },
          {
            id: 'chosen',
            label: intl.formatMessage({ id: 'map.change.chosen', defaultMessage: 'Two periods of my own' }),
          },
        ]}
      />
      {pair ? <PeriodPair pair={pair} problem={problem} onChange={setPair} /> : null}
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
      {problem ? (
        <p className={panelStyles.quiet}>
          <FormattedMessage
            id="map.change.mend"
            defaultMessage="The question can be asked once the periods are right."
          />
        </p>
      ) : (
        <RunButton
          request={{
            method: 'change',
            parameters: { ...values, periods: pair ? instantsOf(pair, incidents.timezone) : 'auto' },
          }}
        />
      )}
    </div>
  );
}
