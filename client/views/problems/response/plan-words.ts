import { defineMessage, defineMessages } from 'react-intl';
import type { EvaluationPlan } from '../../../api/evaluations.ts';
import type { AnyWords, BodyWords } from '../body-words.ts';
import { AREA_WORDS, DESIGN_WORDS, WATCHED_WORDS } from './evaluation-words.ts';

const PLAN_FIELDS: BodyWords<EvaluationPlan>['fields'] = {
  ...AREA_WORDS,
  ...defineMessages({
    design: { id: 'evaluation.design', defaultMessage: 'How the result is judged' },
    noneReason: { id: 'evaluation.none-reason', defaultMessage: 'Why nothing is measured' },
    bufferMetres: { id: 'evaluation.metres', defaultMessage: 'Width of the streets around (m)' },
    comparisonName: { id: 'evaluation.field.comparison', defaultMessage: 'Name of the comparison area' },
    matchCard: { id: 'evaluation.field.match', defaultMessage: 'How well the comparison area matches' },
    before: { id: 'result.before', defaultMessage: 'Before' },
    after: { id: 'result.after', defaultMessage: 'After' },
    outcome: { id: 'evaluation.counted', defaultMessage: 'What is counted' },
    outcomeName: {
      id: 'evaluation.outcome-name',
      defaultMessage: 'What is counted, in one word of a sentence',
    },
    secondaryOutcomes: { id: 'evaluation.field.secondary', defaultMessage: 'Looked at besides' },
    alpha: { id: 'evaluation.field.alpha', defaultMessage: 'Share of intervals that may miss' },
    exactTest: {
      id: 'evaluation.exact',
      defaultMessage: 'Let the exact test decide where a count is below five',
    },
    successRule: { id: 'evaluation.rule', defaultMessage: 'What will count as success' },
    watchedFor: { id: 'evaluation.watched', defaultMessage: 'Watched for moving to' },
    recordingNote: {
      id: 'evaluation.recording-note',
      defaultMessage: 'Why a change of recording does not touch these counts',
    },
  }),
};

/** What the fields of a plan are called where two versions of it are held against each other. */
export const PLAN_WORDS: AnyWords = {
  title: defineMessage({ id: 'evaluation.title', defaultMessage: 'Evaluation plan' }),
  fields: {
    ...PLAN_FIELDS,
    ...defineMessages({
      from: { id: 'evaluation.field.from', defaultMessage: 'from' },
      to: { id: 'evaluation.field.to', defaultMessage: 'ends before' },
      datasets: { id: 'evaluation.field.datasets', defaultMessage: 'data sets' },
      categories: { id: 'evaluation.field.categories', defaultMessage: 'categories' },
      mismatch: { id: 'evaluation.field.mismatch', defaultMessage: 'mismatch' },
      sizeRatio: { id: 'evaluation.field.size', defaultMessage: 'size' },
      levelRatio: { id: 'evaluation.field.level', defaultMessage: 'incidents' },
      trendRatio: { id: 'evaluation.field.trend', defaultMessage: 'trend' },
      trendInterval: { id: 'evaluation.field.trend-interval', defaultMessage: 'trend, between' },
      suitable: { id: 'evaluation.field.suitable', defaultMessage: 'suitable' },
    }),
  },
  values: { ...DESIGN_WORDS, ...WATCHED_WORDS },
};
