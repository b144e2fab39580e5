import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import type { EvaluationRun } from '../../../api/evaluations.ts';

type Reading = EvaluationRun['reading'];

type Word =
  | Reading['outcome']
  | `${'fewer' | 'more' | 'not_certain'}_exact`
  | Exclude<Reading['movement'], 'not_asked'>
  | 'compared'
  | 'alone'
  | 'year'
  | 'months'
  | 'days'
  | 'signed';

const WORDS: Readonly<Record<Word, MessageDescriptor>> = defineMessages({
  not_delivered: {
    id: 'verdict.not-delivered',
    defaultMessage:
      'Only {delivered, number} % of what was planned was delivered, so these numbers cannot say whether the response would work.',
  },
  too_few: {
    id: 'verdict.too-few',
    defaultMessage: 'There were too few {what} to say whether anything changed.',
  },
  fewer: {
    id: 'verdict.fewer',
    defaultMessage:
      'In {period} after the changes there were about {size, number} fewer {what} {than}; the true figure is probably between {least, number} and {most, number} fewer.',
  },
  more: {
    id: 'verdict.more',
    defaultMessage:
      'In {period} after the changes there were about {size, number} more {what} {than}; the true figure is probably between {least, number} and {most, number} more.',
  },
  not_certain: {
    id: 'verdict.not-certain',
    defaultMessage:
      'In {period} after the changes it cannot be said whether the number of {what} changed: the true figure is probably between {low} and {high} {than}, and no change at all is among them.',
  },
  fewer_exact: {
    id: 'verdict.fewer-exact',
    defaultMessage:
      'In {period} after the changes there were about {size, number} fewer {what} {than}; the numbers are small, and an exact test says that chance alone seldom does this (p = {p}).',
  },
  more_exact: {
    id: 'verdict.more-exact',
    defaultMessage:
      'In {period} after the changes there were about {size, number} more {what} {than}; the numbers are small, and an exact test says that chance alone seldom does this (p = {p}).',
  },
  not_certain_exact: {
    id: 'verdict.not-certain-exact',
    defaultMessage:
      'In {period} after the changes the number of {what} did not differ from what was expected by more than chance does; the numbers are small (exact test, p = {p}).',
  },
  compared: { id: 'verdict.compared', defaultMessage: 'than the comparison area leads us to expect' },
  alone: { id: 'verdict.alone', defaultMessage: 'than in the period before' },
  year: { id: 'verdict.year', defaultMessage: 'the year' },
  months: { id: 'verdict.months', defaultMessage: 'the {count, plural, one {# month} other {# months}}' },
  days: { id: 'verdict.days', defaultMessage: 'the {count, plural, one {# day} other {# days}}' },
  signed: {
    id: 'verdict.signed',
    defaultMessage:
      '{sign, select, fewer {{count, number} fewer} more {{count, number} more} other {no difference}}',
  },
  none: { id: 'verdict.move.none', defaultMessage: '{What} did not move to the streets around.' },
  unclear: {
    id: 'verdict.move.unclear',
    defaultMessage:
      'Whether {what} moved to the streets around cannot be said: there were about {moved, number} more there, within what chance does.',
  },
  moved: {
    id: 'verdict.move.moved',
    defaultMessage:
      '{What} moved to the streets around: there were about {moved, number} more there than expected.',
  },
  diffused: {
    id: 'verdict.move.diffused',
    defaultMessage: 'The streets around had about {moved, number} fewer than expected as well.',
  },
});

/** The verdict in the language of the reader, by the same rules as the sentence of the server. */
export function verdictText(
  intl: IntlShape,
  { plan, reading }: Pick<EvaluationRun, 'plan' | 'reading'>,
): string {
  const what = plan.outcomeName;
  const values = {
    what,
    What: what.charAt(0).toLocaleUpperCase(intl.locale) + what.slice(1),
    period: periodText(intl, plan.after),
    size: reading.size,
    least: Math.min(Math.abs(reading.lower), Math.abs(reading.upper)),
    most: Math.max(Math.abs(reading.lower), Math.abs(reading.upper)),
    low: signed(intl, reading.lower),
    high: signed(intl, reading.upper),
    than: intl.formatMessage(reading.compared ? WORDS.compared : WORDS.alone),
    moved: reading.moved,
    delivered: reading.delivered ?? 0,
    p: reading.exactP === null ? '' : intl.formatNumber(reading.exactP, { maximumFractionDigits: 3 }),
  };
  const first = intl.formatMessage(WORDS[mainOf(reading)], values);
  const second = movementOf(reading);
  return second ? `${first} ${intl.formatMessage(WORDS[second], values)}` : first;
}

function mainOf({ outcome, exactP }: Reading) {
  if (outcome === 'not_delivered' || outcome === 'too_few' || exactP === null) return outcome;
  return `${outcome}_exact` as const;
}

function movementOf({ outcome, movement }: Reading) {
  return outcome === 'not_delivered' || outcome === 'too_few' || movement === 'not_asked' ? null : movement;
}

function signed(intl: IntlShape, count: number): string {
  const sign = count === 0 ? 'none' : count < 0 ? 'fewer' : 'more';
  return intl.formatMessage(WORDS.signed, { sign, count: Math.abs(count) });
}

const DAY = 86_400_000;
const YEAR = 365;
const MONTH = 30.44;

function periodText(intl: IntlShape, period: EvaluationRun['plan']['after']): string {
  const days = period ? (Date.parse(period.to) - Date.parse(period.from)) / DAY : 0;
  if (Math.abs(days - YEAR) <= 2) return intl.formatMessage(WORDS.year);
  const months = Math.round(days / MONTH);
  if (months >= 2 && Math.abs(days - months * MONTH) <= 2)
    return intl.formatMessage(WORDS.months, { count: months });
  return intl.formatMessage(WORDS.days, { count: Math.round(days) });
}
