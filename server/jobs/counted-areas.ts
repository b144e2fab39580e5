import { type PointsInAreas, pointsInAreas } from '../../analysis/points-in-areas.ts';
import { prepareRings } from '../../analysis/prepared-polygon.ts';
import type { Bounds } from '../domain/geometry.ts';
import { boxOfCorners, commonestKind, groundOf } from './area-places.ts';
import type { CountsParameters } from './contract.ts';
import { insideOf } from './incident-places.ts';
import { inMetres, type StudyArea } from './study-area.ts';
import type { PlaceArea } from './task.ts';

/** Areas of one kind in the region, and the incidents in each: those in overlapping areas count in every one. */
export interface AreasOfKind {
  readonly kind: string | null;
  readonly areas: readonly PlaceArea[];
  readonly counts: Float64Array;
  readonly km2: Float64Array;
  /** Middle of the box of each in metres, and the box in degrees. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly bounds: readonly Bounds[];
  /** True for areas that reach beyond the chosen region. */
  readonly cutOff: readonly boolean[];
  /** Each incident as often as there are areas that hold it, and the position of that area in `areas`. */
  readonly members: Uint32Array;
  readonly memberOf: Int32Array;
  /** In how many of them each incident lies. */
  readonly times: Uint16Array;
  /** Incidents in any of them, and in more than one. */
  readonly n: number;
  readonly overlapping: number;
}

/** A square of a metre: an outline without ground would have an endless density. */
const LEAST_GROUND = 1e-6;

interface Shaped {
  readonly area: PlaceArea;
  readonly polygons: ReturnType<typeof inMetres>;
  readonly box: ReturnType<typeof boxOfCorners>;
}

export function areasOfKind(
  study: StudyArea,
  wanted: CountsParameters['areaKind'],
  progress: (done: number) => void,
): AreasOfKind {
  const { points, plane } = study.incidents;
  const kind = wanted === 'auto' ? likeliestKind(study.task.places.areas) : wanted;
  const shaped = study.task.places.areas
    .filter((area) => area.kind === kind)
    .map((area): Shaped => {
      const polygons = inMetres(area.polygons, plane);
      return { area, polygons, box: boxOfCorners(polygons.flat(2)) };
    });
  const prepared = shaped.map(({ polygons }) => polygons.map((rings) => prepareRings(rings)));
  const found = pointsInAreas(points, prepared, progress);
  const inside = regionTest(study);
  const kept = shaped.flatMap((one, k) =>
    found.starts[k + 1] > found.starts[k] || inside(...middleOf(one.box)) ? [k] : [],
  );
  const own = kept.map((k) => shaped[k]);
  return {
    kind,
    areas: own.map(({ area }) => area),
    counts: Float64Array.from(kept, (k) => found.starts[k + 1] - found.starts[k]),
    km2: Float64Array.from(own, ({ polygons }) => Math.max(groundOf(polygons) / 1e6, LEAST_GROUND)),
    x: Float64Array.from(own, ({ box }) => middleOf(box)[0]),
    y: Float64Array.from(own, ({ box }) => middleOf(box)[1]),
    bounds: own.map(({ area }) => boundsOf(area)),
    cutOff: own.map(({ polygons }) => study.regions !== null && reachesBeyond(polygons, inside)),
    members: found.points,
    memberOf: membersOf(found, kept),
    times: found.times,
    ...distinct(found),
  };
}

/** The kind with most areas that have a population, without any the kind with most areas. */
function likeliestKind(areas: readonly PlaceArea[]): string | null {
  return commonestKind(areas.filter(({ population }) => (population ?? 0) > 0)) ?? commonestKind(areas);
}

function regionTest(study: StudyArea): (x: number, y: number) => boolean {
  const counted = study.counted('auto', 'square');
  return counted === null ? () => false : insideOf(counted);
}

function middleOf({ minX, minY, maxX, maxY }: Shaped['box']): [number, number] {
  return [(minX + maxX) / 2, (minY + maxY) / 2];
}

/** A corner in no cell that the region touches. */
function reachesBeyond(polygons: Shaped['polygons'], inside: (x: number, y: number) => boolean): boolean {
  return polygons.some((rings) => rings.some((ring) => ring.some(([x, y]) => !inside(x, y))));
}

function boundsOf({ polygons }: PlaceArea): Bounds {
  const { minX, minY, maxX, maxY } = boxOfCorners(
    polygons.flat(2).map(([lon, lat]): [number, number] => [lon, lat]),
  );
  return [minX, minY, maxX, maxY];
}

/** Areas that were not kept hold no incident. */
function membersOf({ starts, points }: PointsInAreas, kept: readonly number[]): Int32Array {
  const memberOf = new Int32Array(points.length);
  kept.forEach((k, place) => {
    memberOf.fill(place, starts[k], starts[k + 1]);
  });
  return memberOf;
}

function distinct({ times }: PointsInAreas): { n: number; overlapping: number } {
  let n = 0;
  let overlapping = 0;
  for (const number of times) {
    if (number > 0) n++;
    if (number > 1) overlapping++;
  }
  return { n, overlapping };
}
