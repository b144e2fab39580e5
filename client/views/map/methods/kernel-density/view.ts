import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { DensityAnswer } from './answer.tsx';
import { DensityCard } from './card.tsx';
import { DensityFacts } from './facts.tsx';
import { DensityForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.question.density.about',
    defaultMessage:
      'A smooth surface of incidents per km² (kernel density). It shows where most happens; it cannot tell whether a peak is more than chance, nor why it is there.',
  },
  why: {
    id: 'map.method.density.why',
    defaultMessage: 'A surface shows the shape of a concentration without the borders of areas cutting it.',
  },
});

export const kernelDensityView: MethodView<'kernel-density'> = {
  question: 'concentrate',
  ...TEXTS,
  layer: 'density',
  Form: DensityForm,
  Facts: DensityFacts,
  Answer: DensityAnswer,
  Card: DensityCard,
};
