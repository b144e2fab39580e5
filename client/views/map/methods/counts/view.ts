import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { CountsAnswer } from './answer.tsx';
import { CountsCard } from './card.tsx';
import { CountsFacts } from './facts.tsx';
import { CountsForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.counts.why',
    defaultMessage: 'Plain numbers that anyone can check. Start here.',
  },
});

export const countsView: MethodView<'counts'> = {
  question: 'concentrate',
  ...TEXTS,
  about: METHOD_ABOUTS.counts,
  layer: 'counts',
  Form: CountsForm,
  Facts: CountsFacts,
  Answer: CountsAnswer,
  Card: CountsCard,
};
