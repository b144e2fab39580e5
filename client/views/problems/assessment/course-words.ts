import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import type { EvaluationRun } from '../../../api/evaluations.ts';
import type { TextTable } from './result-figures.tsx';

type Word = 'title' | 'note' | 'axis' | 'until' | 'limits' | 'low' | 'high' | 'difference';

export const COURSE_WORDS: Readonly<Record<Word, MessageDescriptor>> = defineMessages({
  title: {
    id: 'result.course',
    defaultMessage: 'How the difference grew: fewer or more than expected so far',
  },
  note: {
    id: 'result.course.note',
    defaultMessage:
      'Each point compares what had happened by then with what the comparison leads us to expect of as long a time. Whoever looks at every point finds something sooner or later: only the last one is the agreed test.',
  },
  axis: { id: 'result.course.axis', defaultMessage: 'Incidents, against what was expected' },
  until: { id: 'result.course.until', defaultMessage: 'Up to' },
  difference: { id: 'result.course.difference', defaultMessage: 'Difference' },
  low: { id: 'result.course.low', defaultMessage: 'At least' },
  high: { id: 'result.course.high', defaultMessage: 'At most' },
  limits: { id: 'result.course.limits', defaultMessage: 'what chance leaves open' },
});

/** The same as a table. */
export function courseTable(
  intl: IntlShape,
  course: NonNullable<EvaluationRun['result']['course']>,
): TextTable {
  const whole = (value: number) =>
    intl.formatNumber(value, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  return {
    label: intl.formatMessage(COURSE_WORDS.title),
    columns: [COURSE_WORDS.until, COURSE_WORDS.difference, COURSE_WORDS.low, COURSE_WORDS.high].map((word) =>
      intl.formatMessage(word),
    ),
    rows: course.map(({ until, estimate, lower, upper }) => ({
      id: until,
      name: stepDay(intl, until),
      figures: [estimate, lower, upper].map(whole),
    })),
  };
}

/** The last day of a step: its end is the instant after. */
export const stepDay = (intl: IntlShape, until: string): string =>
  intl.formatDate(Date.parse(until) - 1, { dateStyle: 'medium', timeZone: 'UTC' });
