/**
 * Question: which marked cells form one connected patch, and what is its outline?
 * Method: flood fill over touching cells (squares: corners count, "queen"); the outline is made of the sides that
 * only one cell of the patch has, linked at the corners of the lattice.
 *
 * Assumptions: cells of one grid.
 * Not to conclude: that a patch is one problem; touching cells may have different causes.
 */
import { cellCorners, cornerPoint, type PlacedGrid } from './grid.ts';
import { eachNeighbour } from './neighbours.ts';
import { toDegrees } from './projection.ts';

/** Groups of touching cells, each ascending, in the order of their first cell. */
export function contiguousGroups(grid: PlacedGrid, cells: readonly number[]): number[][] {
  const left = new Set(cells);
  const groups: number[][] = [];
  for (const first of [...cells].sort((a, b) => a - b)) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (let i = 0; i < group.length; i++)
      eachNeighbour(grid, group[i], (neighbour) => {
        if (left.delete(neighbour)) group.push(neighbour);
      });
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}

type Ring = [number, number][];

/** Outline as MultiPolygon coordinates in degrees: outer rings counter-clockwise, holes clockwise, closed. */
export function groupOutline(grid: PlacedGrid, cells: readonly number[]): Ring[][] {
  const rings = linkSides(openSides(grid, cells)).map((ring) => withoutStraightCorners(ring));
  const outer = rings.filter((ring) => doubleArea(ring) > 0);
  const polygons = outer.map((ring) => [ring]);
  for (const hole of rings.filter((ring) => doubleArea(ring) < 0)) {
    const home = outer.findIndex((ring) => holds(ring, hole));
    if (home >= 0) polygons[home].push(hole);
  }
  return polygons.map((polygon) => polygon.map((ring) => ringInDegrees(grid, ring)));
}

/** Corner of the lattice as one number. Corners are never negative; rows have far fewer than 2^20. */
const KEY = 1 << 20;

/** Sides that only one of the cells has: corner -> the corners its sides lead to, the patch on the left. */
function openSides(grid: PlacedGrid, cells: readonly number[]): Map<number, number[]> {
  const sides = new Map<number, number[]>();
  for (const cell of cells) {
    const corners = cellCorners(grid, cell);
    for (let k = 0; k < corners.length; k += 2) {
      const next = (k + 2) % corners.length;
      const a = corners[k + 1] * KEY + corners[k];
      const b = corners[next + 1] * KEY + corners[next];
      const back = sides.get(b);
      const twin = back?.indexOf(a) ?? -1;
      if (back !== undefined && twin >= 0) back.splice(twin, 1);
      else sides.set(a, [...(sides.get(a) ?? []), b]);
    }
  }
  return sides;
}

function linkSides(sides: Map<number, number[]>): Ring[] {
  const rings: Ring[] = [];
  for (const start of sides.keys())
    for (let next = sides.get(start)?.shift(); next !== undefined; next = sides.get(start)?.shift()) {
      const ring = [point(start)];
      let before = start;
      let at = next;
      while (at !== start) {
        ring.push(point(at));
        const choices: number[] = sides.get(at) ?? [];
        const turn = sharpestLeft(before, at, choices);
        before = at;
        [at] = choices.splice(turn, 1);
      }
      rings.push(ring);
    }
  return rings;
}

/** Where two cells meet at a corner only, stay with the same cell. */
function sharpestLeft(before: number, at: number, choices: readonly number[]): number {
  if (choices.length < 2) return 0;
  const [ax, ay] = point(before);
  const [bx, by] = point(at);
  const cross = (next: number) => (bx - ax) * (point(next)[1] - by) - (by - ay) * (point(next)[0] - bx);
  return cross(choices[0]) > cross(choices[1]) ? 0 : 1;
}

function point(key: number): [number, number] {
  const i = key % KEY;
  return [i, (key - i) / KEY];
}

function withoutStraightCorners(ring: Ring): Ring {
  return ring.filter(([x, y], k) => {
    const [ax, ay] = ring[(k + ring.length - 1) % ring.length];
    const [bx, by] = ring[(k + 1) % ring.length];
    return (x - ax) * (by - y) !== (y - ay) * (bx - x);
  });
}

function doubleArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], k) => {
    const [nx, ny] = ring[(k + 1) % ring.length];
    return sum + x * ny - nx * y;
  }, 0);
}

/** Whether a point just inside the first side of the hole lies in the ring. */
function holds(ring: Ring, hole: Ring): boolean {
  const [[ax, ay], [bx, by]] = hole;
  // Right of a clockwise side is outside the hole's cells, so inside the hole: off every lattice corner.
  const x = (ax + bx) / 2 + (by - ay) * 1e-3;
  const y = (ay + by) / 2 - (bx - ax) * 1e-3;
  let inside = false;
  for (let k = 0, before = ring.length - 1; k < ring.length; before = k++) {
    const [x1, y1] = ring[before];
    const [x2, y2] = ring[k];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

function ringInDegrees(grid: PlacedGrid, ring: Ring): Ring {
  const metres = ring.map(([i, j]) => cornerPoint(grid, i, j));
  const { lon, lat } = toDegrees(
    grid.plane,
    metres.map(({ x }) => x),
    metres.map(({ y }) => y),
  );
  const open = Array.from(lon, (value, k): [number, number] => [value, lat[k]]);
  return [...open, open[0]];
}
