import { areaLookup } from '../../analysis/area-lookup.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { firstAreas } from '../../analysis/points-in-areas.ts';
import { prepareRings } from '../../analysis/prepared-polygon.ts';
import { inMetres, type StudyArea } from './study-area.ts';
import type { Checkpoint, PlaceArea } from './task.ts';

/** Areas of one kind as places, and in which of them each incident lies. */
export interface AreaPlaces {
  readonly kind: string;
  readonly areas: readonly PlaceArea[];
  /** Position in `areas` of each incident, -1 for none. */
  readonly of: Int32Array;
  /** The same of other points. */
  readonly placesOf: (points: PointSet, checkpoint: Checkpoint) => Int32Array;
  /** In metres: the middle of the outline's box, and the size of the ground. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly km2: Float64Array;
}

/** Of the whole, laying the areas over the grid. */
const LAID = 0.3;

/** The kind with most areas (or assets), of equal ones the first by name; null without any. */
export function commonestKind(places: readonly { readonly kind: string }[]): string | null {
  const numbers = new Map<string, number>();
  for (const { kind } of places) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  const kinds = [...numbers].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return kinds[0]?.[0] ?? null;
}

/** Of areas that overlap the smallest has the incident. */
export function areaPlaces(
  study: StudyArea,
  kind: string,
  candidates: readonly PlaceArea[],
  checkpoint: Checkpoint,
): AreaPlaces {
  const { points, plane } = study.incidents;
  const shaped = candidates
    .filter((area) => area.kind === kind)
    .map((area) => {
      const polygons = inMetres(area.polygons, plane);
      const corners = polygons.flat(2);
      const box = boxOfCorners(corners);
      return { area, box, prepared: polygons.map((rings) => prepareRings(rings)), m2: groundOf(polygons) };
    })
    .sort((a, b) => a.m2 - b.m2 || a.area.id - b.area.id);
  const pieces = shaped.map(({ prepared }) => prepared);
  const lookup = areaLookup(pieces, points, (done) => checkpoint(LAID * done));
  const placesOf: AreaPlaces['placesOf'] = (other, pause) => firstAreas(lookup, other, pause);
  return {
    kind,
    areas: shaped.map(({ area }) => area),
    of: placesOf(points, (done) => checkpoint(LAID + (1 - LAID) * done)),
    placesOf,
    x: Float64Array.from(shaped, ({ box }) => (box.minX + box.maxX) / 2),
    y: Float64Array.from(shaped, ({ box }) => (box.minY + box.maxY) / 2),
    km2: Float64Array.from(shaped, ({ m2 }) => m2 / 1e6),
  };
}

type Corner = readonly [number, number];

export function boxOfCorners(corners: readonly Corner[]) {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const [x, y] of corners) {
    box.minX = Math.min(box.minX, x);
    box.minY = Math.min(box.minY, y);
    box.maxX = Math.max(box.maxX, x);
    box.maxY = Math.max(box.maxY, y);
  }
  return box;
}

/** Outer rings less their holes, m². */
export function groundOf(polygons: ReturnType<typeof inMetres>): number {
  let ground = 0;
  for (const rings of polygons)
    rings.forEach((ring, k) => {
      let double = 0;
      for (let i = 1; i < ring.length; i++)
        double += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
      ground += (k === 0 ? 1 : -1) * Math.abs(double / 2);
    });
  return ground;
}
