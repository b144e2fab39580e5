import type { RefusalReason, RowFlag } from './contract.ts';
import { ROW_FLAGS } from './contract.ts';

export type Verdict = 'stored' | 'unlocated' | RefusalReason;

/** Flags of one row as bits, by their place in ROW_FLAGS. */
export function flagBit(flag: RowFlag): number {
  return 1 << ROW_FLAGS.indexOf(flag);
}

/** The counts of a load while it runs. read = stored + unlocated + duplicates + all refused. */
export interface Tally {
  read: number;
  stored: number;
  unlocated: number;
  duplicates: number;
  refused: Record<string, number>;
  /** Rows stored or unlocated, by ROW_FLAGS. */
  flagCounts: number[];
  west: number;
  south: number;
  east: number;
  north: number;
  /** UTC seconds. */
  first: number;
  last: number;
}

export function newTally(): Tally {
  return {
    read: 0,
    stored: 0,
    unlocated: 0,
    duplicates: 0,
    refused: {},
    flagCounts: ROW_FLAGS.map(() => 0),
    west: Infinity,
    south: Infinity,
    east: -Infinity,
    north: -Infinity,
    first: Infinity,
    last: -Infinity,
  };
}

export function countRefused(tally: Tally, reason: RefusalReason): void {
  tally.refused[reason] = (tally.refused[reason] ?? 0) + 1;
}

export function countFlags(tally: Tally, marks: number): void {
  for (let bit = 0, left = marks; left !== 0; bit++, left >>>= 1) if (left & 1) tally.flagCounts[bit]++;
}

export function countPosition(tally: Tally, lon: number, lat: number): void {
  if (lon < tally.west) tally.west = lon;
  if (lon > tally.east) tally.east = lon;
  if (lat < tally.south) tally.south = lat;
  if (lat > tally.north) tally.north = lat;
}

export function countTime(tally: Tally, seconds: number): void {
  if (seconds < tally.first) tally.first = seconds;
  if (seconds > tally.last) tally.last = seconds;
}

export function flagged(tally: Tally): Record<string, number> {
  return Object.fromEntries(
    ROW_FLAGS.map((flag, i) => [flag, tally.flagCounts[i]] as const).filter(([, count]) => count > 0),
  );
}

export function bboxOf(tally: Tally): [number, number, number, number] | null {
  return tally.west <= tally.east ? [tally.west, tally.south, tally.east, tally.north] : null;
}

export function isoOf(seconds: number): string | null {
  return Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString() : null;
}
