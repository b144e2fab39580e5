import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { ScanAnswer } from './answer.tsx';
import { ScanCard } from './card.tsx';
import { ScanFacts } from './facts.tsx';
import { ScanForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.scan.about',
    defaultMessage:
      'Circles of all sizes are laid over the map and the most unlikely ones are kept. It tells where, and for how long, there were more than chance explains; it cannot tell the exact edge of the place, nor that the ground outside is safe.',
  },
  why: {
    id: 'map.method.scan.why',
    defaultMessage: 'One p for all circles, and it can name the days: best for a burst at one place.',
  },
});

export const scanView: MethodView<'scan'> = {
  question: 'chance',
  ...TEXTS,
  layer: 'scan-circles',
  Form: ScanForm,
  Facts: ScanFacts,
  Answer: ScanAnswer,
  Card: ScanCard,
};
