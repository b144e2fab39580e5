import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { DualDensityAnswer } from './answer.tsx';
import { DualDensityCard } from './card.tsx';
import { DualDensityFacts } from './facts.tsx';
import { DualDensityForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.dual.about',
    defaultMessage:
      'Two smooth maps are divided: the incidents of the filter by other incidents, or by residents. It tells where incidents are denser than what they are compared with; it does not test against chance, and residents are not those who pass through.',
  },
  why: {
    id: 'map.method.dual.why',
    defaultMessage: 'Where much happens because many are there, this map stays pale.',
  },
});

export const dualDensityView: MethodView<'dual-density'> = {
  question: 'chance',
  ...TEXTS,
  layer: 'dual-density',
  Form: DualDensityForm,
  Facts: DualDensityFacts,
  Answer: DualDensityAnswer,
  Card: DualDensityCard,
};
