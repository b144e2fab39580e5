/** Methods over points: clusters, nearest neighbours, rings. */
import { assetRings } from '../../analysis/asset-rings.ts';
import { dbscan } from '../../analysis/dbscan.ts';
import { cellCentres } from '../../analysis/grid.ts';
import { nearestDistances, nearestNeighbourIndex } from '../../analysis/nearest-neighbour-index.ts';
import { seededRandom } from '../../analysis/random.ts';
import { close, partition, same } from '../agreement.ts';
import type { Contest, Contests } from '../contest.ts';
import { CELL, gridOf } from './cells.ts';

/** Above this 15 within 150 m are everywhere. */
const SPARSE = 100_000;
const RINGS = [100, 200, 400];

export const pointContests: Contests = (incidents) => {
  const { x, y } = incidents;
  const size = x.length;
  const [radius, minimum] = size <= SPARSE ? [150, 15] : [50, 60];
  const clusters: Contest = {
    methods: ['dbscan'],
    task: `DBSCAN ${radius} m, ${minimum}`,
    size,
    given: { columns: { x, y }, numbers: { radius, minimum } },
    ours: () => ({ value: dbscan({ x, y }, { radius, minimum }).labels }),
    peers: [
      { who: 'R dbscan', tool: 'r', needs: 'dbscan', ask: 'dbscan', runs: 1, agree: partition('value') },
      { who: 'scikit-learn DBSCAN', tool: 'sklearn', ask: 'dbscan', runs: 1, agree: partition('value') },
      {
        who: 'PostGIS ST_ClusterDBSCAN',
        tool: 'postgis',
        ask: 'select id, st_clusterdbscan(at, :radius, :minimum) over () as value from points',
        runs: 1,
        agree: partition('value'),
      },
    ],
  };
  const { grid, numbers } = gridOf(incidents);
  const area = numbers.columns * numbers.rows * CELL ** 2;
  const nearest: Contest = {
    methods: ['nearest-neighbour'],
    task: 'nearest-neighbour index',
    size,
    given: { columns: { x, y }, numbers: { area } },
    ours: () => {
      const distances = nearestDistances({ x, y });
      return { value: distances, index: [nearestNeighbourIndex({ x, y }, area, { distances }).index] };
    },
    peers: [
      { who: 'scipy cKDTree', tool: 'python', ask: 'nearest', agree: close('value', 'index') },
      {
        who: 'spatstat nndist',
        tool: 'r',
        needs: 'spatstat.explore',
        ask: 'nearest',
        agree: close('value', 'index'),
      },
    ],
  };
  const random = seededRandom(3);
  const assets = {
    x: Float64Array.from({ length: 300 }, () => (random.next() - 0.5) * 28_000),
    y: Float64Array.from({ length: 300 }, () => (random.next() - 0.5) * 24_000),
  };
  const ground = cellCentres(
    grid,
    Array.from({ length: grid.columns * grid.rows }, (_, cell) => cell),
  );
  const rings: Contest = {
    methods: ['asset-rings'],
    task: 'rings of 100, 200, 400 m around 300 assets',
    size,
    given: { columns: { x, y, assetX: assets.x, assetY: assets.y }, numbers: {} },
    ours: () => ({
      value: assetRings(
        { incidents: { x, y }, kinds: [assets], ground, spacing: CELL },
        { distances: RINGS, level: 0.05 },
      ).rings.map(({ incidents: inside }) => inside),
    }),
    peers: [
      {
        who: 'scipy cKDTree, counts alone',
        tool: 'python',
        ask: 'rings',
        agree: same('value', 'rings'),
      },
    ],
  };
  return [clusters, nearest, rings];
};
