import { FormattedMessage, FormattedNumber, type IntlShape, useIntl } from 'react-intl';
import type { EvaluationPlan, PlanFacts as Facts } from '../../../api/evaluations.ts';
import { Notice } from '../../../ui/notice.tsx';
import styles from '../problems.module.css';
import { AREA_WORDS, AREAS, CHECK_WORDS } from './evaluation-words.ts';

/** What could be seen at all, what was counted before, and what stands against the plan. */
export function PlanFacts({ facts, plan }: { facts: Facts; plan: EvaluationPlan }) {
  const intl = useIntl();
  const blocking = facts.checks.filter(({ level }) => level === 'blocks');
  const warnings = facts.checks.filter(({ level }) => level === 'warning');
  return (
    <>
      <Drops drops={facts.drops} isYear={isYear(plan.before)} />
      <p className={styles.facts}>
        {AREAS.map((area) => {
          const count = facts.before[area];
          return count === undefined ? null : (
            <span key={area}>
              {intl.formatMessage(AREA_WORDS[area])}: <FormattedNumber value={count} />
            </span>
          );
        })}
      </p>
      {blocking.length > 0 ? (
        <Notice
          tone="red"
          title={<FormattedMessage id="evaluation.blocks" defaultMessage="Before the plan can be locked" />}
        >
          <Checks checks={blocking} />
        </Notice>
      ) : null}
      {warnings.length > 0 ? (
        <Notice
          tone="amber"
          title={<FormattedMessage id="evaluation.warns" defaultMessage="Worth a second look" />}
        >
          <Checks checks={warnings} />
        </Notice>
      ) : null}
    </>
  );
}

function Checks({ checks }: { checks: Facts['checks'] }) {
  const intl = useIntl();
  return (
    <ul>
      {checks.map((check) => (
        <li key={`${check.code} ${check.areas.join(' ')}`}>
          {intl.formatMessage(CHECK_WORDS[check.code], {
            areas: intl.formatList(check.areas.map((area) => intl.formatMessage(AREA_WORDS[area]))),
          })}
        </li>
      ))}
    </ul>
  );
}

/** Whole years are spoken of as such. */
function isYear(period: EvaluationPlan['before']): boolean {
  const days = period ? (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 : 0;
  return Math.abs(days - 365) <= 2;
}

function Drops({ drops, isYear }: { drops: Facts['drops']; isYear: boolean }) {
  const [first, ...others] = dropTexts(useIntl(), drops, isYear);
  if (!first) return null;
  return (
    <div>
      <p className={styles.verdict}>{first}</p>
      {others.map((text) => (
        <p key={text} className={styles.quiet}>
          {text}
        </p>
      ))}
    </div>
  );
}

/** What could be seen at all, in sentences: the area by itself first, then against its comparisons. */
export function planDrops(intl: IntlShape, facts: Facts, plan: EvaluationPlan): string[] {
  return dropTexts(intl, facts.drops, isYear(plan.before));
}

function dropTexts(intl: IntlShape, [first, ...others]: Facts['drops'], isYear: boolean): string[] {
  if (!first) return [];
  const values = { before: first.before, drop: first.drop, length: isYear ? 'year' : 'other' };
  return [
    first.share > 1
      ? intl.formatMessage(
          {
            id: 'evaluation.nothing-seen',
            defaultMessage:
              'With {before, number} {length, select, year {a year} other {in the period before}}, even if nothing happened any more it would not be told from chance.',
          },
          values,
        )
      : intl.formatMessage(
          {
            id: 'evaluation.seen',
            defaultMessage:
              'With {before, number} {length, select, year {a year} other {in the period before}} you would notice a drop of about {drop, number} or more.',
          },
          values,
        ),
    ...(first.share > 1 || first.against !== 'alike'
      ? []
      : [
          intl.formatMessage({
            id: 'evaluation.seen-alike',
            defaultMessage: 'That is against a comparison area with as many incidents as the treated one.',
          }),
        ]),
    ...others.map(({ against, drop, dropLikely }) =>
      intl.formatMessage(
        {
          id: 'evaluation.seen-against',
          defaultMessage:
            '{against, select, zones {With the streets around counted too: about {drop, number}; to be seen four times in five, {likely, number}.} other {Against the chosen comparison area: about {drop, number}; to be seen four times in five, {likely, number}.}}',
        },
        { against, drop, likely: dropLikely },
      ),
    ),
  ];
}
