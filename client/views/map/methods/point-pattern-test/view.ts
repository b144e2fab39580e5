import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { PointPatternAnswer } from './answer.tsx';
import { PointPatternCard } from './card.tsx';
import { PointPatternFacts } from './facts.tsx';
import { PointPatternForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.pattern.about',
    defaultMessage:
      'Every place’s share of all incidents is compared between two periods. It tells whether the pattern has moved, whatever the total did; it cannot tell whether a place got more or fewer incidents.',
  },
  why: {
    id: 'map.method.pattern.why',
    defaultMessage:
      'When everything rises or falls, a change of counts shows everywhere; this shows where the weight has shifted.',
  },
});

export const pointPatternTestView: MethodView<'point-pattern-test'> = {
  question: 'change',
  ...TEXTS,
  layer: 'moved-shares',
  Form: PointPatternForm,
  Facts: PointPatternFacts,
  Answer: PointPatternAnswer,
  Card: PointPatternCard,
};
