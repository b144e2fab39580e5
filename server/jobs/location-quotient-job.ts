import {
  LOCATION_QUOTIENT_FLOOR,
  type LocationQuotients,
  locationQuotients,
} from '../../analysis/location-quotient.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { pointsInAreas } from '../../analysis/points-in-areas.ts';
import { prepareRings } from '../../analysis/prepared-polygon.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { boxOfCorners, commonestKind } from './area-places.ts';
import { othersThan } from './compared-with.ts';
import type {
  LocationQuotientParameters,
  LocationQuotientSummary,
  QuotientArea,
  RunWarning,
  TooFew,
} from './contract.ts';
import { inMetres, pointSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, type PlaceArea, Refused } from './task.ts';

const LISTED = 200;
/** One area is all there is to compare with. */
const FEWEST_AREAS = 2;

export function runLocationQuotient(
  study: StudyArea,
  parameters: LocationQuotientParameters,
  checkpoint: Checkpoint,
): Finding {
  const n = study.incidents.points.x.length;
  const kind = parameters.areaKind === 'auto' ? commonestKind(study.task.places.areas) : parameters.areaKind;
  if (n === 0) return nothing(study, parameters, kind, { reason: 'no_incidents', found: 0, floor: 1 });
  const others = othersThan(study, study.task.ids);
  checkpoint(0.1);
  if (others.x.length === 0)
    throw new Refused(
      'All incidents that could be compared with are those of the filter, so that every quotient is 1. Choose a category in the filter, or other categories to compare with.',
    );
  const areas = countedAreas(study, kind, others, (done) => checkpoint(0.1 + 0.7 * done));
  checkpoint(0.8);
  const tooFew = floorOf(areas);
  if (tooFew !== null) return nothing(study, parameters, kind, tooFew, areas);
  const { incidents, all, distinct } = areas;
  const found = locationQuotients(incidents, all, { level: 1 - parameters.level, region: distinct });
  checkpoint(0.9);
  return report(study, parameters, kind, areas, found);
}

interface CountedAreas {
  /** Those with any incident. */
  readonly areas: readonly PlaceArea[];
  /** Middle of the box of each, and the box, in metres. */
  readonly boxes: readonly ReturnType<typeof boxOfCorners>[];
  /** Of the filter; and with the others. */
  readonly incidents: Float64Array;
  readonly all: Float64Array;
  /** In any of the areas, each incident once. */
  readonly distinct: { readonly kind: number; readonly all: number };
  /** Incidents of the filter in more than one area. */
  readonly overlapping: number;
}

function countedAreas(
  study: StudyArea,
  kind: string | null,
  others: PointSet,
  progress: (done: number) => void,
): CountedAreas {
  const { points, plane } = study.incidents;
  const shaped = study.task.places.areas
    .filter((area) => area.kind === kind)
    .map((area) => {
      const polygons = inMetres(area.polygons, plane);
      return {
        area,
        box: boxOfCorners(polygons.flat(2)),
        prepared: polygons.map((rings) => prepareRings(rings)),
      };
    });
  const prepared = shaped.map((one) => one.prepared);
  const own = pointsInAreas(points, prepared, (done) => progress(done / 2));
  const other = pointsInAreas(others, prepared, (done) => progress(0.5 + done / 2));
  const sizeOf = (starts: Uint32Array, area: number) => starts[area + 1] - starts[area];
  const allOf = (area: number) => sizeOf(own.starts, area) + sizeOf(other.starts, area);
  const kept = Array.from(shaped.keys()).filter((area) => allOf(area) > 0);
  const placed = (times: Uint16Array, least: number) =>
    times.reduce((sum, number) => sum + (number >= least ? 1 : 0), 0);
  const inAny = placed(own.times, 1);
  return {
    areas: kept.map((k) => shaped[k].area),
    boxes: kept.map((k) => shaped[k].box),
    incidents: Float64Array.from(kept, (k) => sizeOf(own.starts, k)),
    all: Float64Array.from(kept, allOf),
    distinct: { kind: inAny, all: inAny + placed(other.times, 1) },
    overlapping: placed(own.times, 2),
  };
}

function floorOf({ areas, all, distinct }: CountedAreas): TooFew | null {
  if (areas.length < FEWEST_AREAS)
    return { reason: 'too_few_places', found: areas.length, floor: FEWEST_AREAS };
  if (distinct.kind === 0) return { reason: 'too_few_incidents', found: 0, floor: 1 };
  const most = all.reduce((largest, count) => Math.max(largest, count), 0);
  const floor = LOCATION_QUOTIENT_FLOOR;
  return most < floor ? { reason: 'too_few_in_every_area', found: most, floor } : null;
}

function nothing(
  study: StudyArea,
  { level, correction }: LocationQuotientParameters,
  areaKind: string | null,
  tooFew: TooFew,
  counted?: CountedAreas,
): Finding {
  const summary: LocationQuotientSummary = {
    ...pointSummary(study, counted?.distinct.kind ?? 0, tooFew),
    level,
    correction,
    areaKind,
    areas: counted?.areas.length ?? 0,
    withTooFew: counted?.areas.length ?? 0,
    more: 0,
    fewer: 0,
    all: counted?.distinct.all ?? null,
    share: null,
    places: [],
  };
  return { summary, columns: [] };
}

function report(
  study: StudyArea,
  { level, correction }: LocationQuotientParameters,
  areaKind: string | null,
  areas: CountedAreas,
  found: LocationQuotients,
): Finding {
  const n = areas.distinct.kind;
  const q = correction === 'fdr' ? found.q : found.p;
  const classes = Int8Array.from(q, (value, k) => (value < level ? (found.quotient[k] > 1 ? 1 : -1) : 0));
  const number = (side: number) => classes.reduce((sum, value) => sum + (value === side ? 1 : 0), 0);
  const listed = listedAreas(study, areas, found, q, classes);
  const common = pointSummary(study, n, null);
  const outside = study.incidents.points.x.length - n;
  const warnings: RunWarning[] = [];
  if (outside > 0) warnings.push({ code: 'outside_areas', value: outside });
  if (areas.overlapping > 0) warnings.push({ code: 'areas_overlap', value: areas.overlapping });
  if (listed.length > LISTED) warnings.push({ code: 'list_shortened', value: listed.length });
  const summary: LocationQuotientSummary = {
    ...common,
    outside: common.outside + outside,
    warnings: [...common.warnings, ...warnings],
    level,
    correction,
    areaKind,
    areas: areas.areas.length,
    withTooFew: found.tooFew,
    more: number(1),
    fewer: number(-1),
    all: areas.distinct.all,
    share: found.regionShare,
    places: listed.slice(0, LISTED),
  };
  return { summary, rows: 'area', columns: areaColumns(study, areas, found, q, classes) };
}

/**
 * Above, below, then neither. First is what is surely farthest from 1, by the nearer end of its interval: 7 of 22 is a
 * higher quotient than 97 of 307, and says less.
 */
function listedAreas(
  { incidents: { plane } }: StudyArea,
  { areas, boxes, incidents, all }: CountedAreas,
  found: LocationQuotients,
  q: Float64Array,
  classes: Int8Array,
): QuotientArea[] {
  const group = (k: number) => (classes[k] > 0 ? 0 : classes[k] < 0 ? 1 : 2);
  const { quotient, low, high } = found;
  const order = Array.from(areas.keys())
    .filter((k) => Number.isFinite(quotient[k]))
    .sort(
      (a, b) =>
        group(a) - group(b) ||
        [low[b] - low[a], high[a] - high[b], quotient[b] - quotient[a]][group(a)] ||
        areas[a].id - areas[b].id,
    );
  return order.map((k, i): QuotientArea => {
    const { minX, minY, maxX, maxY } = boxes[k];
    const { lon, lat } = toDegrees(plane, [minX, (minX + maxX) / 2, maxX], [minY, (minY + maxY) / 2, maxY]);
    const [west, middle, east] = Array.from(lon, wrapLongitude);
    return {
      rank: i + 1,
      place: areas[k].id,
      placeName: areas[k].name,
      incidents: incidents[k],
      all: all[k],
      quotient: quotient[k],
      low: found.low[k],
      high: found.high[k],
      p: found.p[k],
      q: q[k],
      class: classes[k] > 0 ? 1 : classes[k] < 0 ? -1 : 0,
      centre: [middle, lat[1]],
      bounds: [west, lat[0], east, lat[2]],
    };
  });
}

function areaColumns(
  { incidents: { plane } }: StudyArea,
  { areas, boxes, incidents, all }: CountedAreas,
  { quotient, low, high, p }: LocationQuotients,
  q: Float64Array,
  classes: Int8Array,
): Finding['columns'] {
  const { lon, lat } = toDegrees(
    plane,
    Float64Array.from(boxes, ({ minX, maxX }) => (minX + maxX) / 2),
    Float64Array.from(boxes, ({ minY, maxY }) => (minY + maxY) / 2),
  );
  return [
    { name: 'place', data: Uint32Array.from(areas, ({ id }) => id) },
    { name: 'lon', data: lon.map(wrapLongitude) },
    { name: 'lat', data: lat },
    { name: 'count', data: Uint32Array.from(incidents) },
    { name: 'all', data: Uint32Array.from(all) },
    { name: 'quotient', data: quotient, nullable: true },
    { name: 'low', data: low, nullable: true },
    { name: 'high', data: high, nullable: true },
    { name: 'p', data: p, nullable: true },
    { name: 'q', data: q, nullable: true },
    { name: 'class', data: classes },
  ];
}
