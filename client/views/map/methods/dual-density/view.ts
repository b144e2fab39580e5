import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { DualDensityAnswer } from './answer.tsx';
import { DualDensityCard } from './card.tsx';
import { DualDensityFacts } from './facts.tsx';
import { DualDensityForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.dual.why',
    defaultMessage: 'Where much happens because many are there, this map stays pale.',
  },
});

export const dualDensityView: MethodView<'dual-density'> = {
  question: 'chance',
  ...TEXTS,
  about: METHOD_ABOUTS['dual-density'],
  layer: 'dual-density',
  Form: DualDensityForm,
  Facts: DualDensityFacts,
  Answer: DualDensityAnswer,
  Card: DualDensityCard,
};
