import { Hono } from 'hono';
import { z } from 'zod';
import { createReadersOf } from '../case-readers.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { anyGeometry } from '../domain/geometry.ts';
import { MOST_MENTIONS, mentionsIn } from '../domain/mention.ts';
import { checkShape } from '../domain/polygon-check.ts';
import { Unusable } from '../errors.ts';
import { createInReach, type Person } from '../in-reach.ts';
import { checkVersion, versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { createRefuseLinked, despiteLinks } from '../refuse-linked.ts';
import type { Annotation } from '../store/ports.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { annotation } from './records.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const problemId = z.string().regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.');
const fields = z
  .object({
    text: z.string().trim().min(1, 'Must not be empty.').max(10_000),
    problemId: problemId.nullable(),
    geometry: anyGeometry.nullable(),
  })
  .strict();
/** A note as it is answered: whom it addresses, by their names of today. */
const note = annotation
  .extend({
    mentions: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Whether they may still read the case. */
        reads: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Note' });
const newAnnotation = fields
  .partial({ problemId: true, geometry: true })
  .extend({ replyTo: problemId.nullable().optional() })
  .strict();

export function annotationRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const refuseLinked = createRefuseLinked(deps);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'annotation.read',
        placed: true,
        tag: 'Annotations',
        summary: 'Annotations, all or of one problem case',
        replies: { 200: pageOf(note) },
      }),
      valid('query', pageQuery.extend({ problem: problemId.optional() })),
      async (c) => {
        const { problem, ...page } = c.req.valid('query');
        const items = await inReach.annotations(
          personOf(c),
          problem === undefined ? undefined : { problemId: problem },
        );
        const { items: found, next } = pageOfRecords(items, page);
        return c.json({ items: await withMentions(personOf(c), found), next });
      },
    )
    .post(
      '/',
      describe({
        may: 'annotation.change',
        placed: true,
        tag: 'Annotations',
        summary: 'Add an annotation to the map or a note to a problem case',
        description: 'With `replyTo` it answers a note of the case; a reply has no place and no reply.',
        replies: { 201: note },
        errors: [403, 404, 409, 413, 415, 422],
        idempotent: true,
      }),
      valid('json', newAnnotation),
      async (c) => {
        const { text, problemId = null, geometry = null, replyTo = null } = c.req.valid('json');
        const person = personOf(c);
        if (replyTo !== null) await checkReply(person, replyTo, geometry);
        await checkInput(person, { problemId, geometry });
        await checkMentions(person, mentionsIn(text), problemId);
        await inReach.requirePlaceOfNote(person, { problemId, geometry, createdBy: person.userId });
        const made = await store.annotations.create({ text, problemId, geometry, replyTo }, actOf(c, deps));
        announce(deps, 'annotation', made.id);
        return c.json(tagged(c, await withItsMentions(personOf(c), made)), 201);
      },
    )
    .patch(
      '/:id',
      describe({
        may: 'annotation.change',
        placed: true,
        tag: 'Annotations',
        summary: 'Change an annotation',
        replies: { 200: note },
        errors: [403, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', fields.partial().strict()),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const change = c.req.valid('json');
        const before = await inReach.annotation(personOf(c), id, 'annotation.change');
        await checkInput(personOf(c), change);
        if (before.replyTo !== null && change.geometry) throw replyNowhere();
        const after = { ...before, ...change };
        const known = new Set(mentionsIn(before.text));
        const isElsewhere = after.problemId !== before.problemId;
        const fresh = mentionsIn(after.text).filter((one) => isElsewhere || !known.has(one));
        await checkMentions(personOf(c), fresh, after.problemId);
        await inReach.requirePlaceOfNote(personOf(c), { ...before, ...change });
        const changed = await store.annotations.update(id, version, change, actOf(c, deps));
        announce(deps, 'annotation', id);
        return c.json(tagged(c, await withItsMentions(personOf(c), changed)));
      },
    )
    .delete(
      '/:id',
      describe({
        may: 'annotation.change',
        placed: true,
        tag: 'Annotations',
        summary: 'Delete an annotation; restore brings it back',
        replies: { 204: null },
        description: 'One with replies says how many these are; they are hidden with it.',
        errors: [403, 409],
        ifMatch: 'optional',
      }),
      valid('param', idParam),
      valid('query', despiteLinks),
      async (c) => {
        const { id } = c.req.valid('param');
        checkVersion(c, await inReach.annotation(personOf(c), id, 'annotation.change'));
        await refuseLinked(personOf(c), () =>
          store.annotations.remove(id, actOf(c, deps), c.req.valid('query')),
        );
        announce(deps, 'annotation', id);
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/restore',
      describe({
        may: 'annotation.change',
        placed: true,
        tag: 'Annotations',
        summary: 'Undo the deletion of an annotation',
        replies: { 200: note },
        errors: [403, 404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = await inReach.annotation(
          personOf(c),
          c.req.valid('param').id,
          'annotation.change',
          'deleted',
        );
        const back = await store.annotations.restore(id, actOf(c, deps));
        announce(deps, 'annotation', back.id);
        return c.json(tagged(c, await withItsMentions(personOf(c), back)));
      },
    );

  /** Whoever is addressed has to be able to read the case: a mention never tells of one that somebody may not see. */
  async function checkMentions(
    person: Person,
    meant: readonly string[],
    problemId: string | null,
  ): Promise<void> {
    if (meant.length === 0) return;
    if (meant.length > MOST_MENTIONS)
      throw new Unusable('too_many_mentions', `A note can mention ${MOST_MENTIONS} people at most.`);
    const found = problemId === null ? null : await inReach.problem(person, problemId);
    const readers = found && (await (await createReadersOf(deps))(found));
    if (meant.every((id) => readers?.has(id))) return;
    const detail = 'A note can mention only people who may read its case. Take the others out.';
    throw new Unusable('cannot_mention', detail, [{ pointer: '/text', detail }]);
  }

  async function withMentions(person: Person, items: Annotation[]) {
    const found = await store.mentions.in(items.map(({ id }) => id));
    const readersOf = found.length > 0 ? await createReadersOf(deps) : null;
    const withNames = new Set(found.map(({ annotationId }) => annotationId));
    const cases = new Set(items.flatMap(({ id, problemId }) => (withNames.has(id) && problemId) || []));
    const readable = cases.size > 0 ? await inReach.problems(person) : [];
    const readers = new Map<string, ReadonlySet<string>>();
    for (const one of readable) if (readersOf && cases.has(one.id)) readers.set(one.id, await readersOf(one));
    return items.map((item) => ({
      ...item,
      mentions: found
        .filter(({ annotationId }) => annotationId === item.id)
        .map(({ userId, name }) => ({
          id: userId,
          name,
          reads: readers.get(item.problemId ?? '')?.has(userId) ?? false,
        })),
    }));
  }

  async function withItsMentions(person: Person, item: Annotation) {
    const [whole] = await withMentions(person, [item]);
    return whole ?? { ...item, mentions: [] };
  }

  async function checkReply(person: Person, replyTo: string, geometry: unknown): Promise<void> {
    await inReach.annotation(person, replyTo);
    if (geometry !== null) throw replyNowhere();
  }

  async function checkInput(
    person: Person,
    input: Partial<Pick<z.infer<typeof fields>, 'problemId' | 'geometry'>>,
  ) {
    if (input.geometry) checkShape(input.geometry);
    if (input.problemId) await inReach.problem(person, input.problemId);
  }
}

function replyNowhere(): Unusable {
  const detail = 'A reply has no place of its own: it is where its note is.';
  return new Unusable('reply_nowhere', detail, [{ pointer: '/geometry', detail }]);
}
