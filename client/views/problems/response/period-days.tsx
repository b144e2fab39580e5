import { FormattedDate, FormattedMessage } from 'react-intl';
import type { EvaluationPlan } from '../../../api/evaluations.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { dayOf } from '../../../day.ts';

/** First and last day of a period, by the clocks of the place. */
export function PeriodDays({ period }: { period: EvaluationPlan['before'] }) {
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  if (period === null) return '–';
  return (
    <FormattedMessage
      id="evaluation.span"
      defaultMessage="{from} to {to}"
      values={{
        from: <FormattedDate value={dayOf(period.from, zone, 0)} timeZone="UTC" dateStyle="medium" />,
        // The end is the midnight after the last day.
        to: <FormattedDate value={dayOf(period.to, zone, -1)} timeZone="UTC" dateStyle="medium" />,
      }}
    />
  );
}
