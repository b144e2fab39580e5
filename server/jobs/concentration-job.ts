import { CONCENTRATION_FLOOR, concentration, countPlaces } from '../../analysis/concentration.ts';
import {
  CONCENTRATION_RULER,
  type ConcentrationTable,
  concentrationTable,
} from '../../analysis/concentration-table.ts';
import { giniInterval } from '../../analysis/gini-interval.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { repeatPlaces } from '../../analysis/repeat-places.ts';
import { valuesAt } from '../../analysis/values-at.ts';
import type { ConcentratedPlace, ConcentrationParameters, ConcentrationSummary, TooFew } from './contract.ts';
import { type IncidentPlaces, incidentPlaces } from './incident-places.ts';
import { pointSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused } from './task.ts';

const LISTED = 100;
const CURVE_CORNERS = 400;
const HISTOGRAM = 10;
/** Bootstrap samples unless asked for. */
export const AUTOMATIC_SAMPLES = 1000;

export function runConcentration(
  study: StudyArea,
  parameters: ConcentrationParameters,
  checkpoint: Checkpoint,
): Finding {
  refuseWithoutPlaces(study, parameters);
  const counted = study.counted('auto', 'square');
  if (counted === null || study.incidents.ids.length === 0) return nothing(study, parameters);
  const places = incidentPlaces(study, counted, parameters, (done) => checkpoint(0.1 + 0.3 * done));
  checkpoint(0.4);
  const counts = countPlaces(places.of, places.count);
  checkpoint(0.42);
  const table = concentrationTable(counts, places.sizes ?? undefined);
  checkpoint(0.5);
  const { seed, confidence } = parameters;
  const samples = parameters.samples === 'auto' ? AUTOMATIC_SAMPLES : parameters.samples;
  const tooFew = floor(table);
  const sure =
    tooFew === null
      ? giniInterval(counts, {
          level: confidence,
          seed,
          samples,
          progress: (done) => checkpoint(0.5 + 0.4 * done),
        })
      : null;
  checkpoint(0.9);
  const common = pointSummary(study, table.incidents, tooFew);
  const lorenz = concentration(counts);
  checkpoint(0.91);
  const repeats = repeatPlaces(counts, parameters.place === 'position' ? null : places.count);
  const summary: ConcentrationSummary = {
    ...common,
    warnings: [...common.warnings, ...places.warnings],
    place: parameters.place,
    areaKind: places.areaKind,
    assetKinds: [...places.assetKinds],
    places: places.count,
    placesWithIncidents: table.places.length,
    gini: tooFew === null ? lorenz.gini : null,
    generalisedGini: tooFew === null ? lorenz.generalisedUnbiased : null,
    interval: sure?.interval ? [...sure.interval] : null,
    confidence,
    samples,
    seed,
    lorenz: thinned(lorenz.lorenz),
    fewest: table.fewest.map((entry) => ({ ...entry })),
    ruler: parameters.place === 'street' ? rulerOf(table) : [],
    repeatPlaces: table.counts.reduce((sum, count) => sum + (count > 1 ? 1 : 0), 0),
    incidentsOnRepeat: repeats.incidentsOnRepeat,
    histogram: histogramOf(table),
    top: topOf(study, places, table),
  };
  checkpoint(0.92);
  const columns = placeColumns(study, places, table, () => checkpoint(0.94));
  return { summary, rows: parameters.place, columns };
}

function refuseWithoutPlaces({ task }: StudyArea, { place }: ConcentrationParameters): void {
  if (place === 'street' && task.places.streets.length === 0)
    throw new Refused('There are no street lines. Import streets, or ask about positions or areas.');
  if (place === 'area' && task.places.areas.length === 0)
    throw new Refused('There are no areas. Import or draw some, or ask about positions.');
  if (place === 'asset' && task.places.assets.length === 0)
    throw new Refused('There are no community assets. Import or draw some, or ask about positions.');
}

function nothing(study: StudyArea, parameters: ConcentrationParameters): Finding {
  const { place, confidence, seed } = parameters;
  const tooFew: TooFew = { reason: 'no_incidents', found: 0, floor: CONCENTRATION_FLOOR };
  const summary: ConcentrationSummary = {
    ...pointSummary(study, 0, tooFew),
    place,
    areaKind: null,
    assetKinds: [],
    places: 0,
    placesWithIncidents: 0,
    gini: null,
    generalisedGini: null,
    interval: null,
    confidence,
    samples: 0,
    seed,
    lorenz: { places: [], incidents: [] },
    fewest: [],
    ruler: [],
    repeatPlaces: 0,
    incidentsOnRepeat: null,
    histogram: new Array<number>(HISTOGRAM).fill(0),
    top: [],
  };
  return { summary, rows: place, columns: [] };
}

function floor({ incidents, n }: ConcentrationTable): TooFew | null {
  // Nothing can lie on places that are not there.
  if (n > 0 && incidents < CONCENTRATION_FLOOR)
    return { reason: 'fewer_than_30_incidents', found: incidents, floor: CONCENTRATION_FLOOR };
  return n < 2 ? { reason: 'too_few_places', found: n, floor: 2 } : null;
}

/** Every so many corners, with both ends. */
function thinned({ places, incidents }: { places: Float64Array; incidents: Float64Array }) {
  const step = Math.max(1, Math.ceil((places.length - 1) / (CURVE_CORNERS - 1)));
  const kept = Array.from(places.keys()).filter((k) => k % step === 0 || k === places.length - 1);
  return { places: kept.map((k) => places[k]), incidents: kept.map((k) => incidents[k]) };
}

function rulerOf({ ruler }: ConcentrationTable): ConcentrationSummary['ruler'] {
  return ruler.map((mark, k) => ({
    ...mark,
    from: CONCENTRATION_RULER[k].from,
    to: CONCENTRATION_RULER[k].to,
  }));
}

function histogramOf({ counts }: ConcentrationTable): number[] {
  const histogram = new Array<number>(HISTOGRAM).fill(0);
  for (const count of counts) histogram[Math.min(count, HISTOGRAM) - 1]++;
  return histogram;
}

function topOf(study: StudyArea, places: IncidentPlaces, table: ConcentrationTable): ConcentratedPlace[] {
  const { lon, lat } = middlesOf(study, places, table.places.subarray(0, LISTED));
  return Array.from(table.places.subarray(0, LISTED), (place, i) => {
    const lines = places.linesOf(place);
    return {
      rank: i + 1,
      id: places.idOf(place),
      name: places.nameOf(place),
      incidents: table.counts[i],
      share: table.share[i],
      cumulativeShare: table.cumulativeShare[i],
      cumulativePlaces: table.cumulativePlaces[i],
      density: table.density?.[i] ?? null,
      centre: [lon[i], lat[i]],
      geometry: lines === null ? null : { type: 'MultiLineString', coordinates: lines },
    };
  });
}

function middlesOf({ incidents }: StudyArea, { x, y }: IncidentPlaces, wanted: Uint32Array) {
  const { lon, lat } = toDegrees(incidents.plane, valuesAt(x, wanted), valuesAt(y, wanted));
  return { lon: lon.map(wrapLongitude), lat };
}

function placeColumns(
  study: StudyArea,
  places: IncidentPlaces,
  table: ConcentrationTable,
  pause: () => void,
): Finding['columns'] {
  const { lon, lat } = middlesOf(study, places, table.places);
  pause();
  return [
    { name: 'place', data: table.places.map((place, i) => places.idOf(place) ?? i + 1) },
    { name: 'lon', data: lon },
    { name: 'lat', data: lat },
    { name: 'count', data: Uint32Array.from(table.counts) },
    { name: 'share', data: table.share },
    { name: 'cumulativeShare', data: table.cumulativeShare },
    { name: 'cumulativePlaces', data: table.cumulativePlaces },
    {
      name: 'density',
      data: table.density ?? new Float64Array(table.counts.length).fill(NaN),
      nullable: true,
    },
  ];
}
