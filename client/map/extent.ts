/** West, south, east, north in degrees. */
export type Extent = readonly [number, number, number, number];

/** Degrees: about 300 km, beyond which no one grid serves. */
const FAR = 2.7;

export function union(extents: readonly Extent[]): Extent | null {
  if (extents.length === 0) return null;
  return extents.reduce(([west, south, east, north], extent) => [
    Math.min(west, extent[0]),
    Math.min(south, extent[1]),
    Math.max(east, extent[2]),
    Math.max(north, extent[3]),
  ]);
}

/** Whether several extents lie in different parts of the world; a single wide one does not count. */
export function apart(extents: readonly Extent[]): boolean {
  const all = union(extents);
  if (!all || extents.length < 2) return false;
  const widest = Math.max(...extents.map(size));
  return size(all) > FAR && size(all) > 2 * widest;
}

export const meets = (a: Extent, b: Extent): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

const size = ([west, south, east, north]: Extent): number => Math.max(east - west, north - south);
