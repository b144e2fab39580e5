import { z } from 'zod';
import { everySummary, level, polygon } from './parts.ts';

export const nearestNeighbourParameters = z
  .object({ level })
  .strict()
  .meta({ id: 'NearestNeighbourParameters' });

export const nearestNeighbourFigures = z
  .object({
    n: z.number(),
    /** Mean metres to the nearest other one, and what it would be if they lay anywhere in the region. */
    observed: z.number(),
    expected: z.number(),
    /** observed / expected: below 1 closer together than chance, above 1 farther apart. */
    index: z.number(),
    z: z.number(),
    /** Two-sided. */
    p: z.number(),
    /** -1 closer together than chance, 1 farther apart, 0 neither. */
    class: z.union([z.literal(1), z.literal(0), z.literal(-1)]),
  })
  .meta({ id: 'NearestNeighbourFigures' });

export const nearestNeighbourSummary = z
  .object({
    ...everySummary,
    level: z.number(),
    /** The ground they are measured against: the index follows from it. */
    regionKm2: z.number().nullable(),
    /** The outline around the incidents, where it is the region. */
    outline: polygon.nullable(),
    incidents: nearestNeighbourFigures.nullable(),
    /** Incidents with another one at the same place, to the metre. */
    sharing: z.number(),
    /** The same with every place counted once; null below 30 places. */
    places: nearestNeighbourFigures.nullable(),
    /** Incidents by the distance to the nearest other one; metres, half-open, the last without an end. */
    bands: z.array(
      z.object({ from: z.number(), to: z.number().nullable(), incidents: z.number(), expected: z.number() }),
    ),
  })
  .meta({ id: 'NearestNeighbourSummary' });

/** One row an incident; schema metadata `rows` = `incident`. */
export interface NearestNeighbourRow {
  id: number;
  lon: number;
  lat: number;
  /** Metres to the nearest other incident. */
  nearest: number;
}

export type NearestNeighbourParameters = z.infer<typeof nearestNeighbourParameters>;
export type NearestNeighbourSummary = z.infer<typeof nearestNeighbourSummary>;
export type NearestNeighbourFigures = z.infer<typeof nearestNeighbourFigures>;
