import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { DensityAnswer } from './answer.tsx';
import { DensityCard } from './card.tsx';
import { DensityFacts } from './facts.tsx';
import { DensityForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.density.why',
    defaultMessage: 'A surface shows the shape of a concentration without the borders of areas cutting it.',
  },
});

export const kernelDensityView: MethodView<'kernel-density'> = {
  question: 'concentrate',
  ...TEXTS,
  about: METHOD_ABOUTS['kernel-density'],
  layer: 'density',
  Form: DensityForm,
  Facts: DensityFacts,
  Answer: DensityAnswer,
  Card: DensityCard,
};
