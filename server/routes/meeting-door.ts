import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { VOICE_GROUPS } from '../domain/meeting/ballot.ts';
import type { Guests } from '../guests.ts';
import { createInReach } from '../in-reach.ts';
import { REACHES, waysIn } from '../local-addresses.ts';
import { describe, idParam, valid } from '../openapi.ts';
import { actOf, announce, personOf } from './reply.ts';

const TAG = 'Telephones';
const groups = z.array(z.enum(VOICE_GROUPS)).max(VOICE_GROUPS.length);
const door = z
  .object({
    /** Null: it is shut. */
    code: z.string().nullable(),
    groups,
    openedAt: z.string().nullable(),
    /** Devices that have come in so far. */
    phones: z.int(),
    reach: z.enum(REACHES),
    /** Travels unencrypted: everybody in the network can read along. */
    inTheClear: z.boolean(),
    addresses: z.array(z.object({ network: z.string(), url: z.string() })).max(50),
  })
  .meta({ id: 'MeetingDoor' });
const opening = z.object({ groups }).strict();

/** Opens and shuts the door by which telephones come in. */
export function meetingDoorRoutes(deps: AppDeps, guests: Guests) {
  const { store, config } = deps;
  const inReach = createInReach(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/door',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'The code telephones join with, and at which addresses they reach this machine',
        replies: { 200: door },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { meeting } = await inReach.meetings.meeting(
          personOf(c),
          c.req.valid('param').id,
          'meeting.run',
        );
        return c.json(await shown(meeting.id));
      },
    )
    .post(
      '/:id/door',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Let telephones in, with a new code',
        description: 'Only while the meeting runs. Whoever is in stays in.',
        replies: { 200: door },
        errors: [403, 404, 409, 413, 415],
      }),
      valid('param', idParam),
      valid('json', opening),
      async (c) => {
        const { meeting } = await inReach.meetings.meeting(
          personOf(c),
          c.req.valid('param').id,
          'meeting.run',
        );
        const wanted = { meetingId: meeting.id, code: guests.newCode(), groups: c.req.valid('json').groups };
        await store.meetingDoors.open(wanted, actOf(c, deps));
        announce(deps, 'meeting', meeting.id);
        return c.json(await shown(meeting.id));
      },
    )
    .delete(
      '/:id/door',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Let no more telephones in',
        replies: { 204: null },
        errors: [403, 404],
      }),
      valid('param', idParam),
      async (c) => {
        const { meeting } = await inReach.meetings.meeting(
          personOf(c),
          c.req.valid('param').id,
          'meeting.run',
        );
        await store.meetingDoors.shut(meeting.id, actOf(c, deps));
        announce(deps, 'meeting', meeting.id);
        return c.body(null, 204);
      },
    );

  async function shown(meetingId: string): Promise<z.infer<typeof door>> {
    const open = await store.meetingDoors.of(meetingId);
    return {
      code: open?.code ?? null,
      groups: open?.groups ?? [],
      openedAt: open?.openedAt ?? null,
      phones: await store.meetingDoors.guestCount(meetingId),
      ...waysIn(config),
    };
  }
}
