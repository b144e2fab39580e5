import { type IntlShape, useIntl } from 'react-intl';
import type { EvaluationPlan } from '../../../api/evaluations.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { dayOf } from '../../../day.ts';

/** First and last day of a period, by the clocks of the place. */
export function PeriodDays({ period }: { period: EvaluationPlan['before'] }) {
  const intl = useIntl();
  return periodText(intl, period, useWorkspace().data?.timezone ?? 'UTC');
}

export function periodText(intl: IntlShape, period: EvaluationPlan['before'], zone: string): string {
  if (period === null) return '–';
  const day = (instant: string, later: number) =>
    intl.formatDate(dayOf(instant, zone, later), { timeZone: 'UTC', dateStyle: 'medium' });
  return intl.formatMessage(
    { id: 'evaluation.span', defaultMessage: '{from} to {to}' },
    // The end is the midnight after the last day.
    { from: day(period.from, 0), to: day(period.to, -1) },
  );
}
