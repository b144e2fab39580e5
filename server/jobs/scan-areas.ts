import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { relativeRisk } from '../../analysis/scan-likelihood.ts';
import { type Scan, scanStatistic } from '../../analysis/scan-statistic.ts';
import { MOST_SCAN_PLACES } from '../../analysis/scan-zones.ts';
import { type AreaPlaces, areaPlaces, commonestKind } from './area-places.ts';
import type { ScanCluster, ScanParameters, ScanSummary } from './contract.ts';
import { insideOf } from './incident-places.ts';
import {
  describeCircle,
  incidentsOfCircles,
  isListed,
  MOST_CLUSTERS,
  ranksOfPlaces,
} from './scan-circles.ts';
import { emptyScan, scanOrRefuse } from './scan-summary.ts';
import type { StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused } from './task.ts';

const FEWEST_AREAS = 5;
const FEWEST_IN_CLUSTER = 2;

/** Areas of one kind against their population. */
export function runAreaScan(study: StudyArea, parameters: ScanParameters, checkpoint: Checkpoint): Finding {
  const kind = kindOf(study, parameters.areaKind);
  const candidates = study.task.places.areas.filter(({ population }) => (population ?? 0) > 0);
  const all = areaPlaces(study, kind ?? '', candidates, (done) => checkpoint(0.15 * done));
  const areas = areasInRegion(study, all);
  const summary = {
    ...emptyScan(study, parameters, areas.n, null),
    areaKind: kind,
    places: areas.kept.length,
  };
  summary.warnings.push(...warningsOf(study, areas));
  const { kept } = areas;
  if (kept.length < FEWEST_AREAS)
    return {
      summary: {
        ...summary,
        tooFew: { reason: 'too_few_places', found: kept.length, floor: FEWEST_AREAS },
      },
      columns: [],
    };
  if (kept.length > MOST_SCAN_PLACES)
    throw new Refused(
      `${kept.length} areas are too many for a scan: at most ${MOST_SCAN_PLACES} are possible. Choose larger areas, or a smaller region.`,
    );
  return scanned(study, parameters, areas, summary, checkpoint);
}

/** The kind with most areas that have a population, without any the kind with most areas, unless one is wanted. */
function kindOf({ task }: StudyArea, wanted: ScanParameters['areaKind']): string | null {
  if (wanted !== 'auto') return wanted;
  const { areas } = task.places;
  return commonestKind(areas.filter(({ population }) => (population ?? 0) > 0)) ?? commonestKind(areas);
}

/** Areas with people, and what lies in them. */
interface PeopledAreas {
  readonly all: AreaPlaces;
  /** Positions in `all` of the areas that are scanned. */
  readonly kept: readonly number[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly cases: Float64Array;
  readonly people: Float64Array;
  /** Position in `kept` of each incident, -1 for none. */
  readonly of: Int32Array;
  readonly n: number;
  readonly unpeopled: number;
}

/**
 * Areas with people whose middle lies in the region. Around the incidents also those that hold one; of a chosen region
 * not: people of an area that is cut off would count without its incidents.
 */
function areasInRegion(study: StudyArea, all: AreaPlaces): PeopledAreas {
  const counted = study.counted('auto', 'square');
  const inside = counted === null ? () => false : insideOf(counted);
  const held = new Uint8Array(all.areas.length);
  if (study.region === 'hull') for (const area of all.of) if (area >= 0) held[area] = 1;
  const kept = Array.from(all.areas.keys()).filter((k) => held[k] === 1 || inside(all.x[k], all.y[k]));
  const numberOf = new Int32Array(all.areas.length).fill(-1);
  kept.forEach((area, place) => {
    numberOf[area] = place;
  });
  const of = all.of.map((area) => (area < 0 ? -1 : numberOf[area]));
  const cases = new Float64Array(kept.length);
  let n = 0;
  for (const place of of)
    if (place >= 0) {
      cases[place]++;
      n++;
    }
  return {
    all,
    kept,
    x: Float64Array.from(kept, (k) => all.x[k]),
    y: Float64Array.from(kept, (k) => all.y[k]),
    cases,
    people: Float64Array.from(kept, (k) => all.areas[k].population ?? 0),
    of,
    n,
    unpeopled: study.task.places.areas.filter(
      ({ kind, population }) => kind === all.kind && !((population ?? 0) > 0),
    ).length,
  };
}

function warningsOf({ incidents }: StudyArea, { n, unpeopled }: PeopledAreas): ScanSummary['warnings'] {
  const warnings: ScanSummary['warnings'] = [];
  if (unpeopled > 0) warnings.push({ code: 'areas_without_population', value: unpeopled });
  const outside = incidents.ids.length - n;
  if (outside > 0) warnings.push({ code: 'outside_areas', value: outside });
  return warnings;
}

function scanned(
  study: StudyArea,
  parameters: ScanParameters,
  areas: PeopledAreas,
  summary: ScanSummary,
  checkpoint: Checkpoint,
): Finding {
  const { x, y, cases, people, kept, all, of } = areas;
  const { maxShare, permutations, seed, level } = parameters;
  const points = { x, y };
  const options = {
    model: 'poisson',
    share: maxShare,
    minimum: FEWEST_IN_CLUSTER,
    permutations,
    seed,
    clusters: MOST_CLUSTERS,
  } as const;
  const progress = (done: number) => checkpoint(0.15 + 0.75 * done);
  const scan = scanOrRefuse(() =>
    study.sharing({ ask: 'scan', points, cases, beside: people, options }, (otherHalf) =>
      scanStatistic(points, cases, people, { ...options, progress, otherHalf }),
    ),
  );
  checkpoint(0.9);
  const found = scan.clusters.filter((one, i) => isListed(one, i, level));
  const clusters = found.map((one, i): ScanCluster => {
    // A single area is drawn as a circle as large as the area.
    const reach = one.radius > 0 ? 0 : Math.sqrt((all.km2[kept[one.centre]] * 1e6) / Math.PI);
    const risk = relativeRisk(one.cases, one.expected, scan.cases);
    return {
      ...describeCircle(study, { x, y }, one, i + 1, level, reach),
      relativeRisk: Number.isFinite(risk) ? risk : null,
      population: one.population,
    };
  });
  return {
    summary: { ...summary, population: scan.population, clusters },
    rows: 'area',
    columns: areaColumns(study, areas, scan, ranksOfPlaces(kept.length, found, clusters)),
    naming: { list: 'clusters', incidents: incidentsOfCircles(study.incidents.ids, of, found) },
  };
}

function areaColumns(
  { incidents }: StudyArea,
  { all, kept, x, y, cases, people }: PeopledAreas,
  scan: Scan,
  ranks: Uint32Array,
): Finding['columns'] {
  const { lon, lat } = toDegrees(incidents.plane, x, y);
  return [
    { name: 'place', data: Uint32Array.from(kept, (k) => all.areas[k].id) },
    { name: 'lon', data: lon.map(wrapLongitude) },
    { name: 'lat', data: lat },
    { name: 'count', data: Uint32Array.from(cases) },
    { name: 'controls', data: new Float64Array(kept.length).fill(NaN), nullable: true },
    {
      name: 'expected',
      data: people.map((number) => (scan.cases * number) / scan.population),
      nullable: true,
    },
    { name: 'cluster', data: ranks },
  ];
}
