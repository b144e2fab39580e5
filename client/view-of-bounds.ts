/** The `at` of the address (longitude,latitude,zoom) that shows the bounds whole in a window of the given size. */
export function viewOfBounds(
  [west, south, east, north]: readonly [number, number, number, number],
  size: { width: number; height: number } = { width: 900, height: 600 },
): string {
  const top = mercator(north);
  const bottom = mercator(south);
  const wide = Math.max((east - west) / 360, 1e-7);
  const high = Math.max(bottom - top, 1e-7);
  const zoom = Math.log2(Math.min(size.width / 512 / wide, size.height / 512 / high)) - 0.2;
  const clamped = Math.min(17, Math.max(0, zoom));
  const lat = latitude((top + bottom) / 2);
  return `${((west + east) / 2).toFixed(5)},${lat.toFixed(5)},${clamped.toFixed(2)}`;
}

/** 0 at the north edge of the web map, 1 at the south edge. */
function mercator(lat: number): number {
  const clamped = Math.min(85, Math.max(-85, lat));
  const rad = (clamped * Math.PI) / 180;
  return (1 - Math.asinh(Math.tan(rad)) / Math.PI) / 2;
}

function latitude(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
