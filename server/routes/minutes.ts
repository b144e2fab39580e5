import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { minutesNote, minutesOf, minutesText } from '../domain/meeting/minutes.ts';
import { type Audience, minutesFor } from '../domain/meeting/minutes-audience.ts';
import { Conflict, NotFound, Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import type { SeenMeeting } from '../meeting-reach.ts';
import { versionOf, versionOrNone } from '../middleware/preconditions.ts';
import { readMinutesFacts } from '../minutes-facts.ts';
import { describe, idParam, valid } from '../openapi.ts';
import type { Meeting } from '../store/ports.ts';
import { MOST_LATER, minutes, note } from './minutes-schemas.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Minutes';
const audienceQuery = z.object({ audience: z.enum(['public']).optional() }).strict();
const approval = z.object({ atMeetingId: idParam.shape.id }).strict();

/** The minutes of a meeting: the record, what was written in its place, who closed and approved them, notes. */
export function minutesRoutes(deps: AppDeps) {
  const { store } = deps;
  const { meetings } = createInReach(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/minutes',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'The minutes of a meeting, as whoever asks may read them or as everybody may',
        description:
          'Until they are closed the record is put together anew each time. Notes of the presenter and on safety never stand in them.',
        replies: { 200: minutes },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', audienceQuery),
      async (c) => {
        const found = await meetings.meeting(personOf(c), c.req.valid('param').id);
        return reply(c, found, c.req.valid('query').audience);
      },
    )
    .put(
      '/:id/minutes/text',
      describe({
        may: 'meeting.change',
        placed: true,
        tag: TAG,
        summary: 'Write a text in place of the record of a section, or take it away again',
        description: 'Until the minutes are closed. Version 0 is that of minutes nobody has written in.',
        replies: { 200: minutes },
        errors: [403, 404, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', minutesText),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOrNone(c);
        const found = await meetings.meeting(personOf(c), id, 'meeting.change');
        requireBegun(found);
        const text = c.req.valid('json');
        if (!languagesOf(found).includes(text.language)) {
          const detail = 'Neither the meeting nor its committee has this language. Choose one of theirs.';
          throw new Unusable('other_language', detail, [{ pointer: '/language', detail }]);
        }
        await store.minutes.write(id, version, text, actOf(c, deps));
        return changed(c, found);
      },
    )
    .post(
      '/:id/minutes/close',
      describe({
        may: 'meeting.change',
        placed: true,
        tag: TAG,
        summary: 'Close the minutes of a closed meeting; they are amended by notes from then on',
        replies: { 200: minutes },
        errors: [403, 404, 409],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOrNone(c);
        const found = await meetings.meeting(personOf(c), id, 'meeting.change');
        if (found.meeting.state !== 'closed')
          throw new Conflict(
            'meeting_open',
            'This meeting is not closed yet: close it first, then its minutes.',
          );
        const sections = minutesOf(await readMinutesFacts(deps, found.meeting, found.committee));
        await store.minutes.close(id, version, sections, actOf(c, deps));
        return changed(c, found);
      },
    )
    .post(
      '/:id/minutes/approve',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Say at which later meeting of the committee the minutes were approved',
        replies: { 200: minutes },
        errors: [403, 404, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', approval),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const found = await meetings.meeting(personOf(c), id, 'meeting.run');
        const { atMeetingId } = c.req.valid('json');
        await checkLater(found, atMeetingId);
        await store.minutes.approve(id, version, atMeetingId, actOf(c, deps));
        announce(deps, 'meeting', atMeetingId);
        return changed(c, found);
      },
    )
    .post(
      '/:id/minutes/notes',
      describe({
        may: 'meeting.change',
        placed: true,
        tag: TAG,
        summary: 'Put something right in closed minutes, beside what was written',
        replies: { 201: note },
        errors: [403, 404, 409, 413, 415, 422],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', minutesNote),
      async (c) => {
        const { id } = c.req.valid('param');
        await meetings.meeting(personOf(c), id, 'meeting.change');
        const made = await store.minutes.addNote(id, c.req.valid('json').text, actOf(c, deps));
        announce(deps, 'meeting', id);
        return c.json(made, 201);
      },
    )
    .post(
      '/:id/minutes/exports',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'Say that the minutes are taken out as a document; it goes into the history',
        replies: { 204: null },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        await meetings.meeting(personOf(c), id);
        await store.audit.add({ action: 'export', objectKind: 'minutes', objectId: id }, actOf(c, deps));
        return c.body(null, 204);
      },
    );

  async function changed(c: Context<AppEnv>, found: SeenMeeting) {
    announce(deps, 'meeting', found.meeting.id);
    return reply(c, found);
  }

  async function reply(c: Context<AppEnv>, { meeting, committee }: SeenMeeting, asked?: 'public') {
    const person = personOf(c);
    const [mayChange, mayApprove] = [
      await meetings.may(person, 'meeting.change', committee),
      await meetings.may(person, 'meeting.run', committee),
    ];
    const kept = await store.minutes.get(meeting.id);
    const isAhead = meeting.state === 'planned' || meeting.state === 'cancelled';
    const sections = isAhead
      ? []
      : (kept?.sections ?? minutesOf(await readMinutesFacts(deps, meeting, committee)));
    const audience: Audience = asked ?? (mayChange ? 'keepers' : 'committee');
    const { sections: shown, texts, withheld } = minutesFor(sections, kept?.texts ?? [], audience);
    const at = kept?.approvedAtMeetingId ? await store.meetings.get(kept.approvedAtMeetingId) : null;
    const body = {
      meetingId: meeting.id,
      state: isAhead ? ('ahead' as const) : (kept?.state ?? ('draft' as const)),
      sections: [...shown],
      texts: [...texts],
      withheld: [...withheld],
      languages: languagesOf({ meeting, committee }),
      closedAt: kept?.closedAt ?? null,
      closedByName: kept?.closedByName ?? null,
      approvedAt: kept?.approvedAt ?? null,
      approvedBy: at && { meetingId: at.id, startsAt: at.startsAt },
      approvableAt: kept?.state === 'closed' ? await laterThan(meeting) : [],
      notes: await store.minutes.notes(meeting.id),
      mayChange,
      mayApprove,
      version: kept?.version ?? 0,
    };
    return c.json(tagged(c, body));
  }

  async function laterThan({ committeeId, startsAt }: Meeting) {
    const held = await store.meetings.list({ committeeId, states: ['running', 'closed'], from: startsAt });
    return held
      .filter((one) => one.startsAt > startsAt)
      .slice(0, MOST_LATER)
      .map((one) => ({ meetingId: one.id, startsAt: one.startsAt }));
  }

  /** The one before cannot approve what came after it. */
  async function checkLater({ meeting }: SeenMeeting, atMeetingId: string): Promise<void> {
    const at = await store.meetings.get(atMeetingId);
    if (at?.committeeId !== meeting.committeeId) throw new NotFound('meeting of this committee');
    const isHeld = at.state === 'running' || at.state === 'closed';
    if (isHeld && at.startsAt > meeting.startsAt) return;
    const detail =
      'Minutes are approved at a later meeting of the committee that has begun. Choose that one.';
    throw new Unusable('no_later_meeting', detail, [{ pointer: '/atMeetingId', detail }]);
  }
}

/** Of the meeting, or else of its committee; English where neither said any. */
function languagesOf({ meeting, committee }: SeenMeeting): string[] {
  const said = [...new Set([...meeting.languages, ...committee.languages])];
  return said.length > 0 ? said : ['en'];
}

function requireBegun({ meeting: { state } }: SeenMeeting): void {
  if (state === 'running' || state === 'closed') return;
  throw new Conflict('not_begun', 'This meeting has not begun: there is nothing to write minutes of yet.');
}
