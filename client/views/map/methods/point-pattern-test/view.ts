import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { PointPatternAnswer } from './answer.tsx';
import { PointPatternCard } from './card.tsx';
import { PointPatternFacts } from './facts.tsx';
import { PointPatternForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.pattern.why',
    defaultMessage:
      'When everything rises or falls, a change of counts shows everywhere; this shows where the weight has shifted.',
  },
});

export const pointPatternTestView: MethodView<'point-pattern-test'> = {
  question: 'change',
  ...TEXTS,
  about: METHOD_ABOUTS['point-pattern-test'],
  layer: 'moved-shares',
  Form: PointPatternForm,
  Facts: PointPatternFacts,
  Answer: PointPatternAnswer,
  Card: PointPatternCard,
};
