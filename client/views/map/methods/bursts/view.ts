import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { BurstsAnswer } from './answer.tsx';
import { DayCard } from './card.tsx';
import { BurstsFacts } from './facts.tsx';
import { BurstsForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.bursts.about',
    defaultMessage:
      'The last days are watched against an earlier baseline: has the daily count crept up, and was some week fuller than chance gives? It keeps to a number of false alarms that is agreed beforehand; it cannot tell why, and it knows no seasons.',
  },
  why: {
    id: 'map.method.bursts.why',
    defaultMessage: 'Looking again and again always finds a bad week; here the false alarms are rationed.',
  },
});

export const burstsView: MethodView<'bursts'> = {
  question: 'when',
  ...TEXTS,
  layer: null,
  Form: BurstsForm,
  Facts: BurstsFacts,
  Answer: BurstsAnswer,
  Card: DayCard,
};
