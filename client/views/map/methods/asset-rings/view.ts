import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { RingsAnswer } from './answer.tsx';
import { RiskyAssetCard } from './card.tsx';
import { RingsFacts } from './facts.tsx';
import { RingsForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.rings.about',
    defaultMessage:
      'Incidents in rings round each kind of asset are compared with the area beyond. It tells round which kinds there is more than elsewhere; it cannot tell that the asset is the cause: busy streets have both.',
  },
  why: {
    id: 'map.method.rings.why',
    defaultMessage: 'Rings and their ratio can be checked by counting, and the intervals are exact.',
  },
});

export const assetRingsView: MethodView<'asset-rings'> = {
  question: 'around',
  ...TEXTS,
  layer: 'risky-assets',
  Form: RingsForm,
  Facts: RingsFacts,
  Answer: RingsAnswer,
  Card: RiskyAssetCard,
};
