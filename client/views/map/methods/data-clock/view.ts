import { defineMessages } from 'react-intl';
import type { MethodView } from '../method-view.ts';
import { ClockAnswer } from './answer.tsx';
import { ClockCard } from './card.tsx';
import { readClockPart } from './clock-part.ts';
import { ClockFacts } from './facts.tsx';
import { ClockForm } from './form.tsx';

const TEXTS = defineMessages({
  about: {
    id: 'map.method.clock.about',
    defaultMessage:
      'Incidents by hour and weekday in local time; where only a span is known, each is spread over the hours in which it may have happened (aoristic). It tells when most happens; it cannot tell when if nobody knows, and shows how many those are.',
  },
  why: {
    id: 'map.method.clock.why',
    defaultMessage:
      'Most incidents are found after the fact: taking their first hour for the truth would move the peaks.',
  },
});

export const dataClockView: MethodView<'data-clock'> = {
  question: 'when',
  ...TEXTS,
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
