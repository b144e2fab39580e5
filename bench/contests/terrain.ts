/** Risk terrain: what is near each cell, and how much goes with it. */
import { cellCentres, countCells } from '../../analysis/grid.ts';
import { asLines, nearestSegments } from '../../analysis/nearest-segment.ts';
import { riskTerrain } from '../../analysis/risk-terrain.ts';
import { all, close, within } from '../agreement.ts';
import type { Contest, Contests } from '../contest.ts';
import { madeAssets } from '../made-city.ts';
import { gridOf } from './cells.ts';

/** Metres from the middle of a cell. */
const NEAR = 300;
const LEVEL = 0.95;
/** Both fit by rounds until nothing changes any more. */
const FITTED = 1e-6;

export const terrainContests: Contests = (incidents): Contest[] => {
  const { grid, numbers } = gridOf(incidents);
  const kinds = madeAssets(incidents);
  const { x, y } = cellCentres(
    grid,
    Array.from({ length: grid.columns * grid.rows }, (_, cell) => cell),
  );
  const { counts } = countCells(grid, incidents);
  const nearOf = () =>
    kinds.map((assets) => {
      const { distance } = nearestSegments({ x, y }, asLines(assets), { limit: NEAR, tolerance: 0 });
      return Uint8Array.from(distance, (metres) => (metres < NEAR ? 1 : 0));
    });
  const near = nearOf();
  const kept = riskTerrain(counts, near, { level: LEVEL }).factors.map(({ verdict }) => verdict === 'kept');
  const columns = Object.fromEntries(
    kinds.flatMap((assets, k) => [
      [`assetX${k}`, assets.x],
      [`assetY${k}`, assets.y],
      [`near${k}`, Float64Array.from(near[k])],
    ]),
  );
  return [
    {
      task: `risk terrain of ${kinds.length} factors, ${counts.length.toLocaleString('en')} cells`,
      methods: ['risk-terrain'],
      size: incidents.x.length,
      given: {
        columns: { ...columns, centreX: x, centreY: y, counts, kept: Float64Array.from(kept, Number) },
        numbers: { ...numbers, factors: kinds.length, within: NEAR, level: LEVEL },
      },
      ours: () => {
        const { factors, score } = riskTerrain(counts, nearOf(), { level: LEVEL });
        return { q: factors.map(({ q }) => q), ratio: factors.map(({ ratio }) => ratio), score };
      },
      peers: [
        {
          who: 'scipy cKDTree, binomtest and Poisson regression',
          tool: 'python',
          ask: 'terrain',
          agree: all(close('q'), within(FITTED, 'ratio', 'score')),
        },
        {
          who: 'R glm, the fit over all cells alone',
          tool: 'r',
          ask: 'terrain-fit',
          agree: within(FITTED, 'ratio'),
        },
      ],
    },
  ];
};
