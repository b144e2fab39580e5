import { defineMessages } from 'react-intl';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import type { MethodView } from '../method-view.ts';
import { ClockAnswer } from './answer.tsx';
import { ClockCard } from './card.tsx';
import { readClockPart } from './clock-part.ts';
import { ClockFacts } from './facts.tsx';
import { ClockForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.clock.why',
    defaultMessage:
      'Most incidents are found after the fact: taking their first hour for the truth would move the peaks.',
  },
});

export const dataClockView: MethodView<'data-clock'> = {
  question: 'when',
  ...TEXTS,
  about: METHOD_ABOUTS['data-clock'],
  layer: null,
  Form: ClockForm,
  Facts: ClockFacts,
  Answer: ClockAnswer,
  emphasis: ({ run: { summary }, id }) => {
    const hours = readClockPart(id);
    return summary && hours ? { kind: 'hours', hours, timezone: summary.timezone } : null;
  },
  Card: ClockCard,
};
