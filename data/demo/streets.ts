import type { Random } from '../../analysis/random.ts';
import { seededRandom } from '../../analysis/random.ts';
import {
  contains,
  HALF_HEIGHT,
  HALF_WIDTH,
  type LonLat,
  neighbourhoodAt,
  onMap,
  type Plan,
  type Rectangle,
  RIVER_HALF_WIDTH,
  riverNorth,
} from './district.ts';
import { STREET_KINDS, STREET_WORDS } from './street-names.ts';

export type StreetClass = 'arterial' | 'street' | 'bridge' | 'river';
export interface Street {
  name: string;
  class: StreetClass;
  line: LonLat[];
}
/** A straight bit of a street, about 40 m: what incidents are laid on. */
export interface StreetPiece {
  name: string;
  arterial: boolean;
  from: Plan;
  to: Plan;
  middle: Plan;
  /** Metres from the beginning of the street, for house numbers. */
  start: number;
  length: number;
}

/** Open ground: no street crosses it. */
export const parks: readonly (Rectangle & { name: string })[] = [
  { name: 'Castle Park', west: -1700, south: 1300, east: -1150, north: 1900 },
  { name: 'Harbour Green', west: -3600, south: -2150, east: -2980, north: -1620 },
  { name: 'Westfield Common', west: -3750, south: 1900, east: -3050, north: 2450 },
  { name: 'Eastbrook Meadows', west: 3080, south: 1800, east: 3750, north: 2350 },
  { name: 'Market Gardens', west: 350, south: -2400, east: 860, north: -2020 },
  { name: 'Southlea Park', west: 2150, south: -2450, east: 2750, north: -1850 },
];

const EDGE = 40;
const STEP = 40;
/** Metres from the middle of the river to the walks along it, where side streets end. */
const RIVER_WALK = 130;
const BRIDGE_END = RIVER_HALF_WIDTH + 20;
/** Chance that a side street stops within one step, how many steps it then leaves out, and that a stretch was never built. */
const DEAD_END = 0.02;
const GAP_STEPS = 4;
const UNBUILT = 0.16;

/** One planned line: where it is at a given distance along, and its names on each side of the river. */
interface Line {
  at(along: number): Plan;
  from: number;
  to: number;
  arterial?: { north: string; south: string };
}

const roads: readonly Line[] = [
  upRoad(-2900, 'Westfield Road', 'Harbour Street'),
  upRoad(-600, 'North Road', 'Bridge Street'),
  upRoad(1100, 'Station Road', 'Exchange Street'),
  upRoad(2900, 'Eastern Avenue', 'Southlea Road'),
  acrossRoad(700, 'Gate Road'),
  acrossRoad(2700, 'Ring Road'),
  acrossRoad(-1500, 'Market Street'),
  acrossRoad(-2650, 'Southern Way'),
];
const riverWalks: readonly Line[] = [
  {
    at: (e) => [e, riverNorth(e) + RIVER_WALK],
    from: -3960,
    to: 3960,
    arterial: { north: 'River Walk North', south: '' },
  },
  {
    at: (e) => [e, riverNorth(e) - RIVER_WALK],
    from: -3960,
    to: 3960,
    arterial: { north: '', south: 'River Walk South' },
  },
];

function upRoad(east: number, north: string, south: string): Line {
  return {
    at: (n) => [east, n],
    from: EDGE - HALF_HEIGHT,
    to: HALF_HEIGHT - EDGE,
    arterial: { north, south },
  };
}

function acrossRoad(north: number, name: string): Line {
  return {
    at: (e) => [e, north],
    from: EDGE - HALF_WIDTH,
    to: HALF_WIDTH - EDGE,
    arterial: { north: name, south: name },
  };
}

/** Side streets in both directions, each swaying in its own way, none beside an arterial road. */
function sideStreets(random: Random): Line[] {
  const lines: Line[] = [];
  const sway = () => ({
    size: 15 + 30 * random.next(),
    phase: 6.28 * random.next(),
    reach: 260 + 240 * random.next(),
  });
  for (let east = -3880; east < HALF_WIDTH - 100; east += 165) {
    const { size, phase, reach } = sway();
    if ([-2900, -600, 1100, 2900].every((road) => Math.abs(road - east) > 80))
      lines.push({
        at: (n) => [east + size * Math.sin(n / reach + phase), n],
        from: EDGE - HALF_HEIGHT,
        to: HALF_HEIGHT - EDGE,
      });
  }
  for (let north = -3390; north < HALF_HEIGHT - 100; north += 145) {
    const { size, phase, reach } = sway();
    if ([700, 2700, -1500, -2650].every((road) => Math.abs(road - north) > 75))
      lines.push({
        at: (e) => [e, north + size * Math.sin(e / reach + phase)],
        from: EDGE - HALF_WIDTH,
        to: HALF_WIDTH - EDGE,
      });
  }
  return lines;
}

export interface StreetNetwork {
  streets: Street[];
  pieces: StreetPiece[];
}

export function layStreets(seed: number): StreetNetwork {
  const random = seededRandom(seed);
  const names = nameGiver(random);
  const network: StreetNetwork = { streets: [], pieces: [] };
  network.streets.push({ name: 'Long River', class: 'river', line: river() });
  for (const line of [...roads, ...riverWalks, ...sideStreets(random)]) layLine(line, network, names, random);
  return network;
}

function river(): LonLat[] {
  const line: LonLat[] = [];
  for (let east = -HALF_WIDTH; east <= HALF_WIDTH; east += STEP) line.push(onMap([east, riverNorth(east)]));
  return line;
}

/** Cuts a line into named streets: at the river, at parks, at neighbourhood borders and at some dead ends. */
function layLine(line: Line, network: StreetNetwork, names: () => string, random: Random): void {
  let open: { street: Street; length: number } | null = null;
  let place = '';
  let gap = 0;
  for (let along = line.from; along + STEP <= line.to; along += STEP) {
    const from = line.at(along);
    const to = line.at(along + STEP);
    const kind = kindOf(line, from, to);
    const here = kind && `${line.arterial ? neighbourhoodAt(from).bank : neighbourhoodAt(from).name} ${kind}`;
    if (!line.arterial) gap = Math.max(gap - 1, gapHere(here !== place, random));
    if (!kind || !here || gap > 0) {
      open = null;
      place = here ?? '';
      continue;
    }
    if (open === null || here !== place) {
      open = {
        street: { name: nameOf(line, kind, from, names), class: kind, line: [onMap(from)] },
        length: 0,
      };
      network.streets.push(open.street);
    }
    place = here;
    open.street.line.push(onMap(to));
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const { name } = open.street;
    if (kind !== 'bridge')
      network.pieces.push({
        name,
        arterial: !!line.arterial,
        from,
        to,
        middle: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
        start: open.length,
        length,
      });
    open.length += length;
  }
}

/** Steps a side street leaves out from here: mostly none, a few at a dead end, many where it was never built. */
function gapHere(newStretch: boolean, random: Random): number {
  if (newStretch && random.next() < UNBUILT) return 12 + random.integer(12);
  return random.next() < DEAD_END ? GAP_STEPS : 0;
}

/** What the line is between two of its places; null where it is interrupted. */
function kindOf(line: Line, from: Plan, to: Plan): 'arterial' | 'street' | 'bridge' | null {
  if (parks.some((park) => contains(park, from, -10) || contains(park, to, -10))) return null;
  if (!line.arterial) return nearRiver(from, RIVER_WALK) || nearRiver(to, RIVER_WALK) ? null : 'street';
  return nearRiver(from, BRIDGE_END) || nearRiver(to, BRIDGE_END) ? 'bridge' : 'arterial';
}

function nearRiver([east, north]: Plan, metres: number): boolean {
  return Math.abs(north - riverNorth(east)) < metres;
}

function nameOf(line: Line, kind: StreetClass, from: Plan, names: () => string): string {
  if (!line.arterial) return names();
  const name = line.arterial[neighbourhoodAt(from).bank];
  return kind === 'bridge' ? `${line.arterial.north} Bridge` : name;
}

/** Every name once, in an order of its own. */
function nameGiver(random: Random): () => string {
  const all = STREET_KINDS.flatMap((kind) => STREET_WORDS.map((word) => `${word} ${kind}`));
  for (let i = all.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [all[i], all[j]] = [all[j], all[i]];
  }
  let next = 0;
  return () => all[next++ % all.length];
}
