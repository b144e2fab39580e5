import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describe } from '../openapi.ts';
import type { Street } from '../store/ports.ts';

const position = z.array(z.number());
const streets = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.int(),
        properties: z.object({ name: z.string(), class: z.string() }),
        geometry: z.union([
          z.object({ type: z.literal('LineString'), coordinates: z.array(position) }),
          z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position)) }),
        ]),
      }),
    ),
  })
  .meta({ id: 'Streets' });

export type StreetCollection = z.infer<typeof streets>;

export function streetRoutes({ store }: AppDeps) {
  return new Hono<AppEnv>().get(
    '/',
    describe({ tag: 'Base map', summary: 'All street lines as GeoJSON', replies: { 200: streets } }),
    async (c) => c.json(asCollection(await store.streets.list())),
  );
}

function asCollection(all: readonly Street[]): StreetCollection {
  return {
    type: 'FeatureCollection',
    features: all.map((street) => ({
      type: 'Feature',
      id: street.id,
      properties: { name: street.name, class: street.class },
      geometry: street.geometry,
    })),
  };
}
