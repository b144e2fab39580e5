import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { MoranAnswer } from './answer.tsx';
import { MoranCard } from './card.tsx';
import { MoranFacts } from './facts.tsx';
import { MoranForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.moran.about',
    defaultMessage:
      'Each cell is compared with its neighbours. It tells busy cells among busy ones, quiet among quiet, and the odd ones out; it cannot tell why, and says nothing about people who live there.',
  },
  why: {
    id: 'map.method.moran.why',
    defaultMessage: 'It also shows single cells that are unlike what is around them.',
  },
});

export const localMoranView: MethodView<'local-moran'> = {
  question: 'chance',
  ...TEXTS,
  layer: 'local-moran',
  Form: MoranForm,
  Facts: MoranFacts,
  Answer: MoranAnswer,
  Card: MoranCard,
};
