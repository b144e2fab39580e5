/**
 * Whether the sides of a polygon cross. Sides that only touch, as the borders of official areas do, are fine.
 * Sides are sorted by their west end, so that each meets only those that overlap it.
 */
export function crossesItself(rings: readonly (readonly (readonly number[])[])[]): boolean {
  const sides: Float64Array[] = [];
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1];
      const [x2, y2] = ring[i];
      if (x1 !== x2 || y1 !== y2) sides.push(Float64Array.of(x1, y1, x2, y2));
    }
  sides.sort((a, b) => Math.min(a[0], a[2]) - Math.min(b[0], b[2]));
  for (let i = 0; i < sides.length; i++) {
    const a = sides[i];
    const east = Math.max(a[0], a[2]);
    for (let j = i + 1; j < sides.length; j++) {
      const b = sides[j];
      if (Math.min(b[0], b[2]) > east) break;
      if (overlapInY(a, b) && cross(a, b)) return true;
    }
  }
  return false;
}

function overlapInY(a: Float64Array, b: Float64Array): boolean {
  return Math.max(a[1], a[3]) >= Math.min(b[1], b[3]) && Math.max(b[1], b[3]) >= Math.min(a[1], a[3]);
}

/** Properly: each side has the ends of the other on both its hands. */
function cross(a: Float64Array, b: Float64Array): boolean {
  const b1 = hand(a, b[0], b[1]);
  const b2 = hand(a, b[2], b[3]);
  if (b1 * b2 >= 0) return false;
  return hand(b, a[0], a[1]) * hand(b, a[2], a[3]) < 0;
}

/** 1 left, -1 right, 0 on the line, within the rounding of the calculation. */
function hand(side: Float64Array, x: number, y: number): -1 | 0 | 1 {
  const left = (side[2] - side[0]) * (y - side[1]);
  const right = (side[3] - side[1]) * (x - side[0]);
  const value = left - right;
  if (Math.abs(value) <= (Math.abs(left) + Math.abs(right)) * 1e-12) return 0;
  return value > 0 ? 1 : -1;
}
