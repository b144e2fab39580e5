import { createHash, randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { OPEN } from '../domain/commitment.ts';
import { calendarFile, type DueDay, dueDaysFile } from '../domain/meeting/calendar.ts';
import { NotFound } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, valid } from '../openapi.ts';
import type { Person } from '../person.ts';
import type { Commitment, Committee, Meeting } from '../store/ports.ts';
import { actOf, announce, personOf } from './reply.ts';

const TAG = 'Calendars';
const FILE = { media: 'text/calendar', description: 'An iCalendar file (RFC 5545), times in UTC.' };
const DAY_MS = 86_400_000;
/** What is over for longer is of no use in a calendar. */
const DAYS_BACK = 90;
const SECRET_BYTES = 32;
/** The secret part of an address that calendar programs read, as base64url. */
const address = z.object({
  address: z.string().regex(/^[\w-]{43}\.ics$/, 'Must be an address as the server gave it.'),
});

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const oldest = (deps: AppDeps): string =>
  new Date(deps.clock.now().getTime() - DAYS_BACK * DAY_MS).toISOString();

function calendar(
  c: Context<AppEnv>,
  name: string,
  meetings: readonly Meeting[],
  days: readonly DueDay[] = [],
) {
  const entries = meetings.map((one) => ({
    ...one,
    summary: one.title === '' ? one.committeeName : `${one.committeeName}: ${one.title}`,
  }));
  c.header('Content-Type', 'text/calendar; charset=utf-8');
  c.header('Content-Disposition', 'attachment; filename="meetings.ics"');
  return c.body(calendarFile(name, entries, days));
}

/** Of a promise that is open: who gave it, and how it will be seen. Never where, and nothing that is internal. */
function dueDaysOf(one: Commitment): DueDay[] {
  const { id, version, dueOn, updatedAt, text, evidenceOfDone } = one;
  if (dueOn === null || !OPEN.includes(one.state) || one.visibility === 'internal') return [];
  const summary = `${one.organisation.name}: ${text}`;
  return [{ id, version, dueOn, updatedAt, summary, description: evidenceOfDone }];
}

const ofOrganisation = z
  .object({
    organisation: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'Must be a whole number.')
      .optional(),
  })
  .strict();

/**
 * Days by which what was promised is to be done, for the calendar of whoever is signed in: who promised what, and how it
 * will be seen. Never where, never who in person, and nothing that is internal.
 */
export function dueDayRoutes(deps: AppDeps) {
  const { commitments } = createInReach(deps);
  return new Hono<AppEnv>().get(
    '/commitments.ics',
    describe({
      may: 'commitment.read',
      placed: true,
      tag: TAG,
      summary: 'Days by which open promises are to be done, as a calendar; of one organisation or of all',
      replies: { 200: FILE },
    }),
    valid('query', ofOrganisation),
    async (c) => {
      const { organisation } = c.req.valid('query');
      const seen = await commitments.list(personOf(c));
      const days = seen.flatMap(({ commitment: one }) =>
        organisation === undefined || one.organisation.id === Number(organisation) ? dueDaysOf(one) : [],
      );
      c.header('Content-Type', 'text/calendar; charset=utf-8');
      c.header('Content-Disposition', 'attachment; filename="promises.ics"');
      return c.body(dueDaysFile('Common Ground', days));
    },
  );
}

/** One meeting, or all that somebody sees, for the calendar of whoever is signed in. */
export function meetingCalendarRoutes(deps: AppDeps) {
  const { meetings } = createInReach(deps);
  return new Hono<AppEnv>()
    .get(
      '/meetings.ics',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'All meetings of the last three months and to come, as a calendar',
        replies: { 200: FILE },
      }),
      async (c) => calendar(c, 'Common Ground', await meetings.list(personOf(c), { from: oldest(deps) })),
    )
    .get(
      '/meetings/:id/calendar.ics',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'One meeting, to be put into a calendar',
        replies: { 200: FILE },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { meeting } = await meetings.meeting(personOf(c), c.req.valid('param').id);
        return calendar(c, meeting.committeeName, [meeting]);
      },
    );
}

/** The calendar of a committee at an address that calendar programs can read: whoever holds it needs no session. */
export function committeeFeedRoutes(deps: AppDeps) {
  const { store } = deps;
  const { meetings, commitments } = createInReach(deps);
  return new Hono<AppEnv>()
    .post(
      '/committees/:id/feed',
      describe({
        may: 'committee.change',
        placed: true,
        tag: TAG,
        summary: 'Make the secret address of the calendar of a committee, or another one',
        description:
          'It is shown this once; the one before stops working. Meetings for those who are invited are not in it; the days of open promises its members may read are, without where.',
        replies: { 200: z.object({ path: z.string() }).meta({ id: 'CalendarAddress' }) },
        errors: [403, 404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        await meetings.committee(personOf(c), id, 'committee.change');
        const secret = randomBytes(SECRET_BYTES).toString('base64url');
        await store.committees.setFeed(id, digestOf(secret), actOf(c, deps));
        announce(deps, 'committee', id);
        return c.json({ path: `/api/calendar/${secret}.ics` });
      },
    )
    .delete(
      '/committees/:id/feed',
      describe({
        may: 'committee.change',
        placed: true,
        tag: TAG,
        summary: 'Let the secret address of the calendar of a committee stop working',
        replies: { 204: null },
        errors: [403, 404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        await meetings.committee(personOf(c), id, 'committee.change');
        await store.committees.setFeed(id, null, actOf(c, deps));
        announce(deps, 'committee', id);
        return c.body(null, 204);
      },
    )
    .get(
      '/calendar/:address',
      describe({
        may: 'open',
        tag: TAG,
        summary: 'The calendar of a committee, for whoever holds its secret address',
        replies: { 200: FILE },
        errors: [404],
      }),
      valid('param', address),
      async (c) => {
        const secret = c.req.valid('param').address.slice(0, -'.ics'.length);
        const found = await store.committees.byFeed(digestOf(secret));
        if (!found) throw new NotFound('calendar');
        const all = await store.meetings.list({ committeeId: found.id, from: oldest(deps) });
        const promised = await commitments.list(anyMemberOf(found));
        return calendar(
          c,
          found.name,
          all.filter(({ openTo }) => openTo !== 'invited'),
          promised.flatMap(({ commitment }) => dueDaysOf(commitment)),
        );
      },
    );
}

/** Whoever holds the address reads of promises what any member of the committee does. */
function anyMemberOf({ areaId }: Pick<Committee, 'areaId'>): Person {
  return { userId: '', roles: [{ role: 'committee_member', area: areaId }] };
}
