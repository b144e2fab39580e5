import {
  type AreaRates,
  areaRates,
  RATE_GIVEN,
  RATE_NO_POPULATION,
  RATE_SMALL_POPULATION,
} from '../../analysis/area-rates.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { busiest, countsDefaults, countsFloor, halfOf } from './busiest-places.ts';
import type { CountedPlace, CountsParameters, CountsSummary, RunWarning } from './contract.ts';
import { type AreasOfKind, areasOfKind } from './counted-areas.ts';
import { type DataPeriod, dataPeriod } from './data-period.ts';
import { harmColumns, harmOfPlace, type PlaceHarm, placeHarm } from './place-harm.ts';
import { pointSummary, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, Refused } from './task.ts';

const LISTED = 200;
const DAYS_A_YEAR = 365.25;
/** Of fewer days a rate a year knows nothing of the other seasons. */
const WHOLE_YEAR = 365;
/** Besides those of analysis/area-rates.ts. */
const RATE_CUT_OFF = 3;
const RATE_NO_PERIOD = 4;

/** Incidents in areas of one kind, and the rate where people live in them. */
export function countOnAreas(
  study: StudyArea,
  parameters: CountsParameters,
  checkpoint: Checkpoint,
): Finding {
  if (study.task.places.areas.length === 0)
    throw new Refused('There are no areas. Import or draw some, or count on cells.');
  const areas = areasOfKind(study, parameters.areaKind, (done) => checkpoint(0.1 + 0.6 * done));
  checkpoint(0.7);
  const period = dataPeriod(study.task, parameters.timezone);
  const rates = ratesOf(areas, period, parameters);
  const show = shownOf(parameters, rates);
  const harm = harmOfAreas(study, areas, parameters);
  const values = valuesOf(areas, rates, harm, show);
  const summary: CountsSummary = {
    ...pointSummary(study, areas.n, countsFloor(areas.n)),
    ...countsDefaults(parameters),
    outside: study.incidents.stray + study.incidents.ids.length - areas.n,
    areaKind: areas.kind,
    show,
    weight: harm?.mapped ? 'harm' : 'count',
    harm: harm?.figures ?? null,
    counted: areas.areas.length,
    withIncidents: areas.counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    regionKm2: areas.km2.reduce((sum, km2) => sum + km2, 0),
    half: areas.overlapping > 0 ? null : halfOf(areas.counts, (i) => areas.km2[i]),
    period,
    ...regionOf(areas, rates),
    places: listed(study, areas, rates, harm, values),
  };
  summary.warnings.push(...warningsOf(study, areas, rates, show, period));
  return { summary, rows: 'area', columns: columnsOf(study, areas, rates, harm) };
}

interface Rates extends Pick<AreaRates, 'rate' | 'low' | 'high' | 'classes' | 'regionRate'> {
  readonly status: Uint16Array;
  /** What one incident adds to the rate of each area. */
  readonly perPerson: Float64Array;
}

/** An area that is cut off has its residents, but not all of its incidents. */
function ratesOf(
  { counts, areas, cutOff }: AreasOfKind,
  period: DataPeriod | null,
  { confidence, leastPopulation }: CountsParameters,
): Rates {
  const people = areas.map(({ population }, i) => (cutOff[i] || period === null ? 0 : (population ?? 0)));
  const per = (1000 * DAYS_A_YEAR) / (period?.days ?? DAYS_A_YEAR);
  const rates = areaRates(counts, people, { level: confidence, per, leastPopulation });
  const status = Uint16Array.from(rates.status, (status, i) => {
    if (!((areas[i].population ?? 0) > 0)) return RATE_NO_POPULATION;
    if (cutOff[i]) return RATE_CUT_OFF;
    return period === null ? RATE_NO_PERIOD : status;
  });
  const perPerson = Float64Array.from(people, (number) => per / number);
  return { ...rates, status, perPerson };
}

const hasRate = ({ status }: Rates): boolean => status.includes(RATE_GIVEN);

function shownOf({ show }: CountsParameters, rates: Rates): CountsSummary['show'] {
  return show === 'auto' ? (hasRate(rates) ? 'rate' : 'density') : show;
}

function harmOfAreas(
  study: StudyArea,
  { members, memberOf, times, areas }: AreasOfKind,
  { weight }: CountsParameters,
): PlaceHarm | null {
  if (weight !== 'harm') return null;
  const isIn = (incident: number) => times[incident] > 0;
  return placeHarm(study, { placeOf: memberOf, incidents: members, isIn }, areas.length);
}

/** What colours the areas, and ranks them. */
function valuesOf(
  { counts, km2 }: AreasOfKind,
  rates: Rates,
  harm: PlaceHarm | null,
  show: CountsSummary['show'],
): Float64Array {
  const amounts = harm?.mapped ? harm.harm : counts;
  if (show === 'rate') return harm?.mapped ? harmRates(harm, rates) : rates.rate;
  return show === 'count' ? amounts : amounts.map((amount, i) => amount / km2[i]);
}

/** NaN without a rate. */
function harmRates({ harm }: PlaceHarm, { status, perPerson }: Rates): Float64Array {
  return harm.map((sum, i) => (status[i] === RATE_GIVEN ? sum * perPerson[i] : NaN));
}

function regionOf({ areas, counts }: AreasOfKind, { status, regionRate }: Rates) {
  const found = { population: 0, withRate: 0, incidentsWithoutRate: 0 };
  areas.forEach(({ population }, i) => {
    if (status[i] === RATE_GIVEN) {
      found.withRate++;
      found.population += population ?? 0;
    } else found.incidentsWithoutRate += counts[i];
  });
  const any = found.withRate > 0;
  return { ...found, population: any ? found.population : null, regionRate: any ? regionRate : null };
}

function warningsOf(
  { incidents }: StudyArea,
  areas: AreasOfKind,
  rates: Rates,
  show: CountsSummary['show'],
  period: DataPeriod | null,
): RunWarning[] {
  const warnings: RunWarning[] = [];
  const warn = (code: RunWarning['code'], value: number) => {
    if (value > 0) warnings.push({ code, value });
  };
  const having = (wanted: number) => rates.status.reduce((sum, status) => sum + Number(status === wanted), 0);
  warn('outside_areas', incidents.ids.length - areas.n);
  warn('areas_overlap', areas.overlapping);
  warn('areas_cut_off', having(RATE_CUT_OFF));
  warn('rate_small_population', having(RATE_SMALL_POPULATION));
  // Where no area has a population nobody expects a rate, unless it was asked for.
  if (hasRate(rates) || show === 'rate') warn('rate_without_population', having(RATE_NO_POPULATION));
  if (hasRate(rates) && period !== null && period.days < WHOLE_YEAR) warn('short_period', period.days);
  const withIncidents = areas.counts.reduce((sum, count) => sum + Number(count > 0), 0);
  if (withIncidents > LISTED) warn('list_shortened', withIncidents);
  return warnings;
}

const orNull = (figure: number): number | null => (Number.isNaN(figure) ? null : figure);

function listed(
  study: StudyArea,
  areas: AreasOfKind,
  rates: Rates,
  harm: PlaceHarm | null,
  values: Float64Array,
): CountedPlace[] {
  const { counts, km2, n, bounds } = areas;
  const { lon, lat } = middlesOf(study, areas);
  const ground = km2.reduce((sum, size) => sum + size, 0);
  const harmRate = harm?.mapped ? harmRates(harm, rates) : null;
  return busiest(counts, values, (i) => areas.areas[i].id, LISTED).map(
    (i, rank): CountedPlace => ({
      rank: rank + 1,
      place: areas.areas[i].id,
      placeName: areas.areas[i].name,
      incidents: counts[i],
      shareOfIncidents: counts[i] / n,
      areaKm2: km2[i],
      shareOfArea: km2[i] / ground,
      population: areas.areas[i].population,
      rate: orNull(rates.rate[i]),
      low: orNull(rates.low[i]),
      high: orNull(rates.high[i]),
      ...harmOfPlace(harm, i),
      harmRate: harmRate === null ? null : orNull(harmRate[i]),
      centre: [lon[i], lat[i]],
      bounds: bounds[i],
    }),
  );
}

function middlesOf({ incidents }: StudyArea, { x, y }: AreasOfKind) {
  const { lon, lat } = toDegrees(incidents.plane, x, y);
  return { lon: lon.map(wrapLongitude), lat };
}

function columnsOf(
  study: StudyArea,
  areas: AreasOfKind,
  rates: Rates,
  harm: PlaceHarm | null,
): Finding['columns'] {
  const { lon, lat } = middlesOf(study, areas);
  const people = Float64Array.from(areas.areas, ({ population }) => population ?? NaN);
  return [
    { name: 'place', data: Uint32Array.from(areas.areas, ({ id }) => id) },
    { name: 'lon', data: lon },
    { name: 'lat', data: lat },
    { name: 'count', data: Uint32Array.from(areas.counts) },
    { name: 'km2', data: areas.km2 },
    { name: 'population', data: people, nullable: true },
    { name: 'rate', data: rates.rate, nullable: true },
    { name: 'low', data: rates.low, nullable: true },
    { name: 'high', data: rates.high, nullable: true },
    { name: 'rateStatus', data: rates.status },
    { name: 'class', data: rates.classes },
    ...harmColumns(harm),
    ...(harm?.mapped ? [{ name: 'harmRate', data: harmRates(harm, rates), nullable: true }] : []),
  ];
}
