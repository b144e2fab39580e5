import { defineMessage } from 'react-intl';
import { dataOf } from '../run-result.ts';
import { classLayer } from './class-cells.ts';

export const change = classLayer({
  id: 'change',
  title: defineMessage({ id: 'map.layer.change', defaultMessage: 'Change between two periods' }),
  cellsOf: ({ result }) => dataOf(result, 'change')?.cells ?? null,
  classes: [
    { name: 'more', label: 'more', colour: ({ hot }) => hot[1], mark: 'triangle' },
    { name: 'fewer', label: 'fewer', colour: ({ cold }) => cold[1], mark: 'bar' },
  ],
});
