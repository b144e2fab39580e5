import { type Random, seededRandom } from '../../analysis/random.ts';
import { type LonLat, neighbourhoodAt, neighbourhoods, onMap, type Plan } from './district.ts';
import { BUS_ROADS, BUS_STOPS_NORTH } from './north-road.ts';
import { StreetSampler } from './street-sampler.ts';
import { parks, type StreetPiece } from './streets.ts';

export interface DemoAsset {
  sourceId: string;
  kind: string;
  name: string;
  position: LonLat;
}

/**
 * What stands along the streets, and how many of each. Women's spaces, shelters and safe houses are missing on purpose:
 * a place that protects people is not put on a map.
 */
const alongStreets: readonly { kind: string; name: string; count: number; onRoads: boolean }[] = [
  { kind: 'school', name: 'School', count: 12, onRoads: false },
  { kind: 'clinic', name: 'Clinic', count: 6, onRoads: true },
  { kind: 'police_post', name: 'Police post', count: 3, onRoads: true },
  { kind: 'legal_aid', name: 'Legal aid office', count: 2, onRoads: true },
  { kind: 'youth_centre', name: 'Youth centre', count: 5, onRoads: false },
  { kind: 'faith', name: 'House of prayer', count: 10, onRoads: false },
  { kind: 'water_point', name: 'Water point', count: 6, onRoads: false },
  { kind: 'street_light', name: 'Street light', count: 12, onRoads: false },
  { kind: 'cctv', name: 'Camera', count: 8, onRoads: true },
  { kind: 'path', name: 'Foot path', count: 4, onRoads: false },
  { kind: 'vacant_building', name: 'Vacant building', count: 9, onRoads: false },
  { kind: 'waste_point', name: 'Waste point', count: 7, onRoads: false },
  { kind: 'other', name: 'Community hall', count: 5, onRoads: false },
];

/** Places that belong where they are. */
const fixed: readonly { kind: string; name: string; at: Plan }[] = [
  { kind: 'market', name: 'Market Street market', at: [640, -1470] },
  { kind: 'market', name: 'Harbour fish market', at: [-3150, -1330] },
  { kind: 'market', name: 'Northgate Saturday market', at: [-700, 760] },
  { kind: 'checkpoint', name: 'Harbour gate', at: [-3880, -1460] },
  { kind: 'transport_stop', name: 'Central station', at: [1130, 610] },
  ...parks.map(({ name, west, south, east, north }) => ({
    kind: 'park',
    name,
    at: [(west + east) / 2, (south + north) / 2] as const,
  })),
  ...busStops('North Road', BUS_ROADS.treated, [980, ...BUS_STOPS_NORTH, 2440, 2660]),
  ...busStops('Station Road', BUS_ROADS.control, [980, ...BUS_STOPS_NORTH, 2440, 2660]),
  ...busStops('Harbour Street', -2900, [-1300, -2500]),
  ...busStops('Southlea Road', 2900, [-1600, -2800]),
];

function busStops(road: string, east: number, norths: readonly number[]) {
  return norths.map((north, index) => ({
    kind: 'transport_stop',
    name: `Bus stop ${road} ${index + 1}`,
    at: [east + 8, north] as const,
  }));
}

export function placeAssets(pieces: readonly StreetPiece[], seed: number): DemoAsset[] {
  const random = seededRandom(seed);
  const placed = [...fixed.map(({ kind, name, at }) => ({ kind, name, position: onMap(at) }))];
  for (const { kind, name, count, onRoads } of alongStreets)
    for (let i = 0; i < count; i++) placed.push({ kind, ...alongStreet(name, i, onRoads, pieces, random) });
  return placed.map((asset, index) => ({
    sourceId: `ASSET-${String(index + 1).padStart(3, '0')}`,
    ...asset,
  }));
}

/** One neighbourhood after the other, so that none goes without. */
function alongStreet(
  name: string,
  turn: number,
  onRoads: boolean,
  pieces: readonly StreetPiece[],
  random: Random,
): { name: string; position: LonLat } {
  const home = neighbourhoods[(turn * 3 + name.length) % neighbourhoods.length];
  const streets = new StreetSampler(pieces, (piece) =>
    neighbourhoodAt(piece.middle) === home && (!onRoads || piece.arterial) ? 1 : 0,
  );
  const { position, streetName } = streets.draw(random);
  return { name: `${name}, ${streetName}`, position };
}
