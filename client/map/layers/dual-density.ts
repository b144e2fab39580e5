import { defineMessage } from 'react-intl';
import type { DensityClass } from '../results/dual-density.ts';
import { dataOf } from '../run-result.ts';
import { classLayer } from './class-cells.ts';

/** Cells by how much denser incidents are than what they are compared with, diverging around as dense. */
export const dualDensity = classLayer<DensityClass>({
  id: 'dual-density',
  title: defineMessage({ id: 'map.layer.dualDensity', defaultMessage: 'Density against density' }),
  cellsOf: ({ result }) => dataOf(result, 'dual-density')?.cells ?? null,
  none: 'asDense',
  classes: [
    { name: 'denser3', label: 'denser3', colour: ({ hot }) => hot[2], mark: 'triangle' },
    { name: 'denser2', label: 'denser2', colour: ({ hot }) => hot[1] },
    { name: 'denser1', label: 'denser1', colour: ({ hot }) => hot[0] },
    { name: 'sparser1', label: 'sparser1', colour: ({ cold }) => cold[2] },
    { name: 'sparser2', label: 'sparser2', colour: ({ cold }) => cold[1] },
    { name: 'sparser3', label: 'sparser3', colour: ({ cold }) => cold[0], mark: 'bar' },
    { name: 'tooFewToSay', label: 'tooFewToSay', colour: ({ landEdge }) => landEdge },
  ],
});
