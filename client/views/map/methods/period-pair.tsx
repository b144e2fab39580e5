import { FormattedMessage, useIntl } from 'react-intl';
import { Notice } from '../../../ui/notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import dateStyles from '../panels/choice-list.module.css';
import type { DayPeriod, DayPeriods, PeriodsProblem } from './day-periods.ts';

interface PeriodPairProps {
  readonly pair: DayPeriods;
  readonly problem: PeriodsProblem | null;
  readonly onChange: (pair: DayPeriods) => void;
}

/** Two periods by their days. What is wrong with them is said before anything is asked of the server. */
export function PeriodPair({ pair, problem, onChange }: PeriodPairProps) {
  const intl = useIntl();
  return (
    <>
      <PeriodDays
        first={intl.formatMessage({ id: 'map.change.beforeFirst', defaultMessage: 'Before, from' })}
        last={intl.formatMessage({ id: 'map.change.beforeLast', defaultMessage: 'to and with' })}
        value={pair.before}
        onChange={(before) => onChange({ ...pair, before })}
      />
      <PeriodDays
        first={intl.formatMessage({ id: 'map.change.afterFirst', defaultMessage: 'After, from' })}
        last={intl.formatMessage({ id: 'map.change.afterLast', defaultMessage: 'to and with' })}
        value={pair.after}
        onChange={(after) => onChange({ ...pair, after })}
      />
      {problem ? (
        <Notice tone="amber">
          <FormattedMessage
            id="map.change.problem"
            defaultMessage="{problem, select, missing {Give the first and the last day of both periods.} reversed {A period ends before it begins.} other {The periods overlap: an incident may be in one of them only.}}"
            values={{ problem }}
          />
        </Notice>
      ) : null}
    </>
  );
}

interface PeriodDaysProps {
  readonly first: string;
  readonly last: string;
  readonly value: DayPeriod;
  readonly onChange: (period: DayPeriod) => void;
}

function PeriodDays({ first, last, value, onChange }: PeriodDaysProps) {
  return (
    <div className={dateStyles.dates}>
      <TextField
        label={first}
        type="date"
        value={value.first}
        onChange={(day) => onChange({ ...value, first: day })}
      />
      <TextField
        label={last}
        type="date"
        value={value.last}
        onChange={(day) => onChange({ ...value, last: day })}
      />
    </div>
  );
}
