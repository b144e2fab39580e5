import Supercluster, { type InputFeature } from 'supercluster';
import { DEGREE, MISSING, type SeenColumns } from '../../analysis/incident-columns.ts';

/** West, south, east, north in degrees. */
type Box = readonly [number, number, number, number];

export interface MarkerGroup {
  readonly lon: number;
  readonly lat: number;
  readonly count: number;
  /** Holds every incident of the group: where a click takes the map. */
  readonly bounds: Box;
}

/** Incidents of one data set gathered to places about 20 m wide; which row lies in which place. */
interface Places {
  readonly placeOf: Uint32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** What a group knows of its incidents. */
interface Gathered {
  count: number;
  west: number;
  south: number;
  east: number;
  north: number;
}

/** 1/5000 degree: finer than any group is drawn, coarse enough that street corners fall together. */
const PLACE = DEGREE / 5000;
const NOWHERE = 0xffffffff;
/** Pixels: how far a group reaches, and the squares places are gathered to before. */
const RADIUS = 64;
const SQUARE = 16;
const TILE = 512;

/**
 * Zoom-dependent bubbles, for display only. Places are found once per data set; a change of the filter counts rows
 * into them, and only the zoom that is shown is clustered: thousands of squares instead of every incident.
 */
export class MarkerGroups {
  readonly #places = new Map<number, Places>();
  #counts = new Map<number, Uint32Array>();
  #clusters = new Map<number, Supercluster<Gathered, Gathered>>();

  put(dataset: number, columns: SeenColumns): void {
    this.#places.set(dataset, findPlaces(columns));
  }

  drop(dataset: number): void {
    this.#places.delete(dataset);
  }

  /** `verdictOf` gives the rows of a data set: 0 is in. */
  build(verdictOf: (dataset: number) => Uint8Array | undefined): void {
    this.#counts = new Map();
    this.#clusters = new Map();
    for (const [dataset, places] of this.#places) {
      const verdict = verdictOf(dataset);
      if (verdict) this.#counts.set(dataset, countPlaces(places, verdict));
    }
  }

  inView(bounds: Box, zoom: number): MarkerGroup[] {
    const level = Math.floor(zoom);
    const clusters = this.#clusters.get(level) ?? this.#cluster(level);
    this.#clusters.set(level, clusters);
    return clusters.getClusters([...bounds], level).map(({ geometry, properties }) => {
      const [lon, lat] = geometry.coordinates;
      const { count, west, south, east, north } = properties;
      return { lon, lat, count, bounds: [west, south, east, north] };
    });
  }

  #cluster(level: number): Supercluster<Gathered, Gathered> {
    const squares = new Squares(SQUARE / (TILE * 2 ** level));
    for (const [dataset, counts] of this.#counts) {
      const places = this.#places.get(dataset);
      if (!places) continue;
      counts.forEach((count, place) => {
        if (count > 0) squares.add(places.lon[place], places.lat[place], count);
      });
    }
    return new Supercluster<Gathered, Gathered>({
      radius: RADIUS,
      minZoom: level,
      maxZoom: level,
      map: (gathered) => ({ ...gathered }),
      reduce: merge,
    }).load(squares.features());
  }
}

/** Squares of the web map, each with the weighted middle of what lies in it. */
class Squares {
  readonly #size: number;
  readonly #squares = new Map<number, Gathered & { lon: number; lat: number }>();

  constructor(size: number) {
    this.#size = size;
  }

  add(lon: number, lat: number, count: number): void {
    const key = Math.floor((lon / 360 + 0.5) / this.#size) * 2 ** 26 + Math.floor(mercator(lat) / this.#size);
    const square = this.#squares.get(key);
    const point = { count, west: lon, south: lat, east: lon, north: lat };
    if (!square) {
      this.#squares.set(key, { ...point, lon: lon * count, lat: lat * count });
      return;
    }
    merge(square, point);
    square.lon += lon * count;
    square.lat += lat * count;
  }

  features(): InputFeature<Gathered>[] {
    return Array.from(this.#squares.values(), ({ lon, lat, ...gathered }) => ({
      type: 'Feature',
      properties: gathered,
      geometry: { type: 'Point', coordinates: [lon / gathered.count, lat / gathered.count] },
    }));
  }
}

function merge(into: Gathered, other: Gathered): void {
  into.count += other.count;
  into.west = Math.min(into.west, other.west);
  into.south = Math.min(into.south, other.south);
  into.east = Math.max(into.east, other.east);
  into.north = Math.max(into.north, other.north);
}

/** 0 at the north edge of the web map, 1 at the south edge. */
function mercator(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return Math.min(Math.max(0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI, 0), 1);
}

function findPlaces({ lon, lat, square, length }: SeenColumns): Places {
  const placeOf = new Uint32Array(length).fill(NOWHERE);
  const numbers = new Map<number, number>();
  const sums: { lon: number; lat: number; count: number }[] = [];
  for (let row = 0; row < length; row++) {
    if (lon[row] === MISSING || square?.[row]) continue;
    // 1,800,000 columns of 900,000 rows: the key stays below 2^53.
    const key = Math.floor(lon[row] / PLACE) * 2_000_000 + Math.floor(lat[row] / PLACE);
    let place = numbers.get(key);
    if (place === undefined) {
      place = sums.push({ lon: 0, lat: 0, count: 0 }) - 1;
      numbers.set(key, place);
    }
    const sum = sums[place];
    sum.lon += lon[row];
    sum.lat += lat[row];
    sum.count++;
    placeOf[row] = place;
  }
  return {
    placeOf,
    lon: Float64Array.from(sums, (sum) => sum.lon / sum.count / DEGREE),
    lat: Float64Array.from(sums, (sum) => sum.lat / sum.count / DEGREE),
  };
}

function countPlaces({ placeOf, lon }: Places, verdict: Uint8Array): Uint32Array {
  const counts = new Uint32Array(lon.length);
  for (let row = 0; row < verdict.length; row++)
    if (verdict[row] === 0 && placeOf[row] !== NOWHERE) counts[placeOf[row]]++;
  return counts;
}
