import type { PointSet } from '../../analysis/point-set.ts';
import { boxOf } from '../../analysis/point-set.ts';

/** Calls `visit` with the number of every point nearer than `reach` metres to a place. */
export type EachNearby = (x: number, y: number, visit: (point: number) => void) => void;

/** Points in strips as high as the reach. */
export function nearbyFinder(points: PointSet, reach: number): EachNearby {
  const { minY, maxY } = boxOf(points);
  const strips = points.y.length === 0 ? 1 : Math.floor((maxY - minY) / reach) + 1;
  const stripOf = (y: number) => Math.floor((y - minY) / reach);
  const starts = new Uint32Array(strips + 1);
  for (const y of points.y) starts[stripOf(y) + 1]++;
  for (let strip = 0; strip < strips; strip++) starts[strip + 1] += starts[strip];
  const next = starts.slice();
  const order = new Uint32Array(points.y.length);
  for (let i = 0; i < order.length; i++) order[next[stripOf(points.y[i])]++] = i;
  return (x, y, visit) => {
    const first = Math.max(0, stripOf(y) - 1);
    const last = Math.min(strips - 1, stripOf(y) + 1);
    if (last < first) return;
    for (let k = starts[first]; k < starts[last + 1]; k++) {
      const i = order[k];
      if ((points.x[i] - x) ** 2 + (points.y[i] - y) ** 2 < reach * reach) visit(i);
    }
  };
}
