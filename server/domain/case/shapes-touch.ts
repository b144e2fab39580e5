/**
 * Whether two shapes touch or overlap. Comparison ground that shares an edge with the ground of a response is no comparison:
 * what moves away moves there first.
 */
import { containsPosition, preparePolygon } from '../../../analysis/prepared-polygon.ts';
import type { AreaGeometry } from '../geometry.ts';

/** Corners this near (degrees, about a tenth of a metre) are one. */
const TOUCHING = 1e-6;

type Corner = readonly number[];
type Side = readonly [Corner, Corner];

export function shapesTouch(one: AreaGeometry, other: AreaGeometry): boolean {
  const [a, b] = [preparePolygon(one), preparePolygon(other)];
  const box = {
    west: Math.max(a.west, b.west) - TOUCHING,
    east: Math.min(a.east, b.east) + TOUCHING,
    south: Math.max(a.south, b.south) - TOUCHING,
    north: Math.min(a.north, b.north) + TOUCHING,
  };
  if (box.west > box.east || box.south > box.north) return false;
  const near = ([[x1, y1], [x2, y2]]: Side) =>
    Math.max(x1, x2) >= box.west &&
    Math.min(x1, x2) <= box.east &&
    Math.max(y1, y2) >= box.south &&
    Math.min(y1, y2) <= box.north;
  const [sides, others] = [sidesOf(one).filter(near), sidesOf(other).filter(near)];
  if (sides.some((side) => others.some((them) => sidesMeet(side, them)))) return true;
  // No side meets another: one lies in the other whole, or they are apart.
  const [first, second] = [firstCorner(one), firstCorner(other)];
  return containsPosition(b, first[0], first[1]) || containsPosition(a, second[0], second[1]);
}

function sidesMeet(one: Side, other: Side): boolean {
  if (crosses(one, other)) return true;
  return (
    other.some((corner) => distance(corner, one) <= TOUCHING) ||
    one.some((corner) => distance(corner, other) <= TOUCHING)
  );
}

function crosses([a, b]: Side, [c, d]: Side): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn([x1, y1]: Corner, [x2, y2]: Corner, [x3, y3]: Corner): number {
  return (x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1);
}

function distance([x, y]: Corner, [[x1, y1], [x2, y2]]: Side): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}

function sidesOf(geometry: AreaGeometry): Side[] {
  return ringsOf(geometry).flatMap((ring) => ring.slice(1).map((to, i): Side => [ring[i], to]));
}

function firstCorner(geometry: AreaGeometry): Corner {
  return ringsOf(geometry)[0][0];
}

function ringsOf({ type, coordinates }: AreaGeometry): readonly (readonly Corner[])[] {
  return type === 'Polygon' ? coordinates : coordinates.flat();
}
