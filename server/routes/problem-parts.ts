import { Hono } from 'hono';
import { z } from 'zod';
import { createCaseLeads } from '../case-leads.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { PART_NAMES, PARTS, type PartName } from '../domain/case/parts.ts';
import { refuseClaims } from '../evaluations/refuse-claims.ts';
import { createInReach } from '../in-reach.ts';
import { createNamedMeetings } from '../meeting-named.ts';
import { versionOrNone } from '../middleware/preconditions.ts';
import { anyOf, describe, fitting, idParam, pageOf, valid } from '../openapi.ts';
import type { Person } from '../person.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';
import { shapesAsSeen, unchangedBodyKept } from './shapes-as-seen.ts';

const partParam = idParam.extend({
  name: z.enum(PART_NAMES, `Must be the name of a part: ${PART_NAMES.join(', ')}.`),
});
const partReply = z
  .object({
    name: z.enum(PART_NAMES),
    body: anyOf(PARTS).nullable().describe('Null: never written.'),
    version: z.int(),
    changedAt: z.string().nullable(),
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'ProblemPart' });

/** What a case has one of: its CHEERS answers, its objective. Each is written as a whole, by itself. */
export function problemPartRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const leads = createCaseLeads(deps);
  const named = createNamedMeetings(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/parts',
      describe({
        may: 'problem.read',
        placed: true,
        tag: 'Problem cases',
        summary: 'All parts of a case, those never written with version 0',
        replies: { 200: pageOf(partReply, PART_NAMES.length) },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id);
        return c.json({ items: shapesAsSeen(c, await store.problemParts.list(id)), next: null });
      },
    )
    .put(
      '/:id/parts/:name',
      describe({
        may: 'problem.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Write a part of a case',
        description: 'The body depends on the part. If-Match is "0" for a part that was never written.',
        replies: { 200: partReply },
        errors: [403, 404, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', partParam),
      valid('json', anyOf(PARTS)),
      async (c) => {
        const { id, name } = c.req.valid('param');
        const version = versionOrNone(c);
        const body = fitting(PARTS[name], c.req.valid('json'));
        const found = await inReach.problem(personOf(c), id, 'problem.change');
        if ('policeUserId' in body)
          await leads.require(found, (await store.problemParts.get(id, 'leads')).body, body);
        if ('meetingId' in body) await requireMeeting(personOf(c), id, name, body);
        if ('text' in body && name === 'verdict') await refuseClaims(store, id, body.text);
        const meant = unchangedBodyKept(body, (await store.problemParts.get(id, name)).body);
        const written = await store.problemParts.put(id, name, version, meant, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(tagged(c, shapesAsSeen(c, written)));
      },
    );

  async function requireMeeting(
    person: Person,
    problemId: string,
    name: PartName,
    body: { readonly meetingId: string | null },
  ): Promise<void> {
    const { body: before } = await store.problemParts.get(problemId, name);
    await named.require(person, before && 'meetingId' in before ? before : null, body);
  }
}
