import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { HitRateAnswer } from './answer.tsx';
import { HeldCellCard } from './card.tsx';
import { HitRateFacts } from './facts.tsx';
import { HitRateForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.hitRate.about',
    defaultMessage:
      'The last period is hidden, maps are drawn from what came before, and the hidden incidents are counted on them. It tells which map would have been right last time; it cannot promise the next.',
  },
  why: {
    id: 'map.method.hitRate.why',
    defaultMessage: 'Better maps are told by what they would have caught, not by how they look.',
  },
});

export const hitRateView: MethodView<'hit-rate'> = {
  question: 'right',
  ...TEXTS,
  layer: 'held-out',
  Form: HitRateForm,
  Facts: HitRateFacts,
  Answer: HitRateAnswer,
  Card: HeldCellCard,
};
