import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { TerrainAnswer } from './answer.tsx';
import { TerrainCard } from './card.tsx';
import { TerrainFacts } from './facts.tsx';
import { TerrainForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.terrain.why',
    defaultMessage: 'Kinds that stand side by side are told apart, and every weight is open.',
  },
});

export const riskTerrainView: MethodView<'risk-terrain'> = {
  question: 'around',
  ...TEXTS,
  about: METHOD_ABOUTS['risk-terrain'],
  layer: 'risk-terrain',
  Form: TerrainForm,
  Facts: TerrainFacts,
  Answer: TerrainAnswer,
  Card: TerrainCard,
};
