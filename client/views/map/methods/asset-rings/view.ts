import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { RingsAnswer } from './answer.tsx';
import { RiskyAssetCard } from './card.tsx';
import { RingsFacts } from './facts.tsx';
import { RingsForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.rings.why',
    defaultMessage: 'Rings and their ratio can be checked by counting, and the intervals are exact.',
  },
});

export const assetRingsView: MethodView<'asset-rings'> = {
  question: 'around',
  ...TEXTS,
  about: METHOD_ABOUTS['asset-rings'],
  layer: 'risky-assets',
  Form: RingsForm,
  Facts: RingsFacts,
  Answer: RingsAnswer,
  Card: RiskyAssetCard,
};
