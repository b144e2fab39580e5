/** Methods over the cells of a grid. */
import { falseDiscoveryRate } from '../../analysis/false-discovery.ts';
import { countCells, gridOver } from '../../analysis/grid.ts';
import { localGiOfGrid } from '../../analysis/local-gi-star.ts';
import { localMoranOfGrid } from '../../analysis/local-moran.ts';
import { boxOf, type PointSet } from '../../analysis/point-set.ts';
import { all, cautious, close, incomparable, same, within } from '../agreement.ts';
import type { Contest, Contests } from '../contest.ts';

export const CELL = 200;
const GI_OPTIONS = { includeSelf: true, level: 0.05, correction: 'fdr' } as const;

/** The grid as numbers for the peers. */
export function gridOf({ x, y }: PointSet) {
  const grid = gridOver(boxOf({ x, y }), CELL);
  const { x0, y0, columns, rows } = grid;
  return { grid, numbers: { x0, y0, columns, rows, cell: CELL, answers: columns * rows } };
}

export const cellContests: Contests = (incidents) => {
  const { x, y } = incidents;
  const size = x.length;
  const { grid, numbers } = gridOf(incidents);
  const active = new Uint8Array(grid.columns * grid.rows).fill(1);
  const given = { columns: { x, y }, numbers };
  const counts: Contest = {
    task: `counts, ${CELL} m cells`,
    methods: ['counts'],
    size,
    given,
    ours: () => ({ value: countCells(gridOver(boxOf({ x, y }), CELL), { x, y }).counts }),
    peers: [
      { who: 'numpy by hand', tool: 'python', ask: 'counts', agree: same('value', 'cells') },
      {
        who: 'PostGIS group by',
        tool: 'postgis',
        ask: 'select (floor((y - :y0) / :cell) * :columns + floor((x - :x0) / :cell))::int as id, count(*) as value from points group by 1',
        agree: same('value', 'cells'),
      },
    ],
  };
  const gi: Contest = {
    task: `counts and Gi* with FDR, ${CELL} m cells`,
    methods: ['local-gi-star'],
    size,
    given,
    ours: () => {
      const found = localGiOfGrid(countCells(grid, { x, y }).counts, grid, active, GI_OPTIONS);
      return { z: found.z, q: found.q };
    },
    peers: [
      { who: 'numpy and scipy by hand', tool: 'python', ask: 'gi_star', agree: close('z', 'q') },
      { who: 'spdep localG', tool: 'r', needs: 'spdep', ask: 'gi-star', runs: 1, agree: close('z', 'q') },
      {
        who: 'sfhotspot hotspot_gistar',
        tool: 'r',
        needs: 'sfhotspot',
        ask: 'gi-star-sfhotspot',
        runs: 1,
        most: 100_000,
        agree: incomparable('cells of its own'),
      },
    ],
  };
  const moran: Contest = {
    task: `local Moran, 999 permutations, ${active.length.toLocaleString('en')} cells`,
    methods: ['local-moran'],
    size,
    given,
    ours: () => {
      const found = localMoranOfGrid(countCells(grid, { x, y }).counts, grid, active, {
        permutations: 999,
        seed: 1,
        level: 0.05,
        correction: 'fdr',
      });
      return { statistic: found.statistic, p: found.p, q: falseDiscoveryRate(found.p) };
    },
    peers: [
      {
        who: 'spdep localmoran_perm',
        tool: 'r',
        needs: 'spdep',
        ask: 'local-moran',
        runs: 1,
        // It divides by n where we divide by n - 1.
        agree: all(within(2 / active.length, 'statistic'), cautious('p', 999, 2)),
      },
    ],
  };
  return [counts, gi, moran];
};
