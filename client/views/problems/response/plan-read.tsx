import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCategories } from '../../../api/categories.ts';
import type { EvaluationPlan } from '../../../api/evaluations.ts';
import styles from '../problems.module.css';
import { AREA_WORDS, DESIGN_WORDS, WATCHED_WORDS } from './evaluation-words.ts';
import { PeriodDays } from './period-days.tsx';
import { PlanGround } from './plan-picture.tsx';

/** The plan in words, with its ground on a map. */
export function PlanRead({ plan }: { plan: EvaluationPlan }) {
  return (
    <>
      {plan.design === 'none' ? null : <PlanGround plan={plan} />}
      <PlanWords plan={plan} />
    </>
  );
}

export function PlanWords({ plan }: { plan: EvaluationPlan }) {
  const intl = useIntl();
  const counted = useCountedNames(plan);
  if (plan.design === 'none')
    return (
      <Rows
        rows={[
          [
            <FormattedMessage key="d" id="evaluation.design" defaultMessage="How the result is judged" />,
            intl.formatMessage(DESIGN_WORDS.none),
          ],
          [
            <FormattedMessage key="r" id="evaluation.none-reason" defaultMessage="Why nothing is measured" />,
            plan.noneReason,
          ],
        ]}
      />
    );
  return (
    <Rows
      rows={[
        [
          <FormattedMessage key="d" id="evaluation.design" defaultMessage="How the result is judged" />,
          intl.formatMessage(DESIGN_WORDS[plan.design]),
        ],
        [
          <FormattedMessage key="c" id="evaluation.counted" defaultMessage="What is counted" />,
          counted ? `${plan.outcomeName} (${counted})` : plan.outcomeName,
        ],
        [
          <FormattedMessage key="b" id="result.before" defaultMessage="Before" />,
          <PeriodDays key="b2" period={plan.before} />,
        ],
        [
          <FormattedMessage key="a" id="result.after" defaultMessage="After" />,
          <PeriodDays key="a2" period={plan.after} />,
        ],
        [intl.formatMessage(AREA_WORDS.control), <Comparison key="m" plan={plan} />],
        [
          <FormattedMessage key="w" id="evaluation.watched" defaultMessage="Watched for moving to" />,
          intl.formatList(plan.watchedFor.map((word) => intl.formatMessage(WATCHED_WORDS[word]))),
        ],
        [
          <FormattedMessage key="s" id="evaluation.rule" defaultMessage="What will count as success" />,
          plan.successRule,
        ],
        [
          <FormattedMessage key="l" id="evaluation.level" defaultMessage="Level of the interval" />,
          intl.formatNumber(1 - plan.alpha, { style: 'percent' }),
        ],
      ]}
    />
  );
}

function Rows({ rows }: { rows: readonly (readonly [ReactNode, ReactNode])[] }) {
  return (
    <dl className={styles.answers}>
      {rows
        .filter(([, text]) => text !== '')
        .map(([name, text], i) => (
          // The rows stand in a fixed order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={i}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function useCountedNames({ outcome }: EvaluationPlan): string {
  const intl = useIntl();
  const categories = useCategories().data ?? [];
  const names = categories.filter(({ id }) => outcome.categories?.includes(id)).map(({ name }) => name);
  return intl.formatList(names);
}

function Comparison({ plan: { comparisonName, matchCard, control } }: { plan: EvaluationPlan }) {
  const intl = useIntl();
  if (control === null) return '–';
  const times = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 });
  return (
    <>
      {comparisonName}
      {matchCard ? (
        <span className={styles.quiet}>
          {' '}
          <FormattedMessage
            id="evaluation.card"
            defaultMessage="(against the treated area: incidents × {level}, trend × {trend}, between {low} and {high}, size × {size})"
            values={{
              level: times(matchCard.levelRatio),
              trend: times(matchCard.trendRatio),
              low: times(matchCard.trendInterval[0]),
              high: times(matchCard.trendInterval[1]),
              size: times(matchCard.sizeRatio),
            }}
          />
        </span>
      ) : null}
    </>
  );
}
