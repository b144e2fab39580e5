import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../agenda-item-words.ts';
import type { AgendaItem, AgendaState, DraftRule } from '../../api/meetings.ts';

export const AGENDA_STATE_WORDS: Readonly<Record<AgendaState, MessageDescriptor>> = defineMessages({
  open: { id: 'agenda.state.open', defaultMessage: 'Open' },
  done: { id: 'agenda.state.done', defaultMessage: 'Done' },
  deferred: { id: 'agenda.state.deferred', defaultMessage: 'Deferred' },
  dropped: { id: 'agenda.state.dropped', defaultMessage: 'Dropped' },
});

/** Why a rule put an item on the agenda, with what it found. */
const RULE_WORDS: Readonly<Record<DraftRule, MessageDescriptor>> = defineMessages({
  standing: { id: 'agenda.rule.standing', defaultMessage: 'Every meeting has it' },
  last_minutes: { id: 'agenda.rule.minutes', defaultMessage: 'Of the meeting on {on}' },
  commitment_overdue: {
    id: 'agenda.rule.overdue',
    defaultMessage:
      '{organisation} promised it for {dueOn}: overdue by {days, plural, one {# day} other {# days}}',
  },
  commitment_disputed: {
    id: 'agenda.rule.disputed',
    defaultMessage:
      '{contradicted, plural, =0 {{organisation} says it is done; residents found otherwise} other {{organisation} says it is done; # of {reports} residents found otherwise}}',
  },
  commitment_reopened: {
    id: 'agenda.rule.reopened',
    defaultMessage:
      'Open again, because residents did not find it done; {organisation} promised it anew for {dueOn}',
  },
  commitment_delivered: {
    id: 'agenda.rule.delivered',
    defaultMessage: '{organisation} says it is done: residents say whether it was',
  },
  pattern_kept: {
    id: 'agenda.rule.pattern',
    defaultMessage:
      '{count, plural, one {# answer was} other {# answers were}} kept on this case since the last meeting',
  },
  concerns_unanswered: {
    id: 'agenda.rule.concerns',
    defaultMessage:
      '{count, plural, one {# concern has} other {# concerns have}} waited for an answer for more than {answerDays, plural, one {# day} other {# days}}',
  },
  case_awaits_committee: {
    id: 'agenda.rule.gate',
    defaultMessage:
      '{gate, select, to_closing {The work is done: the committee decides what follows} other {Ready to be taken on: the committee decides}}{alsoMissing, plural, =0 {} one {; # other thing is missing before it can go on} other {; # other things are missing before it can go on}}',
  },
  carried_over: { id: 'agenda.rule.carried', defaultMessage: 'Stayed open at the meeting on {from}' },
});

const DAYS = ['on', 'dueOn', 'from'];

/** The sentence of the rule; null for what somebody put in by hand. */
export function ruleText(
  intl: IntlShape,
  { rule, reason }: Pick<AgendaItem, 'rule' | 'reason'>,
): string | null {
  const words = Object.entries(RULE_WORDS).find(([name]) => name === rule)?.[1];
  if (!words) return null;
  const day = (value: string | number) => intl.formatDate(value, { timeZone: 'UTC', dateStyle: 'medium' });
  const values = Object.fromEntries(
    Object.entries(reason).map(([name, value]) => [name, DAYS.includes(name) ? day(value) : value]),
  );
  const none = { organisation: '', contradicted: 0, reports: 0, alsoMissing: 0, gate: '', dueOn: '–' };
  return intl.formatMessage(words, { ...none, ...values });
}

/** What stands on the agenda: the title somebody gave it, in the language of the page if there is one, or the words of its kind. */
export function itemTitle(
  intl: IntlShape,
  item: Pick<AgendaItem, 'kind' | 'title' | 'titles' | 'rule'>,
): string {
  const given = item.titles[intl.locale] || item.titles[intl.locale.split('-')[0]] || item.title;
  if (given) return given;
  if (item.rule === 'concerns_unanswered')
    return intl.formatMessage({
      id: 'agenda.concerns.waiting',
      defaultMessage: 'Concerns without an answer',
    });
  return intl.formatMessage(AGENDA_ITEM_WORDS[item.kind]);
}
