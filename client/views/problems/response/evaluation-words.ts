import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { CountedArea, EvaluationPlan, PlanFacts } from '../../../api/evaluations.ts';

export const DESIGN_WORDS: Record<EvaluationPlan['design'], MessageDescriptor> = defineMessages({
  wdd: {
    id: 'evaluation.design.wdd',
    defaultMessage:
      'Before and after, against a comparison area, with the streets around (weighted displacement difference)',
  },
  before_after_with_control: {
    id: 'evaluation.design.control',
    defaultMessage: 'Before and after, against a comparison area',
  },
  before_after: { id: 'evaluation.design.alone', defaultMessage: 'Before and after, without comparison' },
  interrupted_series: { id: 'evaluation.design.series', defaultMessage: 'A long series, interrupted' },
  stepped: { id: 'evaluation.design.stepped', defaultMessage: 'Areas that begin one after the other' },
  survey_pre_post: { id: 'evaluation.design.survey', defaultMessage: 'A survey before and after' },
  none: { id: 'evaluation.design.none', defaultMessage: 'Nothing is measured' },
});

export const WATCHED_WORDS: Record<EvaluationPlan['watchedFor'][number], MessageDescriptor> = defineMessages({
  place: { id: 'evaluation.watch.place', defaultMessage: 'Another place' },
  time: { id: 'evaluation.watch.time', defaultMessage: 'Another time' },
  target: { id: 'evaluation.watch.target', defaultMessage: 'Another target' },
  method: { id: 'evaluation.watch.method', defaultMessage: 'Another method' },
  offence: { id: 'evaluation.watch.offence', defaultMessage: 'Another offence' },
  other_people_affected: { id: 'evaluation.watch.people', defaultMessage: 'Other people' },
  diffusion_of_benefits: {
    id: 'evaluation.watch.diffusion',
    defaultMessage: 'Good spread further than meant',
  },
});

export const AREA_WORDS: Record<CountedArea, MessageDescriptor> = defineMessages({
  treated: { id: 'evaluation.area.treated', defaultMessage: 'Treated area' },
  control: { id: 'evaluation.area.control', defaultMessage: 'Comparison area' },
  buffer: { id: 'evaluation.area.buffer', defaultMessage: 'Streets around the treated area' },
  controlBuffer: {
    id: 'evaluation.area.control-buffer',
    defaultMessage: 'Streets around the comparison area',
  },
});

/** The same, as a map has room for. */
export const SHORT_AREA_WORDS: Record<CountedArea, MessageDescriptor> = defineMessages({
  treated: { id: 'evaluation.area.treated.short', defaultMessage: 'Treated' },
  control: { id: 'evaluation.area.control.short', defaultMessage: 'Comparison' },
  buffer: { id: 'evaluation.area.buffer.short', defaultMessage: 'Streets around' },
  controlBuffer: { id: 'evaluation.area.buffer.short', defaultMessage: 'Streets around' },
});

export const AREAS: readonly CountedArea[] = ['treated', 'control', 'buffer', 'controlBuffer'];

/** What stands against a plan, and what to do about it. */
export const CHECK_WORDS: Record<PlanFacts['checks'][number]['code'], MessageDescriptor> = defineMessages({
  reason_missing: { id: 'evaluation.check.reason', defaultMessage: 'Say why nothing will be measured.' },
  area_missing: { id: 'evaluation.check.area', defaultMessage: 'Choose this area: {areas}.' },
  zones_not_both: {
    id: 'evaluation.check.zones',
    defaultMessage:
      'The streets around need the streets around the comparison area beside them: draw both, or neither.',
  },
  periods_missing: {
    id: 'evaluation.check.periods',
    defaultMessage: 'Give the period before and the period after.',
  },
  period_empty: {
    id: 'evaluation.check.empty',
    defaultMessage: 'A period ends before it begins: its last day must not lie before its first.',
  },
  after_before_before: {
    id: 'evaluation.check.order',
    defaultMessage:
      'The period after begins before the period before has ended: move one of them, so that no incident counts in both.',
  },
  success_rule_missing: {
    id: 'evaluation.check.rule',
    defaultMessage: 'Write down what will count as success, while nobody knows how it comes out.',
  },
  outcome_name_missing: {
    id: 'evaluation.check.name',
    defaultMessage: 'Give what is counted a name for the sentence of the result, for example “thefts”.',
  },
  control_touches: {
    id: 'evaluation.check.touches',
    defaultMessage:
      'These touch: {areas}. What moves away would be counted as comparison. Choose one further off.',
  },
  counted_twice: {
    id: 'evaluation.check.twice',
    defaultMessage:
      'Some incidents lie in two of the areas and would count twice: draw the areas so that they do not overlap.',
  },
  no_incidents: {
    id: 'evaluation.check.none',
    defaultMessage:
      'No incident of the period before lies here: {areas}. Choose another area, period or kind of incident.',
  },
  small_counts: {
    id: 'evaluation.check.small',
    defaultMessage:
      'Fewer than five incidents are expected here: {areas}. The usual test fails there: take the exact test, a longer period or larger areas.',
  },
  recording_change: {
    id: 'evaluation.check.recording',
    defaultMessage:
      'The way of recording changed within the two periods or between them. Choose periods on one side of the change, or say why it does not touch these counts.',
  },
  after_has_begun: {
    id: 'evaluation.check.begun',
    defaultMessage:
      'The period after has begun already: whoever chose the comparison may have seen how it comes out.',
  },
  lengths_differ: {
    id: 'evaluation.check.lengths',
    defaultMessage: 'The periods are not equally long: the counts before are scaled to the length after.',
  },
  no_displacement_watched: {
    id: 'evaluation.check.watched',
    defaultMessage: 'Nothing is watched for displacement: tick what could move.',
  },
  not_computed: {
    id: 'evaluation.check.not-computed',
    defaultMessage:
      'The workbench computes no single test for this design: keep the runs that judge it on the case.',
  },
});
