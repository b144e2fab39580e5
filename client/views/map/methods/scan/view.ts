import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { ScanAnswer } from './answer.tsx';
import { ScanCard } from './card.tsx';
import { ScanFacts } from './facts.tsx';
import { ScanForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.scan.why',
    defaultMessage: 'One p for all circles, and it can name the days: best for a burst at one place.',
  },
});

export const scanView: MethodView<'scan'> = {
  question: 'chance',
  ...TEXTS,
  about: METHOD_ABOUTS.scan,
  layer: 'scan-circles',
  Form: ScanForm,
  Facts: ScanFacts,
  Answer: ScanAnswer,
  Card: ScanCard,
};
