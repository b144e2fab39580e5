import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describe } from '../openapi.ts';
import type { Dataset, Street } from '../store/ports.ts';

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
  let kept: { tag: string; collection: StreetCollection } | null = null;
  return new Hono<AppEnv>().get(
    '/',
    describe({
      may: 'base-map.read',
      tag: 'Base map',
      summary: 'All street lines as GeoJSON',
      replies: { 200: streets },
    }),
    async (c) => {
      const tag = tagOf(await store.datasets.list());
      c.header('ETag', tag);
      c.header('Cache-Control', 'private, no-cache');
      if (c.req.header('if-none-match')?.replace('W/', '') === tag) return c.body(null, 304);
      if (kept?.tag !== tag) kept = { tag, collection: asCollection(await store.streets.list()) };
      return c.json(kept.collection);
    },
  );
}

/** Streets change only with their data sets. */
function tagOf(datasets: readonly Dataset[]): string {
  const versions = datasets
    .filter(({ kind }) => kind === 'streets')
    .map(({ id, version }) => `${id}-${version}`);
  return `"${versions.join('.')}"`;
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
