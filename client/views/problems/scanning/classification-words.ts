import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

type Classification = PartBodies['classification'];

export const ENVIRONMENT_WORDS: Record<
  NonNullable<Classification['environment']>,
  MessageDescriptor
> = defineMessages({
  residential: { id: 'environment.residential', defaultMessage: 'Homes' },
  recreational: { id: 'environment.recreational', defaultMessage: 'Places to go out or to play' },
  offices: { id: 'environment.offices', defaultMessage: 'Offices' },
  retail: { id: 'environment.retail', defaultMessage: 'Shops and markets' },
  industrial: { id: 'environment.industrial', defaultMessage: 'Industry' },
  agricultural: { id: 'environment.agricultural', defaultMessage: 'Farms' },
  education: { id: 'environment.education', defaultMessage: 'Schools' },
  human_service: { id: 'environment.service', defaultMessage: 'Clinics, courts and offices for people' },
  public_ways: { id: 'environment.ways', defaultMessage: 'Streets and other public ways' },
  transport: { id: 'environment.transport', defaultMessage: 'Transport' },
  open_transitional: { id: 'environment.open', defaultMessage: 'Open land and empty places' },
});

export const BEHAVIOUR_WORDS: Record<
  NonNullable<Classification['behaviour']>,
  MessageDescriptor
> = defineMessages({
  predatory: { id: 'behaviour.predatory', defaultMessage: 'Predatory: one harms another' },
  consensual: { id: 'behaviour.consensual', defaultMessage: 'Consensual: both sides want it' },
  conflict: {
    id: 'behaviour.conflict',
    defaultMessage: 'Conflict: people who know each other harm each other',
  },
  incivility: { id: 'behaviour.incivility', defaultMessage: 'Incivility: it disturbs, and hardly harms' },
  endangerment: { id: 'behaviour.endangerment', defaultMessage: 'Endangerment: harm that nobody means' },
  misuse_of_police: { id: 'behaviour.misuse', defaultMessage: 'Misuse of the police' },
});

export const CONCENTRATION_WORDS: Record<Classification['concentrations'][number], MessageDescriptor> =
  defineMessages({
    risky_facility: { id: 'concentration.facility', defaultMessage: 'A risky facility' },
    hot_spot: { id: 'concentration.spot', defaultMessage: 'A hot spot' },
    hot_dot: { id: 'concentration.dot', defaultMessage: 'The same ones harmed again' },
    repeat_offender: { id: 'concentration.offender', defaultMessage: 'A pattern of repeated offending' },
  });

export const WEEKDAY_WORDS: Record<Classification['days'][number], MessageDescriptor> = defineMessages({
  monday: { id: 'weekday.monday', defaultMessage: 'Monday' },
  tuesday: { id: 'weekday.tuesday', defaultMessage: 'Tuesday' },
  wednesday: { id: 'weekday.wednesday', defaultMessage: 'Wednesday' },
  thursday: { id: 'weekday.thursday', defaultMessage: 'Thursday' },
  friday: { id: 'weekday.friday', defaultMessage: 'Friday' },
  saturday: { id: 'weekday.saturday', defaultMessage: 'Saturday' },
  sunday: { id: 'weekday.sunday', defaultMessage: 'Sunday' },
});

export const CLASSIFICATION_WORDS: BodyWords<Classification> = {
  title: defineMessage({ id: 'classification.title', defaultMessage: 'What kind of problem' }),
  fields: defineMessages({
    environment: { id: 'classification.environment', defaultMessage: 'Environment' },
    behaviour: { id: 'classification.behaviour', defaultMessage: 'Behaviour' },
    concentrations: { id: 'classification.concentrations', defaultMessage: 'Concentrates on' },
    days: { id: 'classification.days', defaultMessage: 'Days' },
    fromHour: { id: 'classification.from-hour', defaultMessage: 'From (hour)' },
    toHour: { id: 'classification.to-hour', defaultMessage: 'To (hour)' },
    season: { id: 'classification.season', defaultMessage: 'Season, occasion' },
  }),
  values: { ...ENVIRONMENT_WORDS, ...BEHAVIOUR_WORDS, ...CONCENTRATION_WORDS, ...WEEKDAY_WORDS },
};
