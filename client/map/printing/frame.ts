/** The window of a picture on the web map: its upper left corner, its zoom, its size in pixels. */
export interface Frame {
  readonly west: number;
  readonly north: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The closest look at all of the bounds, in the middle, with a little room around. */
export function frameOfBounds([west, south, east, north]: Bounds, width: number, height: number): Frame {
  const room = 0.88;
  const [wide, high] = [across(east) - across(west), down(south) - down(north)];
  const world = Math.min((width * room) / Math.max(wide, 1e-9), (height * room) / Math.max(high, 1e-9));
  const zoom = Math.min(17, Math.log2(world / 512));
  const span = worldOf(zoom);
  const [x, y] = [(across(west) + across(east)) / 2, (down(south) + down(north)) / 2];
  return {
    west: (x - width / 2 / span) * 360 - 180,
    north: (Math.atan(Math.sinh(Math.PI * (1 - 2 * (y - height / 2 / span)))) * 180) / Math.PI,
    zoom,
    width,
    height,
  };
}

export type Pixel = readonly [number, number];

/** 0 at 180° west to 1 at 180° east. */
const across = (lon: number): number => (lon + 180) / 360;

/** 0 at the north edge of the web map, 1 at its south edge. */
function down(lat: number): number {
  const clamped = Math.min(85.05113, Math.max(-85.05113, lat));
  return (1 - Math.asinh(Math.tan((clamped * Math.PI) / 180)) / Math.PI) / 2;
}

const worldOf = (zoom: number): number => 512 * 2 ** zoom;

/** Web Mercator, in pixels from the upper left corner. */
export function projector({ west, north, zoom }: Frame): (position: readonly number[]) => Pixel {
  const world = worldOf(zoom);
  const [left, top] = [across(west), down(north)];
  return ([lon, lat]) => [(across(lon) - left) * world, (down(lat) - top) * world];
}

/** Metres that a pixel is wide in the middle of the picture. */
export function metresPerPixel({ north, zoom, height }: Frame): number {
  const y = down(north) + height / 2 / worldOf(zoom);
  const lat = Math.atan(Math.sinh(Math.PI * (1 - 2 * y)));
  return (40_075_016.686 * Math.cos(lat)) / worldOf(zoom);
}

export interface ScaleBar {
  readonly metres: number;
  readonly pixels: number;
}

/** The longest bar of 1, 2 or 5 · 10^k metres that fits. */
export function scaleBar(frame: Frame, most = 120): ScaleBar {
  const perPixel = metresPerPixel(frame);
  const unit = 10 ** Math.floor(Math.log10(most * perPixel));
  const metres = [5, 2, 1].map((step) => step * unit).find((length) => length <= most * perPixel) ?? unit;
  return { metres, pixels: metres / perPixel };
}
