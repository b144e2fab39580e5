import type { IntlShape } from 'react-intl';
import type { ShownItem } from '../../../api/meeting-show.ts';

/** What a rule of drafting found that the room should know; null: nothing beyond the card itself. */
export function reasonText(intl: IntlShape, { rule, reason }: ShownItem): string | null {
  if (rule === 'concerns_unanswered')
    return intl.formatMessage(
      {
        id: 'show.reason.concerns',
        defaultMessage:
          '{count, plural, one {# concern waits} other {# concerns wait}} for an answer longer than {days, number} days',
      },
      { count: Number(reason.count ?? 0), days: Number(reason.answerDays ?? 0) },
    );
  if (rule === 'case_awaits_committee')
    return intl.formatMessage(
      {
        id: 'show.reason.gate',
        defaultMessage:
          '{gate, select, to_analysis {The committee decides whether this is a problem to work on.} other {The committee decides whether the case is closed.}}',
      },
      { gate: String(reason.gate ?? '') },
    );
  return null;
}
