import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { CountsAnswer } from './answer.tsx';
import { CountsCard } from './card.tsx';
import { CountsFacts } from './facts.tsx';
import { CountsForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.counts.about',
    defaultMessage:
      'Incidents are counted in cells of one size or in areas, there with a rate per 1,000 residents. It tells where most happens; it cannot tell whether that is more than chance, and residents are not everybody who passes through.',
  },
  why: {
    id: 'map.method.counts.why',
    defaultMessage: 'Plain numbers that anyone can check. Start here.',
  },
});

export const countsView: MethodView<'counts'> = {
  question: 'concentrate',
  ...TEXTS,
  layer: 'counts',
  Form: CountsForm,
  Facts: CountsFacts,
  Answer: CountsAnswer,
  Card: CountsCard,
};
