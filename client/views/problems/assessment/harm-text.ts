import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import type { EvaluationRun } from '../../../api/evaluations.ts';

export type Harm = NonNullable<EvaluationRun['result']['harm']>;

const REFUSALS: Readonly<Record<NonNullable<Harm['refusal']>, MessageDescriptor>> = defineMessages({
  'no-harm': {
    id: 'result.harm.none',
    defaultMessage: 'No incident here is of a kind that the table gives a weight: nothing can be said.',
  },
  'too-few-incidents': {
    id: 'result.harm.few',
    defaultMessage:
      '{n, plural, one {# incident has} other {# incidents have}} a weight: too few to say anything by harm.',
  },
  'one-incident-dominates': {
    id: 'result.harm.one',
    defaultMessage:
      'One incident alone is {share} of all harm: what it would say is what happened once. Nothing is said.',
  },
});

type Word = 'title' | 'less' | 'more' | 'unclear' | 'counted';

const WORDS: Readonly<Record<Word, MessageDescriptor>> = defineMessages({
  title: { id: 'result.harm', defaultMessage: 'Weighed by harm: a look besides the agreed test' },
  less: {
    id: 'result.harm.less',
    defaultMessage:
      'By the table “{table}” there was {size} less harm than the comparison leads us to expect, probably between {least} and {most} less.',
  },
  more: {
    id: 'result.harm.more',
    defaultMessage:
      'By the table “{table}” there was {size} more harm than the comparison leads us to expect, probably between {least} and {most} more.',
  },
  unclear: {
    id: 'result.harm.unclear',
    defaultMessage:
      'By the table “{table}” the difference is {signed}, between {lower} and {upper}: chance alone could do that.',
  },
  counted: {
    id: 'result.harm.counted',
    defaultMessage:
      '{n, plural, one {# incident with a weight} other {# incidents with a weight}}, {unweighted, plural, =0 {none} other {#}} without, counted as no harm.',
  },
});

export const harmTitle = (intl: IntlShape): string => intl.formatMessage(WORDS.title);

/** What is said, and from how many incidents: the same on the screen and in the case file. */
export function harmTexts(intl: IntlShape, harm: Harm): string[] {
  return [
    harm.refusal === null ? differenceText(intl, harm) : refusalText(intl, harm, harm.refusal),
    intl.formatMessage(WORDS.counted, { n: harm.n, unweighted: harm.unweighted }),
  ];
}

function refusalText(
  intl: IntlShape,
  { n, largestShare }: Harm,
  refusal: NonNullable<Harm['refusal']>,
): string {
  const share = intl.formatNumber(largestShare ?? 0, { style: 'percent', maximumFractionDigits: 0 });
  return intl.formatMessage(REFUSALS[refusal], { n, share });
}

function differenceText(intl: IntlShape, { table, difference }: Harm): string {
  const { estimate, lower, upper } = difference ?? { estimate: 0, lower: 0, upper: 0 };
  const whole = (value: number, signDisplay: 'never' | 'exceptZero') =>
    intl.formatNumber(value, { maximumFractionDigits: 0, signDisplay });
  if (lower <= 0 && upper >= 0)
    return intl.formatMessage(WORDS.unclear, {
      table,
      signed: whole(estimate, 'exceptZero'),
      lower: whole(lower, 'exceptZero'),
      upper: whole(upper, 'exceptZero'),
    });
  const [least, most] = [Math.abs(lower), Math.abs(upper)].sort((a, b) => a - b);
  return intl.formatMessage(estimate < 0 ? WORDS.less : WORDS.more, {
    table,
    size: whole(estimate, 'never'),
    least: whole(least, 'never'),
    most: whole(most, 'never'),
  });
}
