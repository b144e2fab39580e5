import { type Random, seededRandom } from '../../analysis/random.ts';
import { drawTime, FIRST_YEAR, LAST_YEAR, PERIOD_END, PERIOD_START, steady, yearStart } from './clock.ts';
import { type LonLat, neighbourhoodAt, type Plan, UTC_OFFSET_MINUTES } from './district.ts';
import type { Draft } from './draft.ts';
import { hotspots, type PlantedHotspot } from './hotspots.ts';
import { type Kind, kindOfCode, kinds } from './kinds.ts';
import { nearRepeatsOf } from './near-repeats.ts';
import {
  BUS_ROADS,
  BUS_STOPS_NORTH,
  EVALUATION_AREAS,
  type EvaluationArea,
  isInside,
  isReserved,
  plannedThefts,
  THEFT,
} from './north-road.ts';
import { around, type Spot, StreetSampler } from './street-sampler.ts';
import type { StreetPiece } from './streets.ts';

export const INCIDENTS = 40_000;
const BACKGROUND_BURGLARIES = 1900;
const UNLOCATED_SHARE = 0.025;
const STREET_ONLY_SHARE = 0.04;
const DATE_ONLY_SHARE = 0.02;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Times are seconds since 1970 UTC. */
export interface DemoIncident {
  sourceId: string;
  category: string;
  occurredFrom: number;
  occurredTo: number | null;
  reportedAt: number;
  position: LonLat | null;
  accuracyM: number | null;
  locationMethod: 'address' | 'street' | null;
  placeText: string;
  dateOnly: boolean;
}

export function makeIncidents(pieces: readonly StreetPiece[], seed: number): DemoIncident[] {
  const random = seededRandom(seed);
  const drafts = [
    ...hotspots.flatMap((hotspot) => inHotspot(hotspot, pieces, random)),
    ...EVALUATION_AREAS.flatMap((area) => theftsOf(area, pieces, random)),
    ...inBackground([kindOfCode('burglary')], BACKGROUND_BURGLARIES, pieces, random),
  ];
  drafts.push(...nearRepeatsOf(drafts, pieces, random));
  const others = kinds.filter(({ code }) => code !== 'burglary');
  drafts.push(...inBackground(others, INCIDENTS - drafts.length, pieces, random));
  return numbered(drafts.map((draft) => asRecorded(draft, random)));
}

function inHotspot(hotspot: PlantedHotspot, pieces: readonly StreetPiece[], random: Random): Draft[] {
  const streets = new StreetSampler(pieces, around(hotspot.centre, hotspot.spread));
  const mix = Object.entries(hotspot.mix);
  return repeat(hotspot.incidents, () => {
    const kind = kindOfCode(weighted(mix, ([, weight]) => weight, random)[0]);
    const time = drawTime(random, kind.rhythm, kind.season, hotspot.trend);
    return { kind, time, spot: streets.draw(random), exact: false };
  });
}

/** Spread over the whole district: more where more people live, more on the roads a category prefers. */
function inBackground(
  of: readonly Kind[],
  count: number,
  pieces: readonly StreetPiece[],
  random: Random,
): Draft[] {
  const streets = new Map(of.map((kind) => [kind, new StreetSampler(pieces, backgroundWeight(kind))]));
  return repeat(count, () => {
    const kind = weighted(of, ({ share }) => share, random);
    const time = drawTime(random, kind.rhythm, kind.season, steady);
    const draw = () => streets.get(kind)!.draw(random);
    const spot = kind.code === THEFT ? drawUntil(draw, ({ plan }) => !isReserved(plan)) : draw();
    return { kind, time, spot, exact: false };
  });
}

function backgroundWeight(kind: Kind): (piece: StreetPiece) => number {
  return (piece) => (piece.arterial ? kind.arterial : 1) * neighbourhoodAt(piece.middle).dwellings;
}

function theftsOf(area: EvaluationArea, pieces: readonly StreetPiece[], random: Random): Draft[] {
  const kind = kindOfCode(THEFT);
  const streets = new StreetSampler(pieces, theftWeight(area));
  return Object.entries(plannedThefts[area]).flatMap(([year, count]) => {
    const onlyThisYear = (month: number) => (FIRST_YEAR + Math.floor(month / 12) === Number(year) ? 1 : 0);
    return repeat(count, () => ({
      kind,
      time: drawTime(random, kind.rhythm, kind.season, onlyThisYear),
      spot: drawUntil(
        () => streets.draw(random),
        ({ plan }) => isInside(area, plan),
      ),
      exact: true,
    }));
  });
}

/** At the bus stops in the treated area and its control; anywhere, rather on the road, in the two surroundings. */
function theftWeight(area: EvaluationArea): (piece: StreetPiece) => number {
  if (area === 'buffer' || area === 'control buffer')
    return (piece) => (isInside(area, piece.middle) ? (piece.arterial ? 4 : 1) : 0);
  const road = BUS_ROADS[area];
  const nearStops = BUS_STOPS_NORTH.map((north) => around([road, north], 45));
  return (piece) => {
    const onRoad = piece.arterial && Math.abs(piece.middle[0] - road) < 1;
    return onRoad ? nearStops.reduce((sum, near) => sum + near(piece), 0) : 0;
  };
}

function asRecorded({ kind, time, spot, exact }: Draft, random: Random): Omit<DemoIncident, 'sourceId'> {
  const unlocated = !exact && random.next() < UNLOCATED_SHARE;
  const streetOnly = !exact && random.next() < STREET_ONLY_SHARE;
  const dateOnly = !exact && kind.known === 'moment' && random.next() < DATE_ONLY_SHARE;
  const [from, to] = dateOnly ? wholeDay(time) : knownSpan(kind, time, exact, random);
  return {
    category: kind.code,
    occurredFrom: from,
    occurredTo: to,
    reportedAt: (to ?? time) + delay(kind, random),
    position: unlocated ? null : spot.position,
    accuracyM: unlocated ? null : streetOnly ? 150 : 15,
    locationMethod: unlocated ? null : streetOnly ? 'street' : 'address',
    placeText: unlocated ? 'not stated' : streetOnly ? spot.streetName : spot.placeText,
    dateOnly,
  };
}

/** From when nothing had happened yet until it was found; the same moment twice where that is known. */
function knownSpan(kind: Kind, time: number, exact: boolean, random: Random): [number, number | null] {
  const momentKnown = kind.known === 'absence' ? 0.25 : 0.2;
  if (exact || kind.known === 'moment' || random.next() < momentKnown) return [time, time];
  const span = kind.known === 'absence' ? hoursAway(random) : 1 + 11 * random.next();
  const before = random.next();
  const from = toMinute(Math.max(PERIOD_START, time - before * span * HOUR));
  const to = toMinute(Math.min(PERIOD_END - MINUTE, time + (1 - before) * span * HOUR));
  return [from, kind.known === 'absence' && random.next() < 0.03 ? null : Math.max(from, to)];
}

function hoursAway(random: Random): number {
  const u = random.next();
  if (u < 0.55) return 2 + 9 * random.next();
  return u < 0.85 ? 8 + 6 * random.next() : 24 + 48 * random.next();
}

function wholeDay(time: number): [number, number] {
  const local = time + UTC_OFFSET_MINUTES * MINUTE;
  const midnight = Math.floor(local / DAY) * DAY - UTC_OFFSET_MINUTES * MINUTE;
  return [midnight, midnight + DAY - MINUTE];
}

/** Seconds until the report: mostly within the hour, sometimes days. */
function delay(kind: Kind, random: Random): number {
  const mean = kind.known === 'moment' ? 2 * HOUR : 5 * HOUR;
  return toMinute(MINUTE - mean * Math.log(1 - random.next()));
}

/** In the order of their times, each with the number an agency would give it. */
function numbered(incidents: Omit<DemoIncident, 'sourceId'>[]): DemoIncident[] {
  const sorted = incidents.toSorted((a, b) => a.occurredFrom - b.occurredFrom);
  let year = FIRST_YEAR;
  let number = 0;
  return sorted.map((incident) => {
    while (year < LAST_YEAR && incident.occurredFrom >= yearStart(year + 1)) {
      year++;
      number = 0;
    }
    number++;
    return { sourceId: `DEMO-${year}-${String(number).padStart(5, '0')}`, ...incident };
  });
}

function toMinute(seconds: number): number {
  return Math.floor(seconds / MINUTE) * MINUTE;
}

function repeat<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

function drawUntil(draw: () => Spot, fits: (spot: { plan: Plan }) => boolean): Spot {
  for (;;) {
    const spot = draw();
    if (fits(spot)) return spot;
  }
}

function weighted<T>(items: readonly T[], weight: (item: T) => number, random: Random): T {
  let left = random.next() * items.reduce((sum, item) => sum + weight(item), 0);
  for (const item of items) {
    left -= weight(item);
    if (left < 0) return item;
  }
  return items[items.length - 1];
}
