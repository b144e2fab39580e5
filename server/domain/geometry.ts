import { z } from 'zod';

const MOST_NUMBERS = 4;
/** Longitude, latitude in degrees (WGS 84); a height and a measure are allowed and ignored. */
const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number().min(-1e12).max(1e12))
  .refine((numbers) => numbers.length <= MOST_NUMBERS, 'Must be longitude, latitude and at most two more.')
  .meta({ maxItems: MOST_NUMBERS });
const ring = z.array(position).min(4).max(100_000);
const line = z.array(position).min(2).max(100_000);

export const areaGeometry = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(1000) }),
    z.object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(ring).min(1).max(1000)).min(1).max(5000),
    }),
  ])
  .meta({ id: 'AreaGeometry' });

export const anyGeometry = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('Point'), coordinates: position }),
    z.object({ type: z.literal('LineString'), coordinates: line }),
    z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(1000) }),
    z.object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(ring).min(1).max(1000)).min(1).max(5000),
    }),
  ])
  .meta({ id: 'AnyGeometry' });

export type AreaGeometry = z.infer<typeof areaGeometry>;
export type AnyGeometry = z.infer<typeof anyGeometry>;
/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];
