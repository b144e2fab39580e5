import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { TerrainAnswer } from './answer.tsx';
import { TerrainCard } from './card.tsx';
import { TerrainFacts } from './facts.tsx';
import { TerrainForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.terrain.about',
    defaultMessage:
      'Up to eight kinds of assets are looked at together: how many times as many incidents there are near them, and where several come together. It is a work sheet for a discussion about places; it cannot tell who is there, nor that anything will happen, and it is never published.',
  },
  why: {
    id: 'map.method.terrain.why',
    defaultMessage: 'Kinds that stand side by side are told apart, and every weight is open.',
  },
});

export const riskTerrainView: MethodView<'risk-terrain'> = {
  question: 'around',
  ...TEXTS,
  layer: 'risk-terrain',
  Form: TerrainForm,
  Facts: TerrainFacts,
  Answer: TerrainAnswer,
  Card: TerrainCard,
};
