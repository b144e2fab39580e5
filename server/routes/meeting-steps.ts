import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { transitionOf } from '../domain/meeting/meeting.ts';
import { Conflict } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { createMeetingShown } from '../meeting-shown.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, valid } from '../openapi.ts';
import type { Committee, Meeting } from '../store/ports.ts';
import { meeting } from './meeting-schemas.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Meetings';
const closing = z.object({ deferOpen: z.boolean().default(false) }).strict();
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
          'With items open it is refused and says which, unless they are deferred to the next meeting. One that was held without being run from here is closed once its beginning is past.',
        replies: { 200: meeting },
        errors: [403, 404, 409, 413, 415],
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
        const closed = await store.meetings.close(id, version, c.req.valid('json'), actOf(c, deps));
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

  async function reply(c: Context<AppEnv>, changed: Meeting, of: Committee) {
    announce(deps, 'meeting', changed.id);
    return c.json(tagged(c, await shown.meeting(personOf(c), changed, of)));
  }
}
