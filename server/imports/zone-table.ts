import { offsetChanges, zoneOffsets } from '../zone-offsets.ts';

/**
 * Local clock time of a zone to UTC, fast enough for millions of rows: the offsets of the zone are asked from Intl once
 * and kept as a table. Times are whole seconds; a local time counts as if its clock showed UTC.
 */
export interface ZoneTable {
  readonly timezone: string;
  /**
   * UTC seconds of a local time. A time the clocks skipped is moved on by the gap (`how` 1); of a time the clocks
   * showed twice the first is taken (`how` 2).
   */
  toUtc(local: number): number;
  /** How the last `toUtc` went: 0 plain, 1 skipped, 2 twice. */
  readonly how: () => 0 | 1 | 2;
}

const DAY = 86_400;

export function createZoneTable(timezone: string, firstYear = 1900, lastYear = 2100): ZoneTable {
  const offsetAt = zoneOffsets(timezone);
  // Years are read when first needed: most files need few.
  const years = new Map<number, Changes>();
  let how: 0 | 1 | 2 = 0;
  let near: Changes | null = null;
  const changesNear = (local: number): Changes => {
    if (near && local >= near.from && local < near.to) return near;
    const year = Math.min(lastYear, Math.max(firstYear, new Date(local * 1000).getUTCFullYear()));
    near = years.get(year) ?? null;
    if (!near) {
      near = changesOf(year, offsetAt);
      years.set(year, near);
    }
    return near;
  };
  return {
    timezone,
    how: () => how,
    toUtc(local) {
      const { starts, offsets } = changesNear(local);
      how = 0;
      let i = starts.length - 1;
      while (i > 0 && local < starts[i] + Math.min(offsets[i - 1], offsets[i])) i--;
      if (i === 0) return local - offsets[0];
      const before = offsets[i - 1];
      const after = offsets[i];
      if (before > after && local < starts[i] + before) {
        how = 2;
        return local - before;
      }
      if (before < after && local < starts[i] + after) {
        how = 1;
        return local - before;
      }
      return local - after;
    },
  };
}

/** Offsets of one year and two days around it; `starts` are UTC instants, the first one is minus infinity. */
interface Changes {
  from: number;
  to: number;
  starts: number[];
  offsets: number[];
}

function changesOf(year: number, offsetAt: (utc: number) => number): Changes {
  const from = Date.UTC(year, 0, 1) / 1000;
  const to = Date.UTC(year + 1, 0, 1) / 1000;
  const { starts, offsets } = offsetChanges(offsetAt, from - 2 * DAY, to + 2 * DAY, 7 * DAY);
  return { from, to, starts: [Number.NEGATIVE_INFINITY, ...starts], offsets };
}
