import { defineMessage } from 'react-intl';
import type { HitResult } from '../results/hit-rate.ts';
import { dataOf } from '../run-result.ts';
import { once } from '../scene.ts';
import { classLayer } from './class-cells.ts';

type Verdict = 'hit' | 'missed' | 'idle';

const judged = once(({ cells, watch }: HitResult) =>
  cells.map((cell) => ({
    ...cell,
    kind: watch && verdictOf(watch.cells.has(cell.cell), cell.observed > 0),
  })),
);

function verdictOf(watched: boolean, happened: boolean): Verdict | null {
  if (watched) return happened ? 'hit' : 'idle';
  return happened ? 'missed' : null;
}

/** What the held-out period did to the map that won. */
export const heldOut = classLayer<Verdict>({
  id: 'held-out',
  title: defineMessage({ id: 'map.layer.heldOut', defaultMessage: 'The best map, put to the test' }),
  cellsOf: ({ result }) => {
    const data = dataOf(result, 'hit-rate');
    return data && judged(data);
  },
  none: 'quiet',
  classes: [
    { name: 'hit', label: 'hit', colour: ({ hot }) => hot[2] },
    { name: 'idle', label: 'idle', colour: ({ cold }) => cold[1], mark: 'bar' },
    { name: 'missed', label: 'missed', colour: ({ hot }) => hot[0], mark: 'cross' },
  ],
});
