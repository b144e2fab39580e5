import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { BurstsAnswer } from './answer.tsx';
import { DayCard } from './card.tsx';
import { BurstsFacts } from './facts.tsx';
import { BurstsForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.bursts.why',
    defaultMessage: 'Looking again and again always finds a bad week; here the false alarms are rationed.',
  },
});

export const burstsView: MethodView<'bursts'> = {
  question: 'when',
  ...TEXTS,
  about: METHOD_ABOUTS.bursts,
  layer: null,
  Form: BurstsForm,
  Facts: BurstsFacts,
  Answer: BurstsAnswer,
  Card: DayCard,
};
