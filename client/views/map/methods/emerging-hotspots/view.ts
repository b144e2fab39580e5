import { defineMessages } from 'react-intl';
import type { Emphasis } from '../../../../map/emphasis.ts';
import { readCellPeriod } from '../../../../map/results/cell-period.ts';
import { METHOD_ABOUTS } from '../../../../method-abouts.ts';
import { minuteOf } from '../../use-incidents.ts';
import type { EmphasisProps, MethodView } from '../method-view.ts';
import { EmergingAnswer } from './answer.tsx';
import { EmergingCard } from './card.tsx';
import { EmergingFacts } from './facts.tsx';
import { EmergingForm } from './form.tsx';

const TEXTS = defineMessages({
  why: {
    id: 'map.method.emerging.why',
    defaultMessage: 'Two periods hide what happened between them; this shows the whole history of a place.',
  },
});

/** A period of a cell stands for the incidents of that time in that cell. */
function emphasis({ run: { summary }, data, id }: EmphasisProps<'emerging-hotspots'>): Emphasis | null {
  const { cell, period } = readCellPeriod(id);
  const found = data?.cells.find((each) => String(each.cell) === cell);
  const times = period === null ? undefined : summary?.periods[period];
  if (!found || !times) return null;
  const [from, to] = [minuteOf(times.from) ?? 0, minuteOf(times.to) ?? 0];
  return { kind: 'period', from, to, within: { type: 'Polygon', coordinates: [found.outline] } };
}

export const emergingHotspotsView: MethodView<'emerging-hotspots'> = {
  question: 'change',
  ...TEXTS,
  about: METHOD_ABOUTS['emerging-hotspots'],
  layer: 'emerging',
  Form: EmergingForm,
  Facts: EmergingFacts,
  Answer: EmergingAnswer,
  emphasis,
  Card: EmergingCard,
};
