import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { QuotientAnswer } from './answer.tsx';
import { QuotientCard } from './card.tsx';
import { QuotientFacts } from './facts.tsx';
import { QuotientForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.quotient.about',
    defaultMessage:
      'What part of the incidents of an area are of the filter is compared with the part they are in all areas. It tells what an area has more of than others for its size; it cannot tell that there is much of it: two areas with the same number can have quotients above and below 1.',
  },
  why: {
    id: 'map.method.quotient.why',
    defaultMessage: 'Needs no population, and tells what is particular to an area, quiet ones too.',
  },
});

export const locationQuotientView: MethodView<'location-quotient'> = {
  question: 'around',
  ...TEXTS,
  layer: 'location-quotient',
  Form: QuotientForm,
  Facts: QuotientFacts,
  Answer: QuotientAnswer,
  Card: QuotientCard,
};
