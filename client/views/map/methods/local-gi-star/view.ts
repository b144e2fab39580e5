import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { HotspotAnswer } from './answer.tsx';
import { HotspotCellCard } from './cell-card.tsx';
import { HotspotFacts } from './facts.tsx';
import { HotspotForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.question.hotspots.about',
    defaultMessage:
      'Each cell with its neighbours is compared with all cells (Getis–Ord Gi*). It tells where many lie together more than chance would; it cannot tell why, and says nothing about people who live there.',
  },
  why: {
    id: 'map.method.hotspots.why',
    defaultMessage: 'It finds groups of busy cells and of quiet ones. Start here.',
  },
});

export const localGiStarView: MethodView<'local-gi-star'> = {
  question: 'chance',
  ...TEXTS,
  layer: 'hotspots',
  Form: HotspotForm,
  Facts: HotspotFacts,
  Answer: HotspotAnswer,
  Card: HotspotCellCard,
};
