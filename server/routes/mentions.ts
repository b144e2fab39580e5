import { Hono } from 'hono';
import { z } from 'zod';
import { createReadersOf } from '../case-readers.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { MOST_MENTIONS } from '../domain/mention.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { personOf } from './reply.ts';

const TAG = 'Annotations';
const MOST_SHOWN = 50;
const mention = z
  .object({
    annotationId: z.string(),
    text: z.string(),
    /** Who is addressed in it. */
    mentions: z.array(z.object({ id: z.string(), name: z.string() })).max(MOST_MENTIONS),
    byName: z.string().nullable(),
    problem: z.object({ id: z.string(), ref: z.string(), title: z.string() }),
    at: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: 'Mention' });

/** Where colleagues addressed whoever asks, in cases they may read. */
export function mentionRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'annotation.read',
        placed: true,
        tag: TAG,
        summary: 'The notes that mention the asker, the newest first, and how many are not read yet',
        description:
          'At most 50. What lies in a case the asker may not read, or no longer, is not among them.',
        replies: { 200: pageOf(mention, MOST_SHOWN).extend({ unread: z.int() }) },
      }),
      async (c) => {
        const person = personOf(c);
        const all = await store.mentions.of(person.userId);
        const cases = new Map((await inReach.problems(person)).map((found) => [found.id, found]));
        const notes = new Map((await inReach.annotations(person)).map((note) => [note.id, note]));
        const seen = all.flatMap(({ annotationId, ...rest }) => {
          const note = notes.get(annotationId);
          const found = note?.problemId ? cases.get(note.problemId) : undefined;
          if (!note || !found) return [];
          const { id, ref, title } = found;
          return [{ annotationId, text: note.text, problem: { id, ref, title }, ...rest }];
        });
        const shown = seen.slice(0, MOST_SHOWN);
        const named = await store.mentions.in(shown.map(({ annotationId }) => annotationId));
        const items = shown.map((one) => ({
          ...one,
          mentions: named
            .filter(({ annotationId }) => annotationId === one.annotationId)
            .map(({ userId, name }) => ({ id: userId, name })),
        }));
        return c.json({ items, next: null, unread: seen.filter(({ readAt }) => readAt === null).length });
      },
    )
    .post(
      '/read',
      describe({
        may: 'annotation.read',
        placed: true,
        tag: TAG,
        summary: 'Say that these mentions of the asker were read',
        replies: { 204: null },
        errors: [413, 415],
      }),
      valid('json', z.object({ annotationIds: z.array(idParam.shape.id).max(200) }).strict()),
      async (c) => {
        const { annotationIds } = c.req.valid('json');
        const at = deps.clock.now().toISOString();
        await store.mentions.markRead(personOf(c).userId, annotationIds, at);
        return c.body(null, 204);
      },
    );
}

/** Whom a note on a case can address. */
export function caseReaderRoutes(deps: AppDeps) {
  const inReach = createInReach(deps);
  return new Hono<AppEnv>().get(
    '/:id/readers',
    describe({
      may: 'annotation.change',
      placed: true,
      tag: TAG,
      summary: 'The names of those who may read a case, and so be mentioned in its notes',
      replies: { 200: pageOf(z.object({ id: z.string(), name: z.string() })) },
      errors: [404],
    }),
    valid('param', idParam),
    valid('query', pageQuery),
    async (c) => {
      const found = await inReach.problem(personOf(c), c.req.valid('param').id);
      const readers = await (await createReadersOf(deps))(found);
      const accounts = (await deps.auth.accounts()).filter(({ id }) => readers.has(id));
      const items = accounts.map(({ id, name }) => ({ id, name }));
      const sorted = items.sort((a, b) => (a.name < b.name ? -1 : 1));
      return c.json(pageOfRecords(sorted, c.req.valid('query')));
    },
  );
}
