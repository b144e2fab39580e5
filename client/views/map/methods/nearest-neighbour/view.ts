import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { NearestAnswer } from './answer.tsx';
import { NearestCard } from './card.tsx';
import { NearestFacts } from './facts.tsx';
import { NearestForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.nearest.about',
    defaultMessage:
      'The distance from each incident to the nearest other one is compared with incidents that could lie anywhere in the region. It tells whether they keep together at all; it cannot tell where, and as people and streets keep together, most kinds of incidents do.',
  },
  why: {
    id: 'map.method.nearest.why',
    defaultMessage: 'One figure for the whole region: a first look, before asking where.',
  },
});

export const nearestNeighbourView: MethodView<'nearest-neighbour'> = {
  question: 'around',
  ...TEXTS,
  layer: 'study-region',
  Form: NearestForm,
  Facts: NearestFacts,
  Answer: NearestAnswer,
  Card: NearestCard,
};
