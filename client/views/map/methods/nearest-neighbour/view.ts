import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { NearestAnswer } from './answer.tsx';
import { NearestCard } from './card.tsx';
import { NearestFacts } from './facts.tsx';
import { NearestForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.nearest.why',
    defaultMessage: 'One figure for the whole region: a first look, before asking where.',
  },
});

export const nearestNeighbourView: MethodView<'nearest-neighbour'> = {
  question: 'around',
  ...TEXTS,
  about: METHOD_ABOUTS['nearest-neighbour'],
  layer: 'study-region',
  Form: NearestForm,
  Facts: NearestFacts,
  Answer: NearestAnswer,
  Card: NearestCard,
};
