import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { createCaseAreas } from '../case-areas.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { instant } from '../domain/instant.ts';
import {
  attendance,
  attendanceFault,
  inUtc,
  MEETING_STATES,
  meetingChange,
  newMeeting,
  SESSION_KINDS,
} from '../domain/meeting/meeting.ts';
import { NotFound, Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { createMeetingShown } from '../meeting-shown.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { Person } from '../person.ts';
import type { Committee, Meeting } from '../store/ports.ts';
import { meeting } from './meeting-schemas.ts';
import { pageOfRecords, paging } from './paging.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Meetings';
const listQuery = z
  .object({
    ...paging,
    committee: idParam.shape.id.optional(),
    state: z.enum(MEETING_STATES).optional(),
    /** Moments of the beginning; `before` exclusive. */
    from: instant.optional(),
    before: instant.optional(),
    /** Sessions of the round of this meeting. */
    parallelOf: idParam.shape.id.optional(),
    /** Of the committees in whose area this case lies. */
    problem: idParam.shape.id.optional(),
    order: z.enum(['earliest', 'latest']).optional(),
  })
  .strict();

/** Meetings of committees, planned and recorded. The steps of one that is held are in meeting-steps.ts. */
export function meetingRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const { meetings } = inReach;
  const caseAreas = createCaseAreas(deps);
  const shown = createMeetingShown(deps, inReach);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'Meetings by their beginning, the earliest first unless asked otherwise',
        replies: { 200: pageOf(meeting) },
        errors: [404],
      }),
      valid('query', listQuery),
      async (c) => {
        const { committee, state, from, before, parallelOf, problem, order, ...page } = c.req.valid('query');
        const person = personOf(c);
        const found = await meetings.list(person, {
          committeeId: committee,
          states: state && [state],
          from: from && inUtc(from),
          before: before && inUtc(before),
          parallelOf,
        });
        const of = new Map((await meetings.committees(person, 'meeting.read')).map((one) => [one.id, one]));
        const holding = problem ? await committeesOf(person, problem, [...of.values()]) : null;
        const wanted = found.filter(({ committeeId }) => holding === null || holding.has(committeeId));
        const { items, next } = pageOfRecords(order === 'latest' ? wanted.reverse() : wanted, page);
        const all = items.flatMap((one) => {
          const committeeOf = of.get(one.committeeId);
          return committeeOf ? [shown.meeting(person, one, committeeOf)] : [];
        });
        return c.json({ items: await Promise.all(all), next });
      },
    )
    .post(
      '/',
      describe({
        may: 'meeting.change',
        placed: true,
        tag: TAG,
        summary: 'Plan a meeting, or write down one that was held',
        replies: { 201: meeting },
        errors: [403, 404, 413, 415, 422],
        idempotent: true,
      }),
      valid('json', newMeeting),
      async (c) => {
        const input = c.req.valid('json');
        const person = personOf(c);
        const committee = await meetings.committee(person, input.committeeId, 'meeting.change');
        checkTimes(input);
        if (input.parallelOf !== null) await checkRound(input, input.parallelOf);
        const made = await store.meetings.create(input, actOf(c, deps));
        announce(deps, 'meeting', made.id);
        return c.json(tagged(c, await shown.meeting(person, made, committee)), 201);
      },
    )
    .get(
      '/:id',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'One meeting',
        replies: { 200: meeting },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const found = await meetings.meeting(personOf(c), c.req.valid('param').id);
        return c.json(tagged(c, await shown.meeting(personOf(c), found.meeting, found.committee)));
      },
    )
    .patch(
      '/:id',
      describe({
        may: 'meeting.change',
        placed: true,
        tag: TAG,
        summary: 'Change when, where and how a meeting is held',
        replies: { 200: meeting },
        errors: [403, 404, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', meetingChange),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const person = personOf(c);
        const { meeting: before, committee } = await meetings.meeting(person, id, 'meeting.change');
        const change = c.req.valid('json');
        const after = { ...before, ...change };
        checkTimes(after);
        if (change.parallelOf) await checkRound(after, change.parallelOf);
        const changed = await store.meetings.update(id, version, change, actOf(c, deps));
        return reply(c, changed, committee);
      },
    )
    .put(
      '/:id/attendance',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Say how many were there, by group and never by name',
        replies: { 200: meeting },
        errors: [403, 404, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', attendance),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const { committee } = await meetings.meeting(personOf(c), id, 'meeting.run');
        const counted = c.req.valid('json');
        const fault = attendanceFault(counted);
        if (fault !== null) {
          const detail = 'More were counted in this group than of the public in all. Correct one of the two.';
          throw new Unusable('group_larger_than_all', detail, [{ pointer: `/public/${fault}`, detail }]);
        }
        const changed = await store.meetings.setAttendance(id, version, counted, actOf(c, deps));
        return reply(c, changed, committee);
      },
    );

  /** Those in whose area a case lies; all of them for one that lies nowhere. */
  async function committeesOf(
    person: Person,
    problemId: string,
    committees: readonly Committee[],
  ): Promise<Set<string>> {
    const found = await inReach.problem(person, problemId);
    const { geometry, rule } = found;
    const liesNowhere = geometry === null && !rule?.geometry && (rule?.areas ?? []).length === 0;
    const holding = new Set<string>();
    for (const { id, areaId } of committees)
      if (liesNowhere || (await caseAreas.inside(areaId, [found], true)).length > 0) holding.add(id);
    return holding;
  }

  async function reply(c: Context<AppEnv>, changed: Meeting, of: Committee) {
    announce(deps, 'meeting', changed.id);
    return c.json(tagged(c, await shown.meeting(personOf(c), changed, of)));
  }

  /** A session belongs to the round of a meeting of the same committee, and to no session. */
  async function checkRound(one: Pick<Meeting, 'kind' | 'committeeId'>, parallelOf: string): Promise<void> {
    const main = await store.meetings.get(parallelOf);
    if (!main || main.committeeId !== one.committeeId) throw new NotFound('meeting of this committee');
    if (SESSION_KINDS.includes(one.kind) && main.parallelOf === null && main.state !== 'cancelled') return;
    const detail =
      'Only a session of women, of youth or of a minority belongs to the round of another meeting, and that one to no round itself.';
    throw new Unusable('no_session', detail, [{ pointer: '/parallelOf', detail }]);
  }
}

function checkTimes({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): void {
  if (endsAt === null || inUtc(endsAt) > inUtc(startsAt)) return;
  const detail = 'The meeting ends before it begins. Choose a later end, or leave it open.';
  throw new Unusable('ends_before_start', detail, [{ pointer: '/endsAt', detail }]);
}
