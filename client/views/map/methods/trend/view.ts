import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { TrendAnswer } from './answer.tsx';
import { PeriodCard } from './card.tsx';
import { TrendFacts } from './facts.tsx';
import { TrendForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.trend.about',
    defaultMessage:
      'Whole months (or weeks, days, quarters) are counted and compared by their length. It tells whether incidents become more or fewer, and which months stand out from chance and from the season; it cannot tell why, nor whether it goes on.',
  },
  why: {
    id: 'map.method.trend.why',
    defaultMessage: 'One month against another is mostly chance; a series with limits shows what is not.',
  },
});

export const trendView: MethodView<'trend'> = {
  question: 'when',
  ...TEXTS,
  layer: null,
  Form: TrendForm,
  Facts: TrendFacts,
  Answer: TrendAnswer,
  Card: PeriodCard,
};
