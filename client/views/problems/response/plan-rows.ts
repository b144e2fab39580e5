import type { IntlShape } from 'react-intl';
import type { EvaluationPlan } from '../../../api/evaluations.ts';
import { AREA_WORDS, DESIGN_WORDS, WATCHED_WORDS } from './evaluation-words.ts';
import { periodText } from './period-days.tsx';

interface Around {
  readonly categories: readonly { readonly id: number; readonly name: string }[];
  readonly zone: string;
}

export interface PlanRow {
  readonly name: string;
  readonly text: string;
}

/** The plan in words, field by field, without what it does not say. */
export function planRows(intl: IntlShape, plan: EvaluationPlan, { categories, zone }: Around): PlanRow[] {
  const designName = intl.formatMessage({
    id: 'evaluation.design',
    defaultMessage: 'How the result is judged',
  });
  const design = { name: designName, text: intl.formatMessage(DESIGN_WORDS[plan.design]) };
  if (plan.design === 'none')
    return said([
      design,
      {
        name: intl.formatMessage({
          id: 'evaluation.none-reason',
          defaultMessage: 'Why nothing is measured',
        }),
        text: plan.noneReason,
      },
    ]);
  return said([
    design,
    {
      name: intl.formatMessage({ id: 'evaluation.counted', defaultMessage: 'What is counted' }),
      text: countedText(intl, plan, categories),
    },
    {
      name: intl.formatMessage({ id: 'result.before', defaultMessage: 'Before' }),
      text: periodText(intl, plan.before, zone),
    },
    {
      name: intl.formatMessage({ id: 'result.after', defaultMessage: 'After' }),
      text: periodText(intl, plan.after, zone),
    },
    { name: intl.formatMessage(AREA_WORDS.control), text: comparisonText(intl, plan) },
    {
      name: intl.formatMessage({ id: 'evaluation.watched', defaultMessage: 'Watched for moving to' }),
      text: intl.formatList(plan.watchedFor.map((word) => intl.formatMessage(WATCHED_WORDS[word]))),
    },
    {
      name: intl.formatMessage({ id: 'evaluation.rule', defaultMessage: 'What will count as success' }),
      text: plan.successRule,
    },
    {
      name: intl.formatMessage({ id: 'evaluation.level', defaultMessage: 'Level of the interval' }),
      text: intl.formatNumber(1 - plan.alpha, { style: 'percent' }),
    },
  ]);
}

const said = (rows: PlanRow[]): PlanRow[] => rows.filter(({ text }) => text !== '');

function countedText(
  intl: IntlShape,
  { outcome, outcomeName }: EvaluationPlan,
  categories: Around['categories'],
): string {
  const names = categories.filter(({ id }) => outcome.categories?.includes(id)).map(({ name }) => name);
  return names.length > 0 ? `${outcomeName} (${intl.formatList(names)})` : outcomeName;
}

function comparisonText(intl: IntlShape, { comparisonName, matchCard, control }: EvaluationPlan): string {
  if (control === null) return '–';
  if (!matchCard) return comparisonName;
  const times = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 });
  const card = intl.formatMessage(
    {
      id: 'evaluation.card',
      defaultMessage:
        '(against the treated area: incidents × {level}, trend × {trend}, between {low} and {high}, size × {size})',
    },
    {
      level: times(matchCard.levelRatio),
      trend: times(matchCard.trendRatio),
      low: times(matchCard.trendInterval[0]),
      high: times(matchCard.trendInterval[1]),
      size: times(matchCard.sizeRatio),
    },
  );
  return `${comparisonName} ${card}`.trim();
}
