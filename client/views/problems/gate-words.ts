import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { GateRuleId } from '../../../server/app.ts';

/** What has to hold, in the words of the server's table. One line a rule. */
export const GATE_WORDS: Record<GateRuleId, MessageDescriptor> = defineMessages({
  cheers_passed: {
    id: 'gate.cheers',
    defaultMessage: 'All six questions of the CHEERS test are answered with yes.',
  },
  statement_complete: {
    id: 'gate.statement',
    defaultMessage:
      'The problem is stated, and the place, the behaviour, the time and who is harmed are named.',
  },
  not_protected: {
    id: 'gate.not-protected',
    defaultMessage: 'No protected category is in the rule of the case.',
  },
  more_than_one_source: {
    id: 'gate.more-sources',
    defaultMessage: 'More than one kind of source speaks of it.',
  },
  six_months_of_data: {
    id: 'gate.six-months',
    defaultMessage: 'The incident data reach over six months at least.',
  },
  priority_decided: {
    id: 'gate.priority',
    defaultMessage: 'The committee decided at a meeting to take it on, and why.',
  },
  objective_with_baseline: {
    id: 'gate.objective',
    defaultMessage: 'The objective says what is measured, from which baseline, and by when.',
  },
  lead_and_co_lead: {
    id: 'gate.leads',
    defaultMessage: 'One of the police and one of the community lead it together.',
  },
  objective_ahead: {
    id: 'gate.objective-ahead',
    defaultMessage: 'The day of the objective still lies ahead.',
  },
  two_sources: { id: 'gate.two-sources', defaultMessage: 'Two independent sources at least agree.' },
  answer_kept: {
    id: 'gate.answer-kept',
    defaultMessage: 'An answer about where or when is kept on the case.',
  },
  where_and_when: {
    id: 'gate.where-when',
    defaultMessage: 'A finding says where it happens and one when, and a kept answer bears one of them.',
  },
  hypothesis_tested: {
    id: 'gate.hypothesis',
    defaultMessage: 'One hypothesis at least says what it predicts, and was tested.',
  },
  weak_side_named: {
    id: 'gate.weak-side',
    defaultMessage: 'The weak side of the triangle is named.',
  },
  current_response_described: {
    id: 'gate.current-response',
    defaultMessage: 'It is written down what is done today, and why that does not end it.',
  },
  not_only_patrols: {
    id: 'gate.patrols',
    defaultMessage: 'No hypothesis is just “not enough patrols”.',
  },
  three_options: {
    id: 'gate.three-options',
    defaultMessage: 'Three options at least are held against each other.',
  },
  one_not_enforcement: {
    id: 'gate.not-enforcement',
    defaultMessage: 'One option at least is not enforcement.',
  },
  option_chosen: {
    id: 'gate.option-chosen',
    defaultMessage: 'An option is chosen, and every chosen one passed its rights check.',
  },
  chosen_ready: {
    id: 'gate.chosen-ready',
    defaultMessage: 'Every chosen option has an owner, a start and a dose.',
  },
  commitment_agreed: {
    id: 'gate.agreed',
    defaultMessage: 'A commitment with a due date is agreed.',
  },
  dose_logged: {
    id: 'gate.dose-logged',
    defaultMessage: 'Where a dose was planned, what was done is logged.',
  },
  verification_held: {
    id: 'gate.verified',
    defaultMessage: 'Residents have said of a commitment whether it was done.',
  },
  enough_dose: {
    id: 'gate.enough-dose',
    defaultMessage: 'Six tenths of the planned dose were given, or more.',
  },
  evaluation_locked: {
    id: 'gate.evaluation',
    defaultMessage: 'The evaluation plan is locked by two persons, or says why nothing is measured.',
  },
  effect_can_be_seen: {
    id: 'gate.effect-seen',
    defaultMessage: 'The drop that is aimed at is large enough to be seen.',
  },
  period_after_over: {
    id: 'gate.period-over',
    defaultMessage: 'The period after the response is over.',
  },
  primary_test_shown: { id: 'gate.primary-test', defaultMessage: 'The agreed test has been computed.' },
  displacement_looked_at: {
    id: 'gate.displacement',
    defaultMessage: 'Somebody looked whether it moved, and wrote down what was found.',
  },
  explanations_answered: {
    id: 'gate.explanations',
    defaultMessage: 'Each of the seven other explanations is answered, with a word why.',
  },
  perception_asked: {
    id: 'gate.perception',
    defaultMessage: 'People were asked after the response how safe they feel.',
  },
  decided_at_a_meeting: {
    id: 'gate.decided',
    defaultMessage: 'The committee decided at a meeting what follows from the result.',
  },
  outcome_said: {
    id: 'gate.outcome',
    defaultMessage: 'It is said how it came out: in the decision to close, or by the state of the case.',
  },
  publication_settled: {
    id: 'gate.publication',
    defaultMessage: 'A public answer is released, or it is written down why there is none.',
  },
  review_planned: {
    id: 'gate.review',
    defaultMessage: 'A day is set on which somebody looks whether it lasts.',
  },
});
