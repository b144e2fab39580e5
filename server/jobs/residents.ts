import type { WeightedPoints } from '../../analysis/dual-density.ts';
import { containsPosition, prepareRings } from '../../analysis/prepared-polygon.ts';
import { inMetres, type StudyArea } from './study-area.ts';
import type { PlaceArea } from './task.ts';

/** Residents spread evenly over the ground of their areas, at the middles of the squares of a grid. */
export function residentsOn(
  study: StudyArea,
  areas: readonly PlaceArea[],
  { cell, x0, y0 }: { cell: number; x0: number; y0: number },
  pause: () => void,
): WeightedPoints {
  const x: number[] = [];
  const y: number[] = [];
  const weight: number[] = [];
  for (const area of areas) {
    pause();
    const polygons = inMetres(area.polygons, study.incidents.plane);
    const middles = middlesInside(polygons, cell, x0, y0);
    // An area between the middles of squares has its people at the middle of its corners.
    const held = middles.length > 0 ? middles : [middleOf(polygons.flat(2))];
    for (const [east, north] of held) {
      x.push(east);
      y.push(north);
      weight.push((area.population ?? 0) / held.length);
    }
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y), weight: Float64Array.from(weight) };
}

type Position = readonly [number, number];

function middlesInside(
  polygons: ReturnType<typeof inMetres>,
  cell: number,
  x0: number,
  y0: number,
): Position[] {
  const found: Position[] = [];
  for (const rings of polygons) {
    const prepared = prepareRings(rings);
    const [east, north] = [0, 1].map((axis) => rings[0].map((corner) => corner[axis]));
    const within = (values: number[], from: number) => [
      Math.floor((Math.min(...values) - from) / cell),
      Math.ceil((Math.max(...values) - from) / cell),
    ];
    const [firstColumn, lastColumn] = within(east, x0);
    const [firstRow, lastRow] = within(north, y0);
    for (let row = firstRow; row < lastRow; row++)
      for (let column = firstColumn; column < lastColumn; column++) {
        const [x, y] = [x0 + (column + 0.5) * cell, y0 + (row + 0.5) * cell];
        if (containsPosition(prepared, x, y)) found.push([x, y]);
      }
  }
  return found;
}

function middleOf(corners: readonly Position[]): Position {
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}
