import type { AreaGeometry } from '../../../../server/app.ts';

/** A piece of ground on paper. */
export interface Frame {
  readonly at: (lon: number, lat: number) => [x: number, y: number];
  readonly pixelsPerMetre: number;
}

const METRES_PER_DEGREE = 111_195;
/** Share of the paper left free around the ground. */
const MARGIN = 0.12;

/** The shapes in the middle, north up, one scale both ways. */
export function frameOf(shapes: readonly AreaGeometry[], width: number, height: number): Frame {
  const corners = shapes.flatMap(ringsOf).flat();
  const [west, east] = extent(corners.map(([lon]) => lon));
  const [south, north] = extent(corners.map(([, lat]) => lat));
  const perLon = METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const room = 1 - 2 * MARGIN;
  const pixelsPerMetre = Math.min(
    (width * room) / Math.max((east - west) * perLon, 1),
    (height * room) / Math.max((north - south) * METRES_PER_DEGREE, 1),
  );
  const [lon0, lat0] = [(west + east) / 2, (south + north) / 2];
  return {
    pixelsPerMetre,
    at: (lon, lat) => [
      width / 2 + (lon - lon0) * perLon * pixelsPerMetre,
      height / 2 - (lat - lat0) * METRES_PER_DEGREE * pixelsPerMetre,
    ],
  };
}

/** All rings as one path; the even-odd rule makes the holes. */
export function pathOf(geometry: AreaGeometry, frame: Frame): string {
  return ringsOf(geometry)
    .map((ring) => `M${ring.map((corner) => cornerText(corner, frame)).join('L')}Z`)
    .join('');
}

export function cornerText([lon, lat]: readonly number[], frame: Frame): string {
  return frame
    .at(lon, lat)
    .map((pixels) => pixels.toFixed(1))
    .join(' ');
}

/** The longest round length that takes at most a quarter of a hand's width. */
export function scaleBar({ pixelsPerMetre }: Frame): { metres: number; pixels: number } {
  const most = 120 / pixelsPerMetre;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  return { metres, pixels: metres * pixelsPerMetre };
}

function ringsOf(geometry: AreaGeometry): readonly (readonly number[][])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function extent(values: readonly number[]): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}
