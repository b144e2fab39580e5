import Supercluster, { type InputFeature } from 'supercluster';
import { DEGREE, type IncidentColumns, MISSING } from '../../analysis/incident-columns.ts';

export interface MarkerGroup {
  readonly lon: number;
  readonly lat: number;
  readonly count: number;
  /** Opens the group through `expansionZoom`; null for a single place. */
  readonly group: number | null;
}

/** Incidents of one data set gathered to places about 20 m wide; which row lies in which place. */
interface Places {
  readonly placeOf: Uint32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** 1/5000 degree: finer than any group is drawn, coarse enough that street corners fall together. */
const PLACE = DEGREE / 5000;
const NOWHERE = 0xffffffff;
const DEEPEST_ZOOM = 16;

interface Weight {
  count: number;
}

/**
 * Zoom-dependent bubbles, for display only. The places are found once per data set, so that a change of
 * the filter counts rows into them and clusters thousands of places instead of every incident.
 */
export class MarkerGroups {
  readonly #places = new Map<number, Places>();
  #clusters = emptyClusters();

  put(dataset: number, columns: IncidentColumns): void {
    this.#places.set(dataset, findPlaces(columns));
  }

  drop(dataset: number): void {
    this.#places.delete(dataset);
  }

  /** `verdictOf` gives the rows of a data set: 0 is in. */
  build(verdictOf: (dataset: number) => Uint8Array | undefined): void {
    const features: InputFeature<Weight>[] = [];
    for (const [dataset, places] of this.#places) {
      const verdict = verdictOf(dataset);
      if (verdict) addPlaces(features, places, verdict);
    }
    this.#clusters = emptyClusters().load(features);
  }

  inView(bounds: readonly [number, number, number, number], zoom: number): MarkerGroup[] {
    return this.#clusters.getClusters([...bounds], Math.floor(zoom)).map((feature) => {
      const [lon, lat] = feature.geometry.coordinates;
      const { properties } = feature;
      const group = 'cluster_id' in properties ? Number(properties.cluster_id) : null;
      return { lon, lat, count: properties.count, group };
    });
  }

  expansionZoom(group: number): number {
    try {
      return this.#clusters.getClusterExpansionZoom(group);
    } catch {
      // The filter changed between drawing and the click: the group is gone.
      return DEEPEST_ZOOM;
    }
  }
}

const emptyClusters = () =>
  new Supercluster<Weight, Weight>({
    radius: 64,
    maxZoom: DEEPEST_ZOOM,
    map: ({ count }) => ({ count }),
    reduce: (sum, { count }) => {
      sum.count += count;
    },
  });

function findPlaces(columns: IncidentColumns): Places {
  const { lon, lat, length } = columns;
  const placeOf = new Uint32Array(length);
  const numbers = new Map<number, number>();
  const sums: { lon: number; lat: number; count: number }[] = [];
  for (let row = 0; row < length; row++) {
    if (lon[row] === MISSING) {
      placeOf[row] = NOWHERE;
      continue;
    }
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

function addPlaces(features: InputFeature<Weight>[], places: Places, verdict: Uint8Array): void {
  const counts = new Uint32Array(places.lon.length);
  for (let row = 0; row < verdict.length; row++)
    if (verdict[row] === 0 && places.placeOf[row] !== NOWHERE) counts[places.placeOf[row]]++;
  counts.forEach((count, place) => {
    if (count === 0) return;
    features.push({
      type: 'Feature',
      properties: { count },
      geometry: { type: 'Point', coordinates: [places.lon[place], places.lat[place]] },
    });
  });
}
