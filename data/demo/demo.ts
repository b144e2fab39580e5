import { type DemoAsset, placeAssets } from './assets.ts';
import { type DemoConcern, demoConcerns } from './concerns.ts';
import {
  DISTRICT_NAME,
  districtBorder,
  neighbourhoodBorder,
  neighbourhoods,
  type Polygon,
  TIMEZONE,
} from './district.ts';
import { type DemoIncident, makeIncidents } from './incidents.ts';
import { EVALUATION_AREAS, type EvaluationArea, evaluationBorders } from './north-road.ts';
import { type DemoAnnotation, type DemoProblem, demoAnnotations, demoProblems } from './problems.ts';
import { layStreets, type Street } from './streets.ts';

export interface DemoArea {
  sourceId: string;
  /** Null for the district itself; the others lie in it. */
  within: string | null;
  kind: 'district' | 'neighbourhood' | 'custom';
  name: string;
  geometry: Polygon;
  population: number | null;
  dwellings: number | null;
}

export interface Demo {
  name: string;
  timezone: string;
  areas: DemoArea[];
  streets: Street[];
  assets: DemoAsset[];
  incidents: DemoIncident[];
  problems: readonly DemoProblem[];
  annotations: readonly DemoAnnotation[];
  concerns: readonly DemoConcern[];
}

const SEED = 20_240_601;

/** The whole demo area: the same every time, to the byte. */
export function generateDemo(): Demo {
  const { streets, pieces } = layStreets(SEED);
  return {
    name: DISTRICT_NAME,
    timezone: TIMEZONE,
    areas: areas(),
    streets,
    assets: placeAssets(pieces, SEED + 1),
    incidents: makeIncidents(pieces, SEED + 2),
    problems: demoProblems,
    annotations: demoAnnotations,
    concerns: demoConcerns,
  };
}

const EVALUATION_NAMES: Record<EvaluationArea, string> = {
  treated: 'North Road bus stops',
  buffer: 'Streets around the North Road bus stops',
  control: 'Station Road bus stops (comparison)',
  'control buffer': 'Streets around the Station Road bus stops (comparison)',
};

function areas(): DemoArea[] {
  const sum = (count: (n: (typeof neighbourhoods)[number]) => number) =>
    neighbourhoods.reduce((total, one) => total + count(one), 0);
  const district: DemoArea = {
    sourceId: 'D',
    within: null,
    kind: 'district',
    name: DISTRICT_NAME,
    geometry: districtBorder(),
    population: sum((n) => n.population),
    dwellings: sum((n) => n.dwellings),
  };
  const parts = neighbourhoods.map(
    (one, index): DemoArea => ({
      sourceId: `N${index + 1}`,
      within: 'D',
      kind: 'neighbourhood',
      name: one.name,
      geometry: neighbourhoodBorder(one),
      population: one.population,
      dwellings: one.dwellings,
    }),
  );
  const evaluation = EVALUATION_AREAS.map(
    (key, index): DemoArea => ({
      sourceId: `E${index + 1}`,
      within: 'D',
      kind: 'custom',
      name: EVALUATION_NAMES[key],
      geometry: evaluationBorders[key],
      population: null,
      dwellings: null,
    }),
  );
  return [district, ...parts, ...evaluation];
}
