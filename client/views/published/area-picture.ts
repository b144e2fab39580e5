import type { PublishedTable } from '../../api/publications.ts';
import { classOf, coloursOf, growingBreaks } from '../../map/legend.ts';
import type { Count } from './figure-grid.ts';

type AreaGeometry = PublishedTable['areas'][number]['geometry'];

export interface AreaPicture {
  readonly width: number;
  readonly height: number;
  /** The data of one path an area. */
  readonly paths: readonly string[];
}

const WIDTH = 480;
/** A long strip of land stays readable beside its table. */
const MOST_HEIGHT = 600;
const EDGE = 4;

/** The outlines as a plain picture: small enough for a page that loads no map. */
export function pictureOf(areas: readonly { readonly geometry: AreaGeometry }[]): AreaPicture {
  const rings = areas.map(({ geometry }) => ringsOf(geometry));
  const positions = rings.flat(2);
  const [west, east] = extent(positions.map(([lon]) => lon));
  const [south, north] = extent(positions.map(([, lat]) => lat));
  // Degrees of longitude as wide as they are in the middle of the picture.
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const [across, up] = [Math.max((east - west) * narrow, 1e-9), Math.max(north - south, 1e-9)];
  const scale = Math.min((WIDTH - 2 * EDGE) / across, (MOST_HEIGHT - 2 * EDGE) / up);
  const point = ([lon, lat]: readonly number[]): string =>
    `${(EDGE + (lon - west) * narrow * scale).toFixed(1)} ${(EDGE + (north - lat) * scale).toFixed(1)}`;
  return {
    width: Math.ceil(across * scale + 2 * EDGE),
    height: Math.ceil(up * scale + 2 * EDGE),
    paths: rings.map((own) => own.map((ring) => pathOf(ring.map(point))).join('')),
  };
}

function ringsOf(geometry: AreaGeometry): number[][][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Points that fall on the one before are left out: outlines are finer than the picture. */
function pathOf(points: readonly string[]): string {
  const seen = points.filter((point, i) => point !== points[i - 1]);
  return `M${seen.join('L')}Z`;
}

function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 0];
}

/** The light end of the ramp is too near the paper, and stands for nothing at all. */
const RAMP = [2, 3, 4, 5, 6, 7].map((step) => `var(--ramp-${step})`);
const CLASSES = 5;

export interface ColourClass {
  readonly colour: string;
  /** Both included. */
  readonly from: number;
  readonly to: number;
}

/** Classes of whole counts, from few to many. */
export function classesOf(counts: readonly Count[]): ColourClass[] {
  const above = counts.filter((count) => count !== null && count > 0);
  if (above.length === 0) return [];
  const breaks = growingBreaks(above.map(Number), CLASSES);
  const colours = coloursOf(RAMP, breaks.length - 1);
  return colours.map((colour, i) => ({
    colour,
    from: breaks[i],
    to: i === colours.length - 1 ? breaks[i + 1] : breaks[i + 1] - 1,
  }));
}

export function colourOf(count: number, classes: readonly ColourClass[]): string {
  const last = classes[classes.length - 1];
  const breaks = [...classes.map(({ from }) => from), last?.to ?? 0];
  return classes[classOf(count, breaks)]?.colour ?? 'none';
}
