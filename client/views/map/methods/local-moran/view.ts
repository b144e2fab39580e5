import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { MoranAnswer } from './answer.tsx';
import { MoranCard } from './card.tsx';
import { MoranFacts } from './facts.tsx';
import { MoranForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.moran.why',
    defaultMessage: 'It also shows single cells that are unlike what is around them.',
  },
});

export const localMoranView: MethodView<'local-moran'> = {
  question: 'chance',
  ...TEXTS,
  about: METHOD_ABOUTS['local-moran'],
  layer: 'local-moran',
  Form: MoranForm,
  Facts: MoranFacts,
  Answer: MoranAnswer,
  Card: MoranCard,
};
