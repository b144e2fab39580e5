import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { Unusable } from '../errors.ts';
import { describe } from '../openapi.ts';
import type { Dataset, Street } from '../store/ports.ts';

/** The lines of a large country's capital, several times over. */
const MOST_STREETS = 300_000;

const position = z.array(z.number()).max(4);
const streets = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z
      .array(
        z.object({
          type: z.literal('Feature'),
          id: z.int(),
          properties: z.object({ name: z.string(), class: z.string() }),
          geometry: z.union([
            z.object({ type: z.literal('LineString'), coordinates: z.array(position) }),
            z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position)) }),
          ]),
        }),
      )
      .max(MOST_STREETS),
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
      if (kept?.tag !== tag) kept = { tag, collection: asCollection(await allStreets()) };
      return c.json(kept.collection);
    },
  );

  async function allStreets(): Promise<Street[]> {
    const all = await store.streets.list();
    if (all.length > MOST_STREETS)
      throw new Unusable(
        'too_many_streets',
        `There are more than ${MOST_STREETS.toLocaleString('en-GB')} street lines, more than a browser draws. Take a data set of streets away under Data.`,
      );
    return all;
  }
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
