import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { HitRateAnswer } from './answer.tsx';
import { HeldCellCard } from './card.tsx';
import { HitRateFacts } from './facts.tsx';
import { HitRateForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.hitRate.why',
    defaultMessage: 'Better maps are told by what they would have caught, not by how they look.',
  },
});

export const hitRateView: MethodView<'hit-rate'> = {
  question: 'right',
  ...TEXTS,
  about: METHOD_ABOUTS['hit-rate'],
  layer: 'held-out',
  Form: HitRateForm,
  Facts: HitRateFacts,
  Answer: HitRateAnswer,
  Card: HeldCellCard,
};
