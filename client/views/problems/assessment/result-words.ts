import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { EvaluationRun } from '../../../api/evaluations.ts';

export const RESULT_WORDS = defineMessages({
  total: { id: 'result.total', defaultMessage: 'Weighted displacement difference, streets around included' },
  local: { id: 'result.local', defaultMessage: 'Treated area against the comparison' },
  displacement: {
    id: 'result.displacement',
    defaultMessage: 'Streets around against those of the comparison',
  },
  ratio: {
    id: 'result.ratio',
    defaultMessage: 'Ratio of ratios: the treated area over what was to be expected',
  },
  quotient: {
    id: 'result.quotient',
    defaultMessage: 'Weighted displacement quotient (above 0: the good spread)',
  },
});

export const REASON_WORDS: Record<EvaluationRun['reasons'][number], MessageDescriptor> = defineMessages({
  not_locked: { id: 'result.reason.not-locked', defaultMessage: 'no plan was locked' },
  not_the_plan: { id: 'result.reason.not-the-plan', defaultMessage: 'not what the plan says' },
  period_not_over: { id: 'result.reason.period', defaultMessage: 'the period after was not over' },
  data_end_before: { id: 'result.reason.data', defaultMessage: 'the data end before the period does' },
});
