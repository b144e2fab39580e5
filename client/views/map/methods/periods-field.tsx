import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from '../panels/panels.module.css';
import {
  type DayPeriods,
  instantsOf,
  lastTwoYears,
  type PeriodsProblem,
  periodsProblem,
} from './day-periods.ts';
import { PeriodPair } from './period-pair.tsx';

interface PeriodsChoice {
  /** Null: automatic. */
  readonly pair: DayPeriods | null;
  readonly problem: PeriodsProblem | null;
  readonly setPair: (pair: DayPeriods | null) => void;
  /** As they are sent. */
  readonly periods: 'auto' | ReturnType<typeof instantsOf>;
}

/** Two periods that are to be compared, and whether they can be. */
export function usePeriods(): PeriodsChoice {
  const { incidents } = useMapContext();
  const [pair, setPair] = useState<DayPeriods | null>(null);
  const periods = pair ? instantsOf(pair, incidents.timezone) : 'auto';
  return { pair, setPair, periods, problem: pair && periodsProblem(pair) };
}

/** Automatic, or two periods by their days. */
export function PeriodsField({ pair, problem, setPair }: PeriodsChoice) {
  const intl = useIntl();
  const { incidents } = useMapContext();
  const start = () => lastTwoYears(incidents.totals?.period?.to, incidents.timezone);
  return (
    <>
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
    </>
  );
}

/** Why there is no button while the periods are wrong. */
export function PeriodsToMend() {
  return (
    <p className={panelStyles.quiet}>
      <FormattedMessage
        id="map.change.mend"
        defaultMessage="The question can be asked once the periods are right."
      />
    </p>
  );
}
