import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { TrendAnswer } from './answer.tsx';
import { PeriodCard } from './card.tsx';
import { TrendFacts } from './facts.tsx';
import { TrendForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.trend.why',
    defaultMessage: 'One month against another is mostly chance; a series with limits shows what is not.',
  },
});

export const trendView: MethodView<'trend'> = {
  question: 'when',
  ...TEXTS,
  about: METHOD_ABOUTS.trend,
  layer: null,
  Form: TrendForm,
  Facts: TrendFacts,
  Answer: TrendAnswer,
  Card: PeriodCard,
};
