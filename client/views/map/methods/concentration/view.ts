import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { ConcentrationAnswer } from './answer.tsx';
import { PlaceCard } from './card.tsx';
import { ConcentrationFacts } from './facts.tsx';
import { ConcentrationForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.concentration.about',
    defaultMessage:
      'Incidents are counted by place and the places put in order. It tells how few places have how much; it cannot tell why, and with few incidents any map looks concentrated, which the generalised Gini allows for.',
  },
  why: {
    id: 'map.method.concentration.why',
    defaultMessage: 'Lorenz curve and 80/20 table show it without any setting that could be tuned.',
  },
});

export const concentrationView: MethodView<'concentration'> = {
  question: 'share',
  ...TEXTS,
  layer: 'places',
  Form: ConcentrationForm,
  Facts: ConcentrationFacts,
  Answer: ConcentrationAnswer,
  Card: PlaceCard,
};
