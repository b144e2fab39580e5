import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { ConcentrationAnswer } from './answer.tsx';
import { PlaceCard } from './card.tsx';
import { ConcentrationFacts } from './facts.tsx';
import { ConcentrationForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.concentration.why',
    defaultMessage: 'Lorenz curve and 80/20 table show it without any setting that could be tuned.',
  },
});

export const concentrationView: MethodView<'concentration'> = {
  question: 'share',
  ...TEXTS,
  about: METHOD_ABOUTS.concentration,
  layer: 'places',
  Form: ConcentrationForm,
  Facts: ConcentrationFacts,
  Answer: ConcentrationAnswer,
  Card: PlaceCard,
};
