import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { isExactEverywhere } from '../domain/grants.ts';
import { markedPieces, snippetOf, wordsOf } from '../domain/search-words.ts';
import { describe, pageOf, valid } from '../openapi.ts';
import { createSearchSight } from '../search-sight.ts';
import { personOf } from './reply.ts';

const KINDS = ['problem', 'concern', 'commitment'] as const;
const query = z
  .object({
    text: z.string().max(200, 'Search for at most 200 characters.'),
    kind: z.enum(KINDS).optional(),
    area: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'Must be a whole number.')
      .optional(),
    after: z.string().max(300).optional(),
    limit: z
      .string()
      .regex(/^[1-9]\d?$/, 'Must be 1 to 99.')
      .optional(),
  })
  .strict();
const pieces = z.array(z.object({ text: z.string(), isFound: z.boolean() }));
const hit = z
  .object({
    kind: z.enum(KINDS),
    id: z.string(),
    title: pieces,
    /** Where the words stand in the rest of what was written. */
    snippet: pieces,
    at: z.string(),
    /** Stage of a case, state of a concern or commitment. */
    state: z.string(),
  })
  .meta({ id: 'SearchHit' });

/** Words in cases, concerns and commitments. */
export function searchRoutes(deps: AppDeps) {
  const sightOf = createSearchSight(deps);
  return new Hono<AppEnv>().get(
    '/',
    describe({
      may: 'session',
      tag: 'Search',
      summary: 'Problem cases, concerns and commitments that hold these words',
      description:
        'Accents, case and the forms of Arabic letters aside; each word may be the beginning of one. Only what the asker may read takes part. Of a case its parts and entries are searched too.',
      replies: { 200: pageOf(hit) },
    }),
    valid('query', query),
    async (c) => {
      const { text, kind, area, after, limit = 20 } = c.req.valid('query');
      const words = wordsOf(text);
      const isExact = isExactEverywhere(c.get('viewer').grants);
      const sight = await sightOf(personOf(c), { kind, area: area ? Number(area) : undefined, isExact });
      const page = await deps.store.search.find(words, sight, { after, limit: Number(limit) });
      const items = page.items.map(({ title, body, ...rest }) => ({
        ...rest,
        title: markedPieces(title, words),
        snippet: snippetOf(body, words),
      }));
      return c.json({ items, next: page.next });
    },
  );
}
