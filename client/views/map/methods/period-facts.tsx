import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { SummaryOf } from '../../../api/runs.ts';
import { Fact } from './fact.tsx';
import { useDayText } from './figures.ts';

type Period = SummaryOf<'change'>['before'];

/** The two periods that were compared, as they were used. */
export function PeriodFacts({ before, after }: { before: Period; after: Period }) {
  return (
    <>
      <PeriodFact
        name={<FormattedMessage id="map.change.before" defaultMessage="Before" />}
        period={before}
      />
      <PeriodFact name={<FormattedMessage id="map.change.after" defaultMessage="After" />} period={after} />
    </>
  );
}

function PeriodFact({ name, period }: { name: ReactNode; period: Period }) {
  const day = useDayText();
  if (!period) return null;
  return (
    <Fact name={name}>
      <FormattedMessage
        id="map.change.periodOf"
        defaultMessage="{from} – {to}: {incidents, number} incidents in {days, plural, one {# day} other {# days}}"
        values={{
          from: day(period.from),
          to: day(period.to, true),
          incidents: period.incidents,
          days: Math.round(period.days),
        }}
      />
    </Fact>
  );
}
