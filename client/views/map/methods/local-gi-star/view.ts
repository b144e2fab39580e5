import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { HotspotAnswer } from './answer.tsx';
import { HotspotCellCard } from './cell-card.tsx';
import { HotspotFacts } from './facts.tsx';
import { HotspotForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.hotspots.why',
    defaultMessage: 'It finds groups of busy cells and of quiet ones. Start here.',
  },
});

export const localGiStarView: MethodView<'local-gi-star'> = {
  question: 'chance',
  ...TEXTS,
  about: METHOD_ABOUTS['local-gi-star'],
  layer: 'hotspots',
  Form: HotspotForm,
  Facts: HotspotFacts,
  Answer: HotspotAnswer,
  Card: HotspotCellCard,
};
