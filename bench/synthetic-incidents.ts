/**
 * Seeded incidents of an imaginary city of 30 by 26 km, the same on every machine: 55 % in 60 hotspots, 37 % on a
 * street grid, 8 % near repeats of an earlier one.
 */
import { writeFileSync } from 'node:fs';
import { type IncidentColumns, MISSING } from '../analysis/incident-columns.ts';
import { type Random, seededRandom } from '../analysis/random.ts';

export const CATEGORIES = ['Theft', 'Assault', 'Burglary', 'Vandalism', 'Vehicle theft', 'Robbery', 'Arson'];
const WEIGHTS = [30, 22, 15, 14, 12, 5, 2];
const CENTRE = { lon: -90.05, lat: 35.14 };
const METRES_PER_DEGREE = { lon: 91_130, lat: 110_940 };
const HALF_WIDTH = 15_000;
const HALF_HEIGHT = 13_000;
const FIRST_MINUTE = Date.UTC(2022, 0, 3) / 60_000;
const MINUTES = 156 * 7 * 1440;

/** Metres from the centre, minutes since 1970, 1-based category. */
export interface SyntheticIncidents {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly minutes: Int32Array;
  readonly category: Uint16Array;
}

interface Spot {
  x: number;
  y: number;
  spreadX: number;
  spreadY: number;
}

export function syntheticIncidents(count: number, seed = 20_240_601): SyntheticIncidents {
  const random = seededRandom(seed);
  const spots = Array.from({ length: 60 }, () => ({
    x: (random.next() * 2 - 1) * (HALF_WIDTH - 1500),
    y: (random.next() * 2 - 1) * (HALF_HEIGHT - 1500),
    spreadX: 80 + 520 * random.next(),
    spreadY: 80 + 520 * random.next(),
  }));
  const all = {
    x: new Float64Array(count),
    y: new Float64Array(count),
    minutes: new Int32Array(count),
    category: new Uint16Array(count),
  };
  for (let i = 0; i < count; i++) {
    const share = random.next();
    if (share < 0.08 && i > 50) nearRepeat(all, i, random);
    else {
      const [x, y] = share < 0.63 ? inSpot(spots, random) : onStreet(random);
      all.x[i] = x;
      all.y[i] = y;
      all.minutes[i] = FIRST_MINUTE + random.integer(MINUTES);
      all.category[i] = pickCategory(random);
    }
  }
  return all;
}

/** Degrees of a position in metres from the centre. */
export function degreesOf(x: number, y: number): [number, number] {
  return [CENTRE.lon + x / METRES_PER_DEGREE.lon, CENTRE.lat + y / METRES_PER_DEGREE.lat];
}

/** In the layout of the store, over shared memory. */
export function syntheticColumns({ x, y, minutes, category }: SyntheticIncidents): IncidentColumns {
  const length = x.length;
  const columns = {
    length,
    id: new Uint32Array(new SharedArrayBuffer(4 * length)),
    lon: new Int32Array(new SharedArrayBuffer(4 * length)).fill(MISSING),
    lat: new Int32Array(new SharedArrayBuffer(4 * length)).fill(MISSING),
    from: new Int32Array(new SharedArrayBuffer(4 * length)),
    duration: new Uint16Array(new SharedArrayBuffer(2 * length)),
    category: new Uint16Array(new SharedArrayBuffer(2 * length)),
    flags: new Uint8Array(new SharedArrayBuffer(length)),
  };
  for (let i = 0; i < length; i++) {
    columns.id[i] = i + 1;
    const [lon, lat] = degreesOf(x[i], y[i]);
    columns.lon[i] = Math.round(lon * 1e7);
    columns.lat[i] = Math.round(lat * 1e7);
    columns.from[i] = minutes[i];
    columns.category[i] = category[i];
  }
  return columns;
}

/** id, occurred_at, category, lon, lat. */
export function writeCsv({ x, y, minutes, category }: SyntheticIncidents, file: string): void {
  const lines = ['id,occurred_at,category,lon,lat'];
  for (let i = 0; i < x.length; i++) {
    const time = new Date(minutes[i] * 60_000).toISOString().slice(0, 19);
    const [lon, lat] = degreesOf(x[i], y[i]);
    lines.push(`${i + 1},${time}Z,${CATEGORIES[category[i] - 1]},${lon.toFixed(6)},${lat.toFixed(6)}`);
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}

function nearRepeat(all: SyntheticIncidents, i: number, random: Random): void {
  const parent = random.integer(i);
  const distance = 200 * Math.sqrt(random.next());
  const angle = 2 * Math.PI * random.next();
  const [x, y] = inCity(
    all.x[parent] + distance * Math.cos(angle),
    all.y[parent] + distance * Math.sin(angle),
  );
  all.x[i] = x;
  all.y[i] = y;
  const later = all.minutes[parent] + random.integer(14 * 1440);
  all.minutes[i] = later < FIRST_MINUTE + MINUTES ? later : all.minutes[parent];
  all.category[i] = all.category[parent];
}

function inSpot(spots: readonly Spot[], random: Random): [number, number] {
  // Some spots draw far more than others.
  const spot = spots[Math.floor(spots.length * random.next() ** 2)];
  return inCity(spot.x + random.normal() * spot.spreadX, spot.y + random.normal() * spot.spreadY);
}

/** Blocks of 120 m, house numbers every 10 m. */
function onStreet(random: Random): [number, number] {
  const across = (random.next() * 2 - 1) * HALF_WIDTH * 0.99;
  const along = (random.next() * 2 - 1) * HALF_HEIGHT * 0.99;
  if (random.next() < 0.5) return [Math.round(across / 120) * 120, Math.round(along / 10) * 10];
  return [Math.round(across / 10) * 10, Math.round(along / 120) * 120];
}

function inCity(x: number, y: number): [number, number] {
  const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value));
  return [clamp(x, HALF_WIDTH - 1), clamp(y, HALF_HEIGHT - 1)];
}

function pickCategory(random: Random): number {
  let left = random.next() * WEIGHTS.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of WEIGHTS.entries()) {
    left -= weight;
    if (left < 0) return index + 1;
  }
  return WEIGHTS.length;
}
