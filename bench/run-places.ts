/** What the runs look at besides incidents: real census tracts moved into the city where they are there, else made areas. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaceArea, PlaceStreet, Places, Region } from '../server/jobs/task.ts';
import { projectRoot } from '../server/root.ts';
import { madeAreas, madeAssets, madeStreets } from './made-city.ts';
import { degreesOf, type SyntheticIncidents } from './synthetic-incidents.ts';

const TRACTS = join(projectRoot, '../shared/data/philadelphia/census_tracts_pop.geojson');
/** By the id of the category. */
const HARM = { version: 'bench', weights: [NaN, 3, 20, 15, 2, 5, 365, 33] };

export interface RunPlaces extends Places {
  /** What the areas are, for the table. */
  readonly areasFrom: string;
}

export function runPlaces(incidents: SyntheticIncidents): RunPlaces {
  const real = existsSync(TRACTS);
  const areas = real ? tractsInTheCity() : areasOfTheCity();
  return {
    areas,
    streets: streetsOfTheCity(),
    assets: madeAssets(incidents).flatMap(({ kind, x, y }, k) =>
      Array.from(x, (_, i) => {
        const [lon, lat] = degreesOf(x[i], y[i]);
        return { id: 1000 * (k + 1) + i, name: `${kind} ${i + 1}`, kind, lon, lat };
      }),
    ),
    harm: HARM,
    areasFrom: real ? `${areas.length} census tracts of Philadelphia, moved` : `${areas.length} made areas`,
  };
}

function areasOfTheCity(): PlaceArea[] {
  const { rings, people } = madeAreas();
  return rings.map((ring, k) => ({
    id: k + 1,
    name: `Area ${k + 1}`,
    kind: 'neighbourhood',
    population: people[k],
    polygons: [[ring.map(([x, y]) => degreesOf(x, y))]],
  }));
}

function streetsOfTheCity(): PlaceStreet[] {
  return madeStreets().map((line, k) => ({
    id: k + 1,
    name: `Street ${k + 1}`,
    lines: [line.map(([x, y]) => degreesOf(x, y))],
  }));
}

interface Tracts {
  readonly features: readonly {
    readonly properties: { readonly NAMELSAD: string; readonly total_pop: number | null };
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: Region };
  }[];
}

/** Their middle on that of the city; a degree of longitude is a little longer there, which does no harm. */
function tractsInTheCity(): PlaceArea[] {
  const { features } = JSON.parse(readFileSync(TRACTS, 'utf8')) as Tracts;
  const shapes = features.map(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  const corners = shapes.flat(3);
  const [lon, lat] = degreesOf(0, 0);
  const shift = [0, 1].map((axis) => {
    const values = corners.map((corner) => corner[axis]);
    const middle = (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
    return (axis === 0 ? lon : lat) - middle;
  });
  return features.map(({ properties }, k) => ({
    id: k + 1,
    name: properties.NAMELSAD,
    kind: 'neighbourhood',
    population: properties.total_pop,
    polygons: shapes[k].map((rings) =>
      rings.map((ring) => ring.map(([x, y]) => [x + shift[0], y + shift[1]])),
    ),
  }));
}
