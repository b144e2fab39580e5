import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { ChangeAnswer } from './answer.tsx';
import { ChangeCard } from './card.tsx';
import { ChangeFacts } from './facts.tsx';
import { ChangeForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.change.why',
    defaultMessage: 'Two periods and their counts are what most people can check.',
  },
});

export const changeView: MethodView<'change'> = {
  question: 'change',
  ...TEXTS,
  about: METHOD_ABOUTS.change,
  layer: 'change',
  Form: ChangeForm,
  Facts: ChangeFacts,
  Answer: ChangeAnswer,
  Card: ChangeCard,
};
