import { defineMessage } from 'react-intl';
import { dataOf } from '../run-result.ts';
import { classLayer } from './class-cells.ts';

/** Cells like their neighbours are plain; those that stand out from them carry a shape. */
export const localMoran = classLayer({
  id: 'local-moran',
  title: defineMessage({ id: 'map.layer.localMoran', defaultMessage: 'Like or unlike their neighbours' }),
  cellsOf: ({ result }) => dataOf(result, 'local-moran')?.cells ?? null,
  classes: [
    { name: 'highHigh', label: 'highHigh', colour: ({ hot }) => hot[2] },
    { name: 'highLow', label: 'highLow', colour: ({ hot }) => hot[0], mark: 'triangle' },
    { name: 'lowHigh', label: 'lowHigh', colour: ({ cold }) => cold[2], mark: 'cross' },
    { name: 'lowLow', label: 'lowLow', colour: ({ cold }) => cold[0] },
  ],
});
