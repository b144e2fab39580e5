/** A place on the telephone page, and how exactly it may be kept. */
export const PRECISIONS = ['street', 'exact', 'block_cell', 'neighbourhood', 'district_only'] as const;
export type Precision = (typeof PRECISIONS)[number];
export type Position = [number, number];
