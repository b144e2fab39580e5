import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

type Objective = PartBodies['objective'];

export const DIRECTION_WORDS: Record<NonNullable<Objective['direction']>, MessageDescriptor> = defineMessages(
  {
    fall: { id: 'direction.fall', defaultMessage: 'Falls' },
    rise: { id: 'direction.rise', defaultMessage: 'Rises' },
    stay: { id: 'direction.stay', defaultMessage: 'Does not rise' },
  },
);

export const SCALE_WORDS: Record<NonNullable<Objective['scale']>, MessageDescriptor> = defineMessages({
  eliminate: { id: 'scale.eliminate', defaultMessage: 'End it' },
  reduce_by_x: { id: 'scale.reduce', defaultMessage: 'Reduce it by so much' },
  reduce_seriousness: { id: 'scale.seriousness', defaultMessage: 'Make it less serious' },
  handle_more_efficiently: { id: 'scale.efficiency', defaultMessage: 'Handle it better' },
  remove_from_police_consideration: {
    id: 'scale.other-owner',
    defaultMessage: 'Hand it to whoever it belongs to',
  },
});

export const SMART_WORDS: Record<Objective['smart'][number], MessageDescriptor> = defineMessages({
  specific: { id: 'smart.specific', defaultMessage: 'Specific: one thing, in one place' },
  measurable: { id: 'smart.measurable', defaultMessage: 'Measurable: the data are there' },
  achievable: { id: 'smart.achievable', defaultMessage: 'Achievable with the means at hand' },
  relevant: { id: 'smart.relevant', defaultMessage: 'Relevant to those who are harmed' },
  time_bound: { id: 'smart.time', defaultMessage: 'Bound to a day' },
});

export const OBJECTIVE_WORDS: BodyWords<Objective> = {
  title: defineMessage({ id: 'objective.title', defaultMessage: 'Objective' }),
  fields: defineMessages({
    measure: { id: 'objective.measure', defaultMessage: 'What is measured' },
    direction: { id: 'objective.direction', defaultMessage: 'Direction' },
    scale: { id: 'objective.scale', defaultMessage: 'What is wanted' },
    baselineFrom: { id: 'objective.baseline-from', defaultMessage: 'Baseline from' },
    baselineTo: { id: 'objective.baseline-to', defaultMessage: 'Baseline to' },
    baselineValue: { id: 'objective.baseline', defaultMessage: 'Value then' },
    targetValue: { id: 'objective.target', defaultMessage: 'Value to be reached' },
    byDate: { id: 'objective.by', defaultMessage: 'To be reached by' },
    area: { id: 'objective.area', defaultMessage: 'Where' },
    counterMeasures: { id: 'objective.counter', defaultMessage: 'What must not get worse' },
    smart: { id: 'objective.smart', defaultMessage: 'SMART' },
  }),
  values: { ...DIRECTION_WORDS, ...SCALE_WORDS, ...SMART_WORDS },
};
