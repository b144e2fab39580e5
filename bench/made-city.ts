/** Areas, streets and assets of the imaginary city, the same on every machine. */
import { seededRandom } from '../analysis/random.ts';
import type { Ring } from './contest.ts';

/** Areas beside and above one another. */
const ALONG = 20;
/** Half the ground they cover, metres: a little more than the incidents. */
const HALF_WIDTH = 15_500;
const HALF_HEIGHT = 13_500;
/** Corners on each side of an area, as many as a river bank or a winding road has. */
const CORNERS = 16;
/** Of the side of an area: how far its knots are moved, its borders bend and ripple. */
const MOVED = 0.12;
const BEND = 0.08;
const RIPPLE = 0.015;

export interface MadeAreas {
  readonly rings: readonly Ring[];
  /** Residents; a few areas have none. */
  readonly people: Float64Array;
}

/** Areas without gaps or overlaps, whose borders wind. */
export function madeAreas(): MadeAreas {
  const random = seededRandom(12);
  const width = (2 * HALF_WIDTH) / ALONG;
  const height = (2 * HALF_HEIGHT) / ALONG;
  const lines = ALONG + 1;
  const upTo = (most: number) => (random.next() * 2 - 1) * most;
  const inner = (k: number) => k > 0 && k < ALONG;
  const knots = Array.from({ length: lines * lines }, (_, knot): [number, number] => {
    const [column, row] = [knot % lines, Math.floor(knot / lines)];
    return [
      -HALF_WIDTH + column * width + (inner(column) ? upTo(MOVED * width) : 0),
      -HALF_HEIGHT + row * height + (inner(row) ? upTo(MOVED * height) : 0),
    ];
  });
  /** From one knot to the next without the latter; both neighbours take the same corners. */
  const border = (from: number, to: number, straight: boolean): Ring => {
    const [[x1, y1], [x2, y2]] = [knots[from], knots[to]];
    const [bend, ripple] = straight ? [0, 0] : [upTo(BEND), upTo(RIPPLE)];
    return Array.from({ length: CORNERS }, (_, k): [number, number] => {
      const share = k / CORNERS;
      const off = bend * Math.sin(Math.PI * share) + ripple * Math.sin(6 * Math.PI * share);
      return [x1 + share * (x2 - x1) - off * (y2 - y1), y1 + share * (y2 - y1) + off * (x2 - x1)];
    });
  };
  const knot = (column: number, row: number) => row * lines + column;
  const grid = <T>(columns: number, rows: number, make: (column: number, row: number) => T): T[] =>
    Array.from({ length: columns * rows }, (_, k) => make(k % columns, Math.floor(k / columns)));
  const level = grid(ALONG, lines, (c, r) => border(knot(c, r), knot(c + 1, r), !inner(r)));
  const upright = grid(lines, ALONG, (c, r) => border(knot(c, r), knot(c, r + 1), !inner(c)));
  const back = (one: Ring, end: [number, number]) => [end, ...one.slice(1).toReversed()];
  const rings = grid(ALONG, ALONG, (c, r): Ring => {
    const bottom = level[r * ALONG + c];
    const right = upright[r * lines + c + 1];
    const top = back(level[(r + 1) * ALONG + c], knots[knot(c + 1, r + 1)]);
    const left = back(upright[r * lines + c], knots[knot(c, r + 1)]);
    return [...bottom, ...right, ...top, ...left, bottom[0]];
  });
  const people = Float64Array.from(rings, () => (random.next() < 0.02 ? 0 : 200 + random.integer(7000)));
  return { rings, people };
}

export interface MadeAssets {
  readonly kind: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const ASSETS: Readonly<Record<string, number>> = {
  transport_stop: 600,
  market: 300,
  park: 250,
  school: 200,
  clinic: 120,
  library: 50,
};

/** Anywhere in the city but for the stops: half of them stand where incidents are. */
export function madeAssets(incidents: { readonly x: Float64Array; readonly y: Float64Array }): MadeAssets[] {
  const random = seededRandom(13);
  return Object.entries(ASSETS).map(([kind, number]) => {
    const x = new Float64Array(number);
    const y = new Float64Array(number);
    for (let i = 0; i < number; i++) {
      const drawn = random.integer(Math.max(1, incidents.x.length));
      const amid = kind === 'transport_stop' && i % 2 === 0 && incidents.x.length > 0;
      x[i] = amid ? incidents.x[drawn] : (random.next() * 2 - 1) * 14_500;
      y[i] = amid ? incidents.y[drawn] : (random.next() * 2 - 1) * 12_500;
    }
    return { kind, x, y };
  });
}

/** Metres between parallel streets, and of one segment. */
const BLOCK = 120;
const SEGMENT = 600;

export type MadeStreet = readonly [readonly [number, number], readonly [number, number]];

/** The streets on which a third of the incidents lie, in segments. */
export function madeStreets(): MadeStreet[] {
  const streets: MadeStreet[] = [];
  const [halfWidth, halfHeight] = [15_000, 13_000];
  for (let x = -halfWidth; x <= halfWidth; x += BLOCK)
    for (let y = -halfHeight; y < halfHeight; y += SEGMENT)
      streets.push([
        [x, y],
        [x, Math.min(y + SEGMENT, halfHeight)],
      ]);
  for (let row = Math.ceil(-halfHeight / BLOCK); row * BLOCK <= halfHeight; row++)
    for (let x = -halfWidth; x < halfWidth; x += SEGMENT)
      streets.push([
        [x, row * BLOCK],
        [Math.min(x + SEGMENT, halfWidth), row * BLOCK],
      ]);
  return streets;
}
