import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { QuotientAnswer } from './answer.tsx';
import { QuotientCard } from './card.tsx';
import { QuotientFacts } from './facts.tsx';
import { QuotientForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.quotient.why',
    defaultMessage: 'Needs no population, and tells what is particular to an area, quiet ones too.',
  },
});

export const locationQuotientView: MethodView<'location-quotient'> = {
  question: 'around',
  ...TEXTS,
  about: METHOD_ABOUTS['location-quotient'],
  layer: 'location-quotient',
  Form: QuotientForm,
  Facts: QuotientFacts,
  Answer: QuotientAnswer,
  Card: QuotientCard,
};
