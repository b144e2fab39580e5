/** Surfaces. */
import { dualDensity } from '../../analysis/dual-density.ts';
import { type Kernel, kernelDensity } from '../../analysis/kernel-density.ts';
import { close, within } from '../agreement.ts';
import type { Contest, Contests } from '../contest.ts';
import { CELL, gridOf } from './cells.ts';

const BANDWIDTH = 500;
/** Moved to the middle of their cells first, incidents give nearly the same. */
const BINNED = within(0.1, 'value');

export const densityContests: Contests = (incidents) => {
  const { x, y, category } = incidents;
  const { grid, numbers } = gridOf(incidents);
  const given = { columns: { x, y }, numbers: { ...numbers, bandwidth: BANDWIDTH } };
  const surface = (kernel: Kernel) => () => ({
    value: kernelDensity({ x, y }, grid, { kernel, bandwidth: BANDWIDTH }),
  });
  const quartic: Contest = {
    methods: ['kernel-density'],
    task: `density quartic ${BANDWIDTH} m, ${CELL} m cells`,
    size: x.length,
    given,
    ours: surface('quartic'),
    peers: [
      { who: 'numpy and scipy, binned', tool: 'python', ask: 'quartic', agree: BINNED },
      {
        who: 'spatstat density.ppp, binned',
        tool: 'r',
        needs: 'spatstat.explore',
        ask: 'quartic',
        agree: BINNED,
      },
    ],
  };
  const epanechnikov: Contest = {
    methods: ['kernel-density'],
    task: `density Epanechnikov ${BANDWIDTH} m, ${CELL} m cells`,
    size: x.length,
    given,
    ours: surface('epanechnikov'),
    peers: [
      {
        who: 'scikit-learn KernelDensity',
        tool: 'sklearn',
        ask: 'epanechnikov',
        runs: 1,
        agree: close('value'),
      },
    ],
  };
  const some = Array.from(category.keys()).filter((i) => category[i] === 3);
  const own = { x: Float64Array.from(some, (i) => x[i]), y: Float64Array.from(some, (i) => y[i]) };
  const dual: Contest = {
    methods: ['dual-density'],
    task: `dual density, burglary against all, ${BANDWIDTH} m`,
    size: x.length,
    given: {
      columns: { ownX: own.x, ownY: own.y, x, y },
      numbers: { ...numbers, bandwidth: BANDWIDTH },
    },
    ours: () => ({
      value: dualDensity(own, { x, y }, grid, {
        kernel: 'epanechnikov',
        bandwidth: BANDWIDTH,
        measure: 'ratio',
      }).values,
    }),
    peers: [
      {
        who: 'scikit-learn, two surfaces',
        tool: 'sklearn',
        ask: 'dual',
        runs: 1,
        most: 100_000,
        agree: close('value'),
      },
    ],
  };
  return [quartic, epanechnikov, dual];
};
