/**
 * The ground of the demo area: a district that does not exist, in the open Atlantic (31° W, 24° N), 8 km by 7 km.
 *
 * Everything is planned on a straight plan in metres (`east`, `north` of the centre) and then bent a little, so that streets and borders
 * look grown. The bend is smooth and never folds, so what lies inside a border on the plan lies inside it on the map.
 */
export type Plan = readonly [east: number, north: number];
export type LonLat = [number, number];
export interface Polygon {
  type: 'Polygon';
  coordinates: LonLat[][];
}

export const DISTRICT_NAME = 'Demo District (fictional)';
/** No daylight saving there, so the years of the planted counts begin and end at one clock. */
export const TIMEZONE = 'Atlantic/Cape_Verde';
/** Minutes from UTC in that zone, all year. */
export const UTC_OFFSET_MINUTES = -60;

export const HALF_WIDTH = 4000;
export const HALF_HEIGHT = 3500;
export const RIVER_HALF_WIDTH = 45;

const CENTRE: LonLat = [-31, 24];
const METRES_PER_DEGREE_EAST = 101_760;
const METRES_PER_DEGREE_NORTH = 110_760;
/** Metres between the corners of a border. */
const BORDER_STEP = 50;

/** Where a place of the plan lies on the map, to 0.1 m. */
export function onMap([east, north]: Plan): LonLat {
  const x = east + 230 * Math.sin(north / 1500 + 0.6) + 60 * Math.sin(east / 700 + north / 1900);
  const y = north + 240 * Math.sin(east / 1700 - 0.4) + 60 * Math.sin(north / 800 - east / 1500);
  return [
    toMicroDegrees(CENTRE[0] + x / METRES_PER_DEGREE_EAST),
    toMicroDegrees(CENTRE[1] + y / METRES_PER_DEGREE_NORTH),
  ];
}

function toMicroDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Metres between two places of the map; good to a few centimetres within the district. */
export function metresBetween(a: LonLat, b: LonLat): number {
  return Math.hypot((a[0] - b[0]) * METRES_PER_DEGREE_EAST, (a[1] - b[1]) * METRES_PER_DEGREE_NORTH);
}

/** The middle of the river, which crosses the district from west to east. */
export function riverNorth(east: number): number {
  return -500 + 380 * Math.sin(east / 1400 + 0.3) + 90 * Math.sin(east / 520);
}

export interface Neighbourhood {
  name: string;
  bank: 'north' | 'south';
  west: number;
  east: number;
  population: number;
  dwellings: number;
}

export const neighbourhoods: readonly Neighbourhood[] = [
  { name: 'Westfield', bank: 'north', west: -4000, east: -2000, population: 8640, dwellings: 3710 },
  { name: 'Northgate', bank: 'north', west: -2000, east: 200, population: 12_180, dwellings: 5060 },
  { name: 'Station Quarter', bank: 'north', west: 200, east: 2100, population: 9970, dwellings: 5230 },
  { name: 'Eastbrook', bank: 'north', west: 2100, east: 4000, population: 7310, dwellings: 2840 },
  { name: 'Old Harbour', bank: 'south', west: -4000, east: -2300, population: 4890, dwellings: 2660 },
  { name: 'Riverside', bank: 'south', west: -2300, east: -300, population: 8050, dwellings: 3970 },
  { name: 'Market Ward', bank: 'south', west: -300, east: 1700, population: 6720, dwellings: 3880 },
  { name: 'Southlea', bank: 'south', west: 1700, east: 4000, population: 9440, dwellings: 3590 },
];

/** The neighbourhood a place of the plan belongs to. */
export function neighbourhoodAt([east, north]: Plan): Neighbourhood {
  const bank = north >= riverNorth(east) ? 'north' : 'south';
  const found = neighbourhoods.find((n) => n.bank === bank && east >= n.west && east < n.east);
  return found ?? neighbourhoods[bank === 'north' ? 3 : 7];
}

/** Its border. Neighbours share every corner of their common border, so together they tile the district. */
export function neighbourhoodBorder({ bank, west, east }: Neighbourhood): Polygon {
  const river = alongRiver(west, east);
  if (bank === 'north')
    return closed([
      ...river,
      ...upwards(east, riverNorth(east), HALF_HEIGHT),
      ...eastwards(HALF_HEIGHT, west, east).reverse(),
      ...upwards(west, riverNorth(west), HALF_HEIGHT).reverse(),
    ]);
  return closed([
    ...eastwards(-HALF_HEIGHT, west, east),
    ...upwards(east, -HALF_HEIGHT, riverNorth(east)),
    ...river.reverse(),
    ...upwards(west, -HALF_HEIGHT, riverNorth(west)).reverse(),
  ]);
}

export function districtBorder(): Polygon {
  const side = (east: number) => [
    ...upwards(east, -HALF_HEIGHT, riverNorth(east)),
    ...upwards(east, riverNorth(east), HALF_HEIGHT),
  ];
  return closed([
    ...eastwards(-HALF_HEIGHT, -HALF_WIDTH, HALF_WIDTH),
    ...side(HALF_WIDTH),
    ...eastwards(HALF_HEIGHT, -HALF_WIDTH, HALF_WIDTH).reverse(),
    ...side(-HALF_WIDTH).reverse(),
  ]);
}

export interface Rectangle {
  west: number;
  south: number;
  east: number;
  north: number;
}

export function contains(box: Rectangle, [east, north]: Plan, margin = 0): boolean {
  return (
    east > box.west + margin &&
    east < box.east - margin &&
    north > box.south + margin &&
    north < box.north - margin
  );
}

/** A rectangle of the plan as it lies on the map, with or without a rectangle cut out of it. */
export function rectangleBorder(box: Rectangle, hole?: Rectangle): Polygon {
  const outer = closed(rectangleCorners(box));
  if (!hole) return outer;
  const inner = closed(rectangleCorners(hole)).coordinates[0].reverse();
  return { type: 'Polygon', coordinates: [...outer.coordinates, inner] };
}

function rectangleCorners(box: Rectangle): Plan[] {
  return [
    ...eastwards(box.south, box.west, box.east),
    ...upwards(box.east, box.south, box.north),
    ...eastwards(box.north, box.west, box.east).reverse(),
    ...upwards(box.west, box.south, box.north).reverse(),
  ];
}

function alongRiver(west: number, east: number): Plan[] {
  return stops(west, east).map((at) => [at, riverNorth(at)]);
}

function eastwards(north: number, west: number, east: number): Plan[] {
  return stops(west, east).map((at) => [at, north]);
}

function upwards(east: number, south: number, north: number): Plan[] {
  return stops(south, north).map((at) => [east, at]);
}

/** Both ends and every multiple of the step between them, so that neighbours meet corner on corner. */
function stops(from: number, to: number): number[] {
  const between: number[] = [];
  for (let at = (Math.floor(from / BORDER_STEP) + 1) * BORDER_STEP; at < to; at += BORDER_STEP)
    between.push(at);
  return [from, ...between, to];
}

/** On the map, without repeated corners, ending where it began. */
function closed(corners: Plan[]): Polygon {
  const ring: LonLat[] = [];
  for (const corner of corners.map(onMap)) if (!samePlace(ring.at(-1), corner)) ring.push(corner);
  if (!samePlace(ring[0], ring[ring.length - 1])) ring.push([...ring[0]]);
  return { type: 'Polygon', coordinates: [ring] };
}

function samePlace(a: LonLat | undefined, b: LonLat): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1];
}
