import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { AGENDA_KINDS, AGENDA_STATES } from '../domain/meeting/agenda.ts';
import { BALLOT_KINDS, marksInput, VOICE_GROUPS } from '../domain/meeting/ballot.ts';
import { MEETING_KINDS } from '../domain/meeting/meeting.ts';
import { NotFound, Unusable } from '../errors.ts';
import { createGuestView } from '../guest-view.ts';
import { type Guest, type Guests, notJoined } from '../guests.ts';
import { setGuestCookie } from '../middleware/guest.ts';
import { peerOf } from '../middleware/peer.ts';
import { describe, idParam, valid } from '../openapi.ts';
import { ballotOption, ballotResult, inLanguages, marks } from './ballot-schemas.ts';
import { announce } from './reply.ts';

const TAG = 'Telephones';
const MOST_SHOWN = 500;
const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'Must be a language tag, as ar.');
const group = z.enum(VOICE_GROUPS).nullable();
const sentAs = z
  .string()
  .regex(/^[\w-]{20,64}$/, 'Must be 20 to 64 letters and digits that no other sending has.');

const shownBallot = z
  .object({
    id: z.string(),
    kind: z.enum(BALLOT_KINDS),
    question: z.string(),
    questions: inLanguages,
    options: z.array(ballotOption).max(MOST_SHOWN),
    dotsEach: z.int(),
    state: z.enum(['open', 'closed']),
    agendaItemId: z.string().nullable(),
    promise: z
      .object({
        text: z.string(),
        organisation: z.string(),
        dueOn: z.string().nullable(),
        evidenceOfDone: z.string(),
      })
      .nullable(),
    marks: marks.nullable(),
    hasVoted: z.boolean(),
    result: ballotResult.nullable(),
  })
  .meta({ id: 'GuestBallot' });
const guestMeeting = z
  .object({
    id: z.string(),
    committee: z.string(),
    kind: z.enum(MEETING_KINDS),
    title: z.string(),
    place: z.string(),
    startsAt: z.string(),
    languages: z.array(z.string()).max(MOST_SHOWN),
    guest: z.object({ language: z.string(), group }),
    groups: z.array(z.enum(VOICE_GROUPS)).max(VOICE_GROUPS.length),
    items: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(AGENDA_KINDS),
          title: z.string(),
          titles: inLanguages,
          state: z.enum(AGENDA_STATES),
          isCurrent: z.boolean(),
        }),
      )
      .max(MOST_SHOWN),
    ballots: z.array(shownBallot).max(MOST_SHOWN),
  })
  .meta({ id: 'GuestMeeting' });
export type GuestMeeting = z.infer<typeof guestMeeting>;

const joining = z
  .object({ code: z.string().min(1, 'Type the code.').max(40), language: languageTag })
  .strict();
const saying = z.object({ language: languageTag, group }).strict();
const voting = z.object({ sentAs, marks: marksInput }).strict();
const voteTaken = z.object({ taken: z.enum(['taken', 'changed', 'again']) }).meta({ id: 'VoteTaken' });

/** A telephone at a meeting: comes in, follows, votes. */
export function guestRoutes(deps: AppDeps, guests: Guests) {
  const { store, clock } = deps;
  const view = createGuestView(deps);
  return new Hono<AppEnv>()
    .post(
      '/session',
      describe({
        may: 'open',
        tag: TAG,
        summary: 'Join a meeting by the code on its screen, without an account',
        description:
          'Only wrong codes count against an address. A telephone that is in already stays who it is, so that its votes are one.',
        replies: { 200: guestMeeting },
        errors: [413, 415, 422, 429],
      }),
      valid('json', joining),
      async (c) => {
        const { code, language } = c.req.valid('json');
        const known = c.get('guest');
        if (known && (await guests.meetingOf(code, peerOf(c))) === known.meetingId)
          return c.json(await view.meeting(known));
        const { guest, token } = await guests.join(code, language, peerOf(c));
        setGuestCookie(c, token);
        announce(deps, 'ballot', guest.meetingId);
        return c.json(await view.meeting({ ...guest, isOver: false }));
      },
    )
    .put(
      '/session',
      describe({
        may: 'guest',
        tag: TAG,
        summary: 'Choose a language, and say of yourself what you like',
        description: 'The group holds for the votes after it.',
        replies: { 200: guestMeeting },
        errors: [413, 415, 422],
      }),
      valid('json', saying),
      async (c) => {
        const guest = guestOf(c.get('guest'));
        const said = c.req.valid('json');
        const groups = (await store.meetingDoors.of(guest.meetingId))?.groups ?? [];
        if (said.group !== null && said.group !== guest.group && !groups.includes(said.group)) {
          const detail = 'This meeting does not ask for this group. Choose another one, or none.';
          throw new Unusable('no_such_group', detail, [{ pointer: '/group', detail }]);
        }
        await store.meetingDoors.setGuest(guest.id, said);
        return c.json(await view.meeting({ ...guest, ...said }));
      },
    )
    .delete(
      '/session',
      describe({
        may: 'guest',
        tag: TAG,
        summary: 'Leave the meeting; votes that were cast stay',
        replies: { 204: null },
      }),
      async (c) => {
        await store.meetingDoors.leave(guestOf(c.get('guest')).id, clock.now().toISOString());
        setGuestCookie(c, null);
        return c.body(null, 204);
      },
    )
    .get(
      '/meeting',
      describe({
        may: 'guest',
        tag: TAG,
        summary: 'What is on now, what is asked, and what was decided by vote',
        replies: { 200: guestMeeting },
      }),
      async (c) => c.json(await view.meeting(guestOf(c.get('guest')))),
    )
    .put(
      '/ballots/:id/vote',
      describe({
        may: 'guest',
        tag: TAG,
        summary: 'Vote, or change the vote while it is open',
        description:
          'One voice a device. `sentAs` names this sending: the same one again is answered as the first time, also after the ballot was closed.',
        replies: { 200: voteTaken },
        errors: [404, 409, 413, 415, 422],
      }),
      valid('param', idParam),
      valid('json', voting),
      async (c) => {
        const guest = guestOf(c.get('guest'));
        const { id } = c.req.valid('param');
        const ballot = await store.ballots.get(id);
        if (ballot === null || ballot.meetingId !== guest.meetingId || ballot.state === 'draft')
          throw new NotFound('ballot at this meeting');
        const vote = { ...c.req.valid('json'), voter: guest.id, group: guest.group };
        const taken = await store.ballots.vote(id, vote, clock.now().toISOString());
        if (taken === 'taken') announce(deps, 'ballot', guest.meetingId);
        return c.json({ taken });
      },
    );
}

/** The guard of the route has let nobody else in. */
export function guestOf(guest: Guest | undefined): Guest {
  if (guest === undefined) throw notJoined();
  return guest;
}
