import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { NearRepeatAnswer } from './answer.tsx';
import { ChainCard } from './card.tsx';
import { NearRepeatFacts } from './facts.tsx';
import { NearRepeatForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.nearRepeat.why',
    defaultMessage:
      'It needs no map of risk: places and days are compared with the same places on shuffled days.',
  },
});

export const nearRepeatView: MethodView<'near-repeat'> = {
  question: 'near',
  ...TEXTS,
  about: METHOD_ABOUTS['near-repeat'],
  layer: 'chains',
  Form: NearRepeatForm,
  Facts: NearRepeatFacts,
  Answer: NearRepeatAnswer,
  Card: ChainCard,
};
