/** Where incidents are: x and y in metres, or longitude and latitude, which become metres once. */
import { DEGREE } from '../../../analysis/incident-columns.ts';
import { middleOf, type PointSet } from '../../../analysis/point-set.ts';
import { type Plane, toDegrees, toPlane } from '../../../analysis/projection.ts';
import { withoutStrays } from '../../../analysis/stray-positions.ts';
import type { Warning } from '../../../analysis/warning.ts';
import { type Column, numbersOf, pickRows } from './column.ts';
import { optionalColumn } from './option.ts';
import { RefusedInput } from './refusals.ts';

export const POSITION = {
  x: optionalColumn('column of the position eastwards', { usual: ['x'], unit: 'metres' }),
  y: optionalColumn('column of the position northwards', { usual: ['y'], unit: 'metres' }),
  lon: optionalColumn('column of the longitude, instead of --x', {
    usual: ['lon', 'lng', 'long', 'longitude'],
    unit: 'degrees',
  }),
  lat: optionalColumn('column of the latitude, instead of --y', {
    usual: ['lat', 'latitude'],
    unit: 'degrees',
  }),
};

export interface PositionColumns {
  readonly x: Column | null;
  readonly y: Column | null;
  readonly lon: Column | null;
  readonly lat: Column | null;
}

export interface Located {
  readonly points: PointSet;
  /** Null when the file itself has metres. */
  readonly plane: Plane | null;
}

export function located(columns: PositionColumns): Located {
  const { x, y, lon, lat } = columns;
  if (x !== null && y !== null) return { points: { x: numbersOf(x), y: numbersOf(y) }, plane: null };
  if (lon === null || lat === null) throw new RangeError('positions need two columns, got fewer');
  const east = degreesOf(lon, 180);
  const north = degreesOf(lat, 90);
  const plane = middleOf(east, north, DEGREE) ?? { lon: 0, lat: 0 };
  return { points: toPlane(plane, east, north, DEGREE), plane };
}

/** Positions a region is laid around: a wrong coordinate must not stretch it over half a country. */
export interface Reachable extends Located {
  /** Rows that are left; null when none is stray. */
  readonly rows: Uint32Array | null;
  readonly warnings: readonly Warning[];
}

/** The incidents without those so far from all others that they cannot belong, as the workbench leaves them out. */
export function reachable(columns: PositionColumns): Reachable {
  const { x, y, lon, lat } = columns;
  const rows =
    x !== null && y !== null
      ? // On a plane there is nothing to narrow towards the poles.
        withoutStrays(numbersOf(x), numbersOf(y), Infinity)
      : lon !== null && lat !== null
        ? withoutStrays(degreesOf(lon, 180), degreesOf(lat, 90), DEGREE)
        : null;
  if (rows === null) return { ...located(columns), rows, warnings: [] };
  const kept = {
    x: pickRows(x, rows),
    y: pickRows(y, rows),
    lon: pickRows(lon, rows),
    lat: pickRows(lat, rows),
  };
  const all = (x ?? lon)?.cells.length ?? 0;
  return { ...located(kept), rows, warnings: [{ code: 'stray_positions', value: all - rows.length }] };
}

/** Whole units of 10^-7 degrees, as the store keeps them, so that both give the same digits. */
function degreesOf(column: Column, most: number): Float64Array {
  const degrees = numbersOf(column);
  const outside = degrees.findIndex((value) => Math.abs(value) > most);
  if (outside >= 0)
    throw new RefusedInput(
      `Line ${column.lines[outside]} has no degrees in the column of --${column.option}: positions in metres are read with --x and --y.`,
    );
  return degrees.map((value) => Math.round(value * DEGREE));
}

/** Middles of cells or clusters under the names the file itself uses. */
export function placed({ plane }: Located, { x, y }: PointSet): Record<string, Float64Array> {
  if (plane === null) return { x, y };
  const { lon, lat } = toDegrees(plane, x, y);
  return { lon, lat };
}

/** One position, under the same names. */
export function placedAt(places: Located, x: number, y: number): Record<string, number> {
  const columns = placed(places, { x: Float64Array.of(x), y: Float64Array.of(y) });
  return Object.fromEntries(Object.entries(columns).map(([name, [value]]) => [name, value]));
}
