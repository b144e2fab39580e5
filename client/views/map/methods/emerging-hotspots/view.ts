import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { EmergingAnswer } from './answer.tsx';
import { EmergingCard } from './card.tsx';
import { EmergingFacts } from './facts.tsx';
import { EmergingForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.emerging.about',
    defaultMessage:
      'Each cell is tested in every period and its history named: new, persistent, fading and so on. It tells where something begins or ends; it cannot tell why, and says little with fewer than ten periods.',
  },
  why: {
    id: 'map.method.emerging.why',
    defaultMessage: 'Two periods hide what happened between them; this shows the whole history of a place.',
  },
});

export const emergingHotspotsView: MethodView<'emerging-hotspots'> = {
  question: 'change',
  ...TEXTS,
  layer: 'emerging',
  Form: EmergingForm,
  Facts: EmergingFacts,
  Answer: EmergingAnswer,
  Card: EmergingCard,
};
