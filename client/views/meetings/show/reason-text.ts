import type { IntlShape } from 'react-intl';
import type { ShownItem } from '../../../api/meeting-show.ts';
import { WALL_WORDS } from './wall-words.ts';

/** What a rule of drafting found that the room should know; null: nothing beyond the card itself. */
export function reasonText(intl: IntlShape, { rule, reason }: ShownItem): string | null {
  if (rule === 'concerns_unanswered')
    return intl.formatMessage(WALL_WORDS.reasonConcerns, {
      count: Number(reason.count ?? 0),
      days: Number(reason.answerDays ?? 0),
    });
  if (rule === 'case_awaits_committee')
    return intl.formatMessage(WALL_WORDS.reasonGate, { gate: String(reason.gate ?? '') });
  return null;
}
