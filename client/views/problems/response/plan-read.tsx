import { lazy, type ReactNode, Suspense } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useCategories } from '../../../api/categories.ts';
import type { EvaluationPlan } from '../../../api/evaluations.ts';
import styles from '../problems.module.css';
import { AREA_WORDS, AREAS, DESIGN_WORDS, WATCHED_WORDS } from './evaluation-words.ts';

const CaseMap = lazy(() =>
  import('../../../map/case-map.tsx').then((module) => ({ default: module.CaseMap })),
);

/** The plan in words, with its ground on a map. */
export function PlanRead({ plan }: { plan: EvaluationPlan }) {
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
    <>
      <PlanMap plan={plan} />
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
            <Span key="b2" period={plan.before} />,
          ],
          [
            <FormattedMessage key="a" id="result.after" defaultMessage="After" />,
            <Span key="a2" period={plan.after} />,
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
    </>
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

function Span({ period }: { period: EvaluationPlan['before'] }) {
  if (period === null) return '–';
  return (
    <FormattedMessage
      id="evaluation.span"
      defaultMessage="{from} to {to}"
      values={{
        from: <FormattedDate value={period.from} dateStyle="medium" />,
        // The last day lies just before the end.
        to: <FormattedDate value={Date.parse(period.to) - 1} dateStyle="medium" />,
      }}
    />
  );
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

/** Treated area, streets around and comparison, each named on the map. */
export function PlanMap({ plan }: { plan: EvaluationPlan }) {
  const intl = useIntl();
  if (plan.treated === null) return null;
  const zones = AREAS.flatMap((area) => {
    const geometry = plan[area];
    return geometry ? [{ id: area, text: intl.formatMessage(AREA_WORDS[area]), geometry }] : [];
  });
  const coordinates = zones.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  return (
    <div className={styles.map}>
      <Suspense fallback={null}>
        <CaseMap
          geometry={plan.treated}
          annotations={zones}
          incidents={NONE}
          view={{ type: 'MultiPolygon', coordinates }}
        />
      </Suspense>
    </div>
  );
}

const NONE: readonly [number, number][] = [];
