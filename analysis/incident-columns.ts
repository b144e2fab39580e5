/**
 * Incidents of one dataset version as columns: one row per incident, ordered by id.
 * The same layout is the stored snapshot, the shared memory of the workers and the wire format.
 *
 * Units: `lon`, `lat` are degrees × 10^7 (1 cm); `from` is minutes since 1970-01-01T00:00Z;
 * `duration` is whole minutes from `from` to the latest possible time, at most `DURATION_LONGEST`.
 */
export interface IncidentColumns {
  readonly length: number;
  readonly id: Uint32Array;
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  readonly from: Int32Array;
  readonly duration: Uint16Array;
  readonly category: Uint16Array;
  readonly flags: Uint8Array;
}

/** Stands in `lon`, `lat` of an incident without a position and in `from` of one without a time. */
export const MISSING = -2147483648;
/** Degrees to the stored integer. */
export const DEGREE = 1e7;
/** `duration` of an incident whose end is unknown. */
export const DURATION_UNKNOWN = 65535;
/** 45 days: an incident that lasted longer is written as this long. */
export const DURATION_LONGEST = 64_800;

/** Bits of `flags`. */
export const FLAG_UNLOCATED = 1;
/** Position was snapped or is only the middle of an area: not fit for near-repeat work. */
export const FLAG_APPROXIMATE = 2;
/** Only the date is known, not the hour. */
export const FLAG_DATE_ONLY = 4;
/** Only the month is known. */
export const FLAG_MONTH_ONLY = 8;
/** Outside every area of the area tree at the time of import. */
export const FLAG_OUTSIDE_AREA = 16;
/** Only the year is known, or told. */
export const FLAG_YEAR_ONLY = 32;

/**
 * Columns as somebody may see them. Rows of a square stand for incidents that are shown no finer than that: `square` is
 * 0 for an incident at its own place, else 1 + the level of the square whose middle its position is (world-squares.ts).
 * Those without a place that are told only by the month have `NO_SQUARE`. Null when every row is an incident itself.
 */
export interface SeenColumns extends IncidentColumns {
  readonly square: Uint8Array | null;
}
export const NO_SQUARE = 255;
/** Rows of squares are numbered from here on: no incident has such a number. */
export const FIRST_SQUARE_ROW = 2 ** 31;

/** Name and typed array of every column, in wire order. */
export const COLUMN_TYPES = {
  id: Uint32Array,
  lon: Int32Array,
  lat: Int32Array,
  from: Int32Array,
  duration: Uint16Array,
  category: Uint16Array,
  flags: Uint8Array,
} as const;

export type ColumnName = keyof typeof COLUMN_TYPES;
export const COLUMN_NAMES = Object.keys(COLUMN_TYPES) as readonly ColumnName[];
/** Bytes one incident takes in all columns together. */
export const BYTES_PER_INCIDENT = 21;
