import type { Bounds } from '../domain/geometry.ts';

/** The box around any GeoJSON coordinates; null when there are none. */
export function boundsOf(coordinates: unknown): Bounds | null {
  const box: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  widen(box, coordinates);
  return box[0] <= box[2] ? box : null;
}

function widen(box: Bounds, coordinates: unknown): void {
  if (!Array.isArray(coordinates)) return;
  const [lon, lat] = coordinates;
  if (typeof lon !== 'number' || typeof lat !== 'number') {
    for (const part of coordinates) widen(box, part);
    return;
  }
  if (lon < box[0]) box[0] = lon;
  if (lat < box[1]) box[1] = lat;
  if (lon > box[2]) box[2] = lon;
  if (lat > box[3]) box[3] = lat;
}
