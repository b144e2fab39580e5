/** What the gates ask of the evaluation of a case: from its plan, locked before the start, to its decision. */
import type { CaseFacts } from './case-facts.ts';
import { openExplanations } from './explanations.ts';
import { isAnsweredAfter } from './survey-round.ts';

const DESK = ['analyst', 'police_member'] as const;
const WORKERS = ['analyst', 'police_member', 'secretary'] as const;

export const EVALUATION_GATE_RULES = [
  {
    id: 'evaluation_locked',
    gate: 'start',
    weight: 'must',
    says: 'The evaluation plan is locked by two persons, or says why nothing is measured.',
    from: ['analyst', 'secretary'],
    tab: 'response',
    holds: ({ evaluation }: CaseFacts) =>
      evaluation.standing === 'locked' || evaluation.standing === 'none_with_reason',
  },
  {
    id: 'effect_can_be_seen',
    gate: 'start',
    weight: 'warning',
    says: 'The drop that is aimed at is large enough to be seen.',
    from: ['analyst'],
    tab: 'response',
    // As shares: an objective may count by the month, the plan counts whole periods.
    holds: ({ evaluation: { leastShare }, parts: { objective } }: CaseFacts) => {
      const { baselineValue = null, targetValue = null } = objective ?? {};
      if (leastShare === null || baselineValue === null || targetValue === null) return true;
      return targetValue >= baselineValue || leastShare <= (baselineValue - targetValue) / baselineValue;
    },
  },
  {
    id: 'period_after_over',
    gate: 'to_assessment',
    weight: 'must',
    says: 'The period after the response is over.',
    from: DESK,
    tab: 'response',
    holds: ({ evaluation: { afterEnds }, today }: CaseFacts) => afterEnds === null || afterEnds <= today,
  },
  {
    id: 'primary_test_shown',
    gate: 'to_closing',
    weight: 'must',
    says: 'The agreed test has been computed.',
    from: ['analyst'],
    tab: 'assessment',
    holds: ({ evaluation }: CaseFacts) => !evaluation.hasTest || evaluation.primaryRuns > 0,
  },
  {
    id: 'displacement_looked_at',
    gate: 'to_closing',
    weight: 'must',
    says: 'Somebody looked whether it moved, and wrote down what was found.',
    from: DESK,
    tab: 'assessment',
    holds: ({ parts: { assessment } }: CaseFacts) =>
      assessment !== null && assessment.lookedAt.length > 0 && assessment.displacement.trim() !== '',
  },
  {
    id: 'explanations_answered',
    gate: 'to_closing',
    weight: 'must',
    says: 'Each of the seven other explanations is answered, with a word why.',
    from: DESK,
    tab: 'assessment',
    holds: ({ parts: { explanations } }: CaseFacts) =>
      explanations !== null && openExplanations(explanations).length === 0,
  },
  {
    id: 'perception_asked',
    gate: 'to_closing',
    weight: 'must',
    says: 'People were asked after the response how safe they feel.',
    from: WORKERS,
    tab: 'assessment',
    // Answers counted by group say more than that somebody asked; either is enough.
    holds: ({ items, parts: { assessment } }: CaseFacts) =>
      items.some(({ body }) => 'timing' in body && isAnsweredAfter(body)) ||
      !['not_asked', null].includes(assessment?.perceptionAsked ?? null),
  },
  {
    id: 'decided_at_a_meeting',
    gate: 'to_closing',
    weight: 'must',
    says: 'The committee decided at a meeting what follows from the result.',
    from: ['secretary'],
    tab: 'assessment',
    holds: ({ parts: { decision } }: CaseFacts) =>
      decision !== null &&
      decision.decision !== null &&
      decision.decidedOn !== null &&
      decision.decidedAt !== '',
  },
] as const;
