import type { DrawnGeometry } from './draw-tool.ts';

export type ShapeKind = 'point' | 'line' | 'polygon';
export type CoordinatesVerdict =
  | { readonly shape: DrawnGeometry }
  | { readonly problem: 'empty' | 'unreadable' | 'outside' | 'tooFew'; readonly line: number };

const LEAST: Readonly<Record<ShapeKind, number>> = { point: 1, line: 2, polygon: 3 };

/**
 * Reads positions typed as text, one a line or parted by semicolons: `-75.1652, 39.9526` (longitude, latitude).
 * For those who draw without a pointer, and for positions read out over the telephone.
 */
export function readCoordinates(text: string, kind: ShapeKind): CoordinatesVerdict {
  const lines = text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return { problem: 'empty', line: 1 };
  const positions: [number, number][] = [];
  for (const [i, line] of lines.entries()) {
    const numbers = line.match(/^([-+]?\d+(?:\.\d+)?)[\s,]+([-+]?\d+(?:\.\d+)?)$/);
    if (!numbers) return { problem: 'unreadable', line: i + 1 };
    const [lon, lat] = [Number(numbers[1]), Number(numbers[2])];
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return { problem: 'outside', line: i + 1 };
    positions.push([lon, lat]);
  }
  if (positions.length < LEAST[kind]) return { problem: 'tooFew', line: lines.length };
  return { shape: shapeOf(positions, kind) };
}

function shapeOf(positions: [number, number][], kind: ShapeKind): DrawnGeometry {
  if (kind === 'point') return { type: 'Point', coordinates: positions[0] };
  if (kind === 'line') return { type: 'LineString', coordinates: positions };
  const [first] = positions;
  const last = positions[positions.length - 1];
  const closed = first[0] === last[0] && first[1] === last[1];
  return { type: 'Polygon', coordinates: [closed ? positions : [...positions, first]] };
}
