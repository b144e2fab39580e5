import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { NearRepeatAnswer } from './answer.tsx';
import { ChainCard } from './card.tsx';
import { NearRepeatFacts } from './facts.tsx';
import { NearRepeatForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.nearRepeat.about',
    defaultMessage:
      'All pairs of incidents are counted by how far apart they are in space and in time. It tells whether incidents follow each other nearby more often than chance; it cannot tell that the same person came back, or that one caused the other.',
  },
  why: {
    id: 'map.method.nearRepeat.why',
    defaultMessage:
      'It needs no map of risk: places and days are compared with the same places on shuffled days.',
  },
});

export const nearRepeatView: MethodView<'near-repeat'> = {
  question: 'near',
  ...TEXTS,
  layer: 'chains',
  Form: NearRepeatForm,
  Facts: NearRepeatFacts,
  Answer: NearRepeatAnswer,
  Card: ChainCard,
};
