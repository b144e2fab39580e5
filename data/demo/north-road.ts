/**
 * "Thefts at the bus stops along North Road": the worked case of an evaluation. In the four areas the yearly counts of theft from the
 * person are exactly those of the published example (Wheeler & Ratcliffe 2018): before is 2024, after is 2025.
 */
import { contains, type Plan, type Polygon, type Rectangle, rectangleBorder } from './district.ts';

export const THEFT = 'theft-from-person';

export const EVALUATION_AREAS = ['treated', 'buffer', 'control', 'control buffer'] as const;
export type EvaluationArea = (typeof EVALUATION_AREAS)[number];

/** Incidents of the category in each year; 2023 is there so that a trend can be seen. */
export const plannedThefts: Record<EvaluationArea, Record<number, number>> = {
  treated: { 2023: 201, 2024: 207, 2025: 110 },
  buffer: { 2023: 171, 2024: 178, 2025: 157 },
  control: { 2023: 296, 2024: 308, 2025: 318 },
  'control buffer': { 2023: 146, 2024: 150, 2025: 140 },
};

const treated: Rectangle = { west: -720, south: 1250, east: -480, north: 2350 };
const treatedSurroundings: Rectangle = { west: -980, south: 1000, east: -220, north: 2600 };
const control: Rectangle = { west: 980, south: 1250, east: 1220, north: 2350 };
const controlSurroundings: Rectangle = { west: 720, south: 1000, east: 1480, north: 2600 };

export const evaluationBorders: Record<EvaluationArea, Polygon> = {
  treated: rectangleBorder(treated),
  buffer: rectangleBorder(treatedSurroundings, treated),
  control: rectangleBorder(control),
  'control buffer': rectangleBorder(controlSurroundings, control),
};

/** Metres a planted incident keeps from the borders, so that no rounding moves it across. */
const MARGIN = 12;

/** Well inside one of the four areas. */
export function isInside(area: EvaluationArea, place: Plan): boolean {
  if (area === 'treated') return contains(treated, place, MARGIN);
  if (area === 'control') return contains(control, place, MARGIN);
  const [outer, inner] = area === 'buffer' ? [treatedSurroundings, treated] : [controlSurroundings, control];
  return contains(outer, place, MARGIN) && !contains(inner, place, -MARGIN);
}

/** In or close to the four areas, where only planned thefts from the person may lie. */
export function isReserved(place: Plan): boolean {
  return contains(treatedSurroundings, place, -MARGIN) || contains(controlSurroundings, place, -MARGIN);
}

/** Where North Road and Station Road run in the areas, and how far apart their bus stops are. */
export const BUS_ROADS = { treated: -600, control: 1100 };
export const BUS_STOPS_NORTH: readonly number[] = [1340, 1560, 1780, 2000, 2220];
