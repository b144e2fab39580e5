import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { ChangeAnswer } from './answer.tsx';
import { ChangeCard } from './card.tsx';
import { ChangeFacts } from './facts.tsx';
import { ChangeForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.change.about',
    defaultMessage:
      'Each cell is counted in two periods and tested. It tells where there are more or fewer than chance explains; it cannot tell why, and a cell that is not coloured may have changed too little to see.',
  },
  why: {
    id: 'map.method.change.why',
    defaultMessage: 'Two periods and their counts are what most people can check.',
  },
});

export const changeView: MethodView<'change'> = {
  question: 'change',
  ...TEXTS,
  layer: 'change',
  Form: ChangeForm,
  Facts: ChangeFacts,
  Answer: ChangeAnswer,
  Card: ChangeCard,
};
