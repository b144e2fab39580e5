import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { instant } from '../domain/instant.ts';
import { MOST_ITEMS } from '../domain/meeting/agenda.ts';
import { draftAgenda } from '../domain/meeting/draft-agenda.ts';
import { inUtc, transitionOf } from '../domain/meeting/meeting.ts';
import { dayIn } from '../domain/time-zone.ts';
import { readDraftFacts } from '../draft-facts.ts';
import { Conflict, Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { createMeetingShown } from '../meeting-shown.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, valid } from '../openapi.ts';
import type { Committee, Meeting } from '../store/ports.ts';
import { meeting } from './meeting-schemas.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Meetings';
const closing = z
  .object({
    deferOpen: z.boolean().default(false),
    /** Open items that are left out rather than deferred. */
    drop: z.array(idParam.shape.id).max(MOST_ITEMS).default([]),
    /** When the committee meets next; left out, as it was written down before. */
    nextMeetingAt: instant.nullable().optional(),
  })
  .strict();
const cancelling = z.object({ reason: z.string().trim().min(1, 'Say why.').max(2000) }).strict();
const pointing = z.object({ itemId: idParam.shape.id.nullable() }).strict();

/** A meeting on the evening itself: begun, gone through, closed; or called off. */
export function meetingStepRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  const inReach = createInReach(deps);
  const { meetings } = inReach;
  const shown = createMeetingShown(deps, inReach);
  return new Hono<AppEnv>()
    .post(
      '/:id/start',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Begin a meeting',
        description: 'Whoever comes second is told who began it, and follows or takes over.',
        replies: { 200: meeting },
        errors: [403, 404, 409],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const { committee } = await meetings.meeting(personOf(c), id, 'meeting.run');
        return reply(c, await store.meetings.start(id, versionOf(c), actOf(c, deps)), committee);
      },
    )
    .post(
      '/:id/take-back',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Take back that a meeting was begun: it is planned again',
        description: 'Only as long as nothing was recorded of it and no telephone joined.',
        replies: { 200: meeting },
        errors: [403, 404, 409],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const { committee } = await meetings.meeting(personOf(c), id, 'meeting.run');
        return reply(c, await store.meetings.takeBack(id, versionOf(c), actOf(c, deps)), committee);
      },
    )
    .put(
      '/:id/current',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Say which item is talked about: every screen of the meeting follows',
        replies: { 200: meeting },
        errors: [403, 404, 409, 413, 415],
      }),
      valid('param', idParam),
      valid('json', pointing),
      async (c) => {
        const { id } = c.req.valid('param');
        const { committee } = await meetings.meeting(personOf(c), id, 'meeting.run');
        const { itemId } = c.req.valid('json');
        return reply(c, await store.meetings.point(id, itemId, actOf(c, deps)), committee);
      },
    )
    .post(
      '/:id/close',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Close a meeting; what was recorded stays as it is from then on',
        description:
          'With a vote open it is refused. With items open it is refused and says which, unless they are dropped or deferred to the next meeting. When the next meeting is known, it is planned with its agenda drafted, or the one of that day is linked. One that was held without being run from here is closed once its beginning is past.',
        replies: { 200: meeting },
        errors: [403, 404, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', closing),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const { meeting: before, committee } = await meetings.meeting(personOf(c), id, 'meeting.run');
        if (transitionOf(before.state, 'close')?.needs === 'to be over') {
          await meetings.meeting(personOf(c), id, 'meeting.change');
          if (before.startsAt > clock.now().toISOString())
            throw new Conflict(
              'not_begun',
              'This meeting lies ahead. Start it on the day, or cancel it with a reason.',
            );
        }
        const how = c.req.valid('json');
        if (how.drop.length > 0) await meetings.meeting(personOf(c), id, 'meeting.change');
        checkNext(before, how.nextMeetingAt);
        const zone = (await store.settings.get('workspace.timezone')) ?? 'UTC';
        const dayOf = (moment: string) => dayIn(zone, new Date(moment));
        const closed = await store.meetings.close(id, version, { ...how, dayOf }, actOf(c, deps));
        await draftNext(c, closed, committee);
        // What was deferred stands on the agenda of others of the committee.
        for (const { id: planned } of await store.meetings.list({
          committeeId: committee.id,
          states: ['planned'],
        }))
          announce(deps, 'meeting', planned);
        return reply(c, closed, committee);
      },
    )
    .post(
      '/:id/cancel',
      describe({
        may: 'meeting.change',
        placed: true,
        tag: TAG,
        summary: 'Call a meeting off, with a reason',
        replies: { 200: meeting },
        errors: [403, 404, 409, 413, 415],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', cancelling),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const { committee } = await meetings.meeting(personOf(c), id, 'meeting.change');
        const { reason } = c.req.valid('json');
        const act = { ...actOf(c, deps), reason };
        return reply(c, await store.meetings.cancel(id, version, act), committee);
      },
    );

  /** The agenda of the next one, unless somebody wrote it by hand alone. */
  async function draftNext(c: Context<AppEnv>, { nextMeetingId }: Meeting, of: Committee): Promise<void> {
    const next = nextMeetingId === null ? null : await store.meetings.get(nextMeetingId);
    if (next?.state !== 'planned') return;
    const there = await store.agendas.list(next.id);
    if (there.some(({ rule }) => rule === '') && !there.some(({ rule }) => rule === 'standing')) return;
    const facts = await readDraftFacts(deps, next, of);
    await store.agendas.draft(next.id, draftAgenda(facts), actOf(c, deps));
  }

  async function reply(c: Context<AppEnv>, changed: Meeting, of: Committee) {
    announce(deps, 'meeting', changed.id);
    return c.json(tagged(c, await shown.meeting(personOf(c), changed, of)));
  }
}

function checkNext({ startsAt }: Meeting, next: string | null | undefined): void {
  if (!next || inUtc(next) > startsAt) return;
  const detail = 'The next meeting is later than this one. Choose a later day, or leave it open.';
  throw new Unusable('next_before_this', detail, [{ pointer: '/nextMeetingAt', detail }]);
}
