/** Whether a look at the result is the agreed test, and if not, why. */
import type { EvaluationPlan } from './evaluation-plan.ts';

export const EXPLORATORY_REASONS = [
  'not_locked',
  'not_the_plan',
  'period_not_over',
  'data_end_before',
] as const;
export type ExploratoryReason = (typeof EXPLORATORY_REASONS)[number];

/** Records of the last days come in late: so many days without any are no gap. */
const QUIET_DAYS = 7;
const DAY = 86_400_000;

export interface Look {
  /** What is asked. */
  readonly plan: EvaluationPlan;
  /** What was locked; null while nothing is. */
  readonly locked: EvaluationPlan | null;
  readonly now: string;
  /** The newest incident of the data sets it counts; null without any. */
  readonly dataUntil: string | null;
}

/** Empty for the agreed test. */
export function exploratoryReasons({ plan, locked, now, dataUntil }: Look): ExploratoryReason[] {
  const found: ExploratoryReason[] = [];
  if (locked === null) found.push('not_locked');
  else if (JSON.stringify(asked(plan)) !== JSON.stringify(asked(locked))) found.push('not_the_plan');
  const end = plan.after ? Date.parse(plan.after.to) : Number.NaN;
  if (Date.parse(now) < end) found.push('period_not_over');
  else if (dataUntil === null || Date.parse(dataUntil) < end - QUIET_DAYS * DAY)
    found.push('data_end_before');
  return found;
}

/** What the numbers follow from; words beside it may differ. */
function asked(plan: EvaluationPlan) {
  const { design, treated, control, buffer, controlBuffer, before, after, outcome, alpha, exactTest } = plan;
  const { datasets = null, categories = null } = outcome;
  return [
    design,
    treated,
    control,
    buffer,
    controlBuffer,
    before,
    after,
    datasets,
    categories,
    alpha,
    exactTest,
  ];
}
