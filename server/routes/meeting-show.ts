import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { COMMITMENT_STATES, DOSE_UNITS, EVIDENCE_KINDS } from '../domain/commitment.ts';
import { anyGeometry, areaGeometry } from '../domain/geometry.ts';
import { AGENDA_KINDS, AGENDA_STATES, agendaView, MOST_ITEMS } from '../domain/meeting/agenda.ts';
import { ANSWER_FACTS } from '../domain/meeting/answer-facts.ts';
import { BALLOT_KINDS, BALLOT_STATES } from '../domain/meeting/ballot.ts';
import { MOST_LANGUAGES } from '../domain/meeting/committee.ts';
import { MEETING_KINDS, MEETING_STATES, route } from '../domain/meeting/meeting.ts';
import { TOLD_CLASSES, UNDRAWN } from '../domain/meeting/told-answer.ts';
import { STAGES } from '../domain/sara.ts';
import { NotFound } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { MOST_PLACES } from '../meeting-answers.ts';
import { createMeetingCards, MOST_GIVEN, MOST_SAID, MOST_SQUARES } from '../meeting-cards.ts';
import { MOST_VOTES } from '../meeting-lists.ts';
import { createMeetingScreens, SCREENS } from '../meeting-screens.ts';
import { describe, idParam, valid } from '../openapi.ts';
import type { AgendaItem } from '../store/ports.ts';
import { today } from '../today.ts';
import { ballotOption, ballotResult, inLanguages } from './ballot-schemas.ts';
import { announce, personOf } from './reply.ts';

const TAG = 'Meetings';
/** Partners of a promise, and what shows that it was done: as many as may be given. */
const MOST_BESIDE = 20;
const cardParam = idParam.extend({ itemId: idParam.shape.id });
const screenParam = idParam.extend({ screenId: idParam.shape.id });
const tally = { done: z.int(), partly: z.int(), notDone: z.int(), cannotSay: z.int() };

const shownItem = z.object({
  id: z.string(),
  position: z.int(),
  kind: z.enum(AGENDA_KINDS),
  title: z.string(),
  titles: z.record(z.string(), z.string()),
  minutes: z.int().nullable(),
  state: z.enum(AGENDA_STATES),
  rule: z.string(),
  reason: z.record(z.string(), z.union([z.string(), z.number()])),
  outcome: z.string(),
  /** It names a case or a promise that the committee may not see. */
  isWithheld: z.boolean(),
});

const shownMeeting = z
  .object({
    id: z.string(),
    committeeName: z.string(),
    kind: z.enum(MEETING_KINDS),
    title: z.string(),
    place: z.string(),
    languages: z.array(z.string()).max(MOST_LANGUAGES),
    startsAt: z.string(),
    state: z.enum(MEETING_STATES),
    startedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    reason: z.string(),
    /** Of a walkabout. */
    route: route.nullable(),
    currentItemId: z.string().nullable(),
    currentSince: z.string().nullable(),
    nextMeetingAt: z.string().nullable(),
    /** By the clock of the server, so that every screen shows the same time. */
    now: z.string(),
    today: z.string(),
    items: z.array(shownItem).max(MOST_ITEMS * 2),
  })
  .meta({ id: 'ShownMeeting' });

const promise = z.object({
  id: z.string(),
  text: z.string(),
  organisation: z.string(),
  ownerRole: z.string(),
  partners: z.array(z.string()).max(MOST_BESIDE),
  dueOn: z.string().nullable(),
  firstDueOn: z.string().nullable(),
  daysLate: z.int().nullable(),
  state: z.enum(COMMITMENT_STATES),
  round: z.int(),
  evidenceOfDone: z.string(),
  dose: z.object({ unit: z.enum(DOSE_UNITS), planned: z.number(), delivered: z.number() }).nullable(),
  blockedReason: z.string(),
  geometry: anyGeometry.nullable(),
  /** What its owner said when it was last said to be done. */
  delivered: z
    .object({
      at: z.string(),
      note: z.string(),
      evidence: z.array(z.object({ kind: z.enum(EVIDENCE_KINDS), text: z.string() })).max(MOST_BESIDE),
    })
    .nullable(),
  /** What residents said of it, the latest last. */
  said: z
    .array(
      z.object({
        round: z.int(),
        heldOn: z.string(),
        basis: z.enum(['meeting', 'reports']),
        outcome: z.enum(['verified', 'partly_verified', 'not_verified']),
        ...tally,
        byGroup: z.record(z.string(), z.object(tally)),
        comment: z.string(),
      }),
    )
    .max(MOST_SAID),
  version: z.int(),
});

const month = z.object({ from: z.string(), before: z.string(), count: z.int() });
const square = z.object({
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  side: z.number(),
  count: z.int(),
});
const answer = z.object({
  method: z.string(),
  madeAt: z.string(),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  n: z.int().nullable().describe('Null where it reaches beyond the area of the committee.'),
  reachesBeyond: z.boolean(),
  isTooFew: z.boolean(),
  /** Why nothing of it is on the map. */
  undrawn: z.enum(UNDRAWN).nullable(),
  /** Squares in which members see incidents, and areas of enough size: never a place of the answer itself. */
  places: z
    .array(
      z.object({
        bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        side: z.number().nullable(),
        area: z.int().nullable(),
        found: z.enum(TOLD_CLASSES),
      }),
    )
    .max(MOST_PLACES),
  facts: z
    .array(z.object({ name: z.enum(ANSWER_FACTS), value: z.number(), of: z.number().nullable() }))
    .max(3),
});
const shownCard = z
  .object({
    id: z.string(),
    areaId: z.int(),
    view: agendaView.nullable(),
    commitment: promise.nullable(),
    case: z
      .object({
        ref: z.string(),
        title: z.string(),
        stage: z.enum(STAGES),
        geometry: areaGeometry.nullable(),
      })
      .nullable(),
    /** What an analyst kept on the case, as a member of the committee may see it. */
    answer: answer.nullable(),
    isAnswerGone: z.boolean().describe('The item names a kept answer that the case keeps no longer.'),
    given: z
      .array(
        z.object({
          id: z.string(),
          text: z.string(),
          organisation: z.string(),
          ownerRole: z.string(),
          dueOn: z.string().nullable(),
          evidenceOfDone: z.string(),
        }),
      )
      .max(MOST_GIVEN)
      .describe('Promised at this meeting, on the item of new promises.'),
    pattern: z
      .object({
        months: z.array(month).max(24),
        last: z.int().describe('In the last 12 of them.'),
        earlier: z.int().describe('In the 12 before.'),
        squares: z.array(square).max(MOST_SQUARES).describe('Of the last 12, the largest first.'),
      })
      .nullable(),
  })
  .meta({ id: 'ShownCard' });

const shownVotes = z
  .object({
    items: z
      .array(
        z.object({
          id: z.string(),
          /** Null: of this meeting itself. */
          session: z.enum(MEETING_KINDS).nullable(),
          kind: z.enum(BALLOT_KINDS),
          question: z.string(),
          questions: inLanguages,
          options: z.array(ballotOption).max(100),
          state: z.enum(BALLOT_STATES),
          /** Null until it is closed. */
          result: ballotResult.nullable(),
          votesCast: z.int(),
        }),
      )
      .max(MOST_VOTES),
  })
  .meta({ id: 'ShownVotes' });

const screens = z
  .object({ show: z.int(), present: z.int(), isBlank: z.boolean() })
  .meta({ id: 'MeetingScreens' });
const screenBody = z.object({ what: z.enum(SCREENS) }).strict();
const blankBody = z.object({ isBlank: z.boolean() }).strict();

/**
 * A meeting as it stands on the wall of the room: the same for whoever asks, never beyond what a member of the committee
 * may see.
 */
export function meetingShowRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  const { meetings } = createInReach(deps);
  const cards = createMeetingCards(deps);
  const room = createMeetingScreens(clock);
  return new Hono<AppEnv>()
    .get(
      '/:id/show',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'A meeting for the screen of the room, the same for whoever asks',
        description:
          'Nothing in it is more than a member of the committee may see, whatever else whoever shows it may.',
        replies: { 200: shownMeeting },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { meeting, committee } = await meetings.meeting(personOf(c), c.req.valid('param').id);
        const items = (await store.agendas.list(meeting.id)).filter(({ state }) => state !== 'dropped');
        const withheld = await cards.withheld(committee, items);
        const {
          id,
          committeeName,
          kind,
          title,
          place,
          languages,
          startsAt,
          state,
          reason,
          route: way,
        } = meeting;
        const { startedAt, closedAt, currentItemId, currentSince, nextMeetingAt } = meeting;
        return c.json({
          ...{ id, committeeName, kind, title, place, languages, startsAt, state, reason, route: way },
          ...{ startedAt, closedAt, currentItemId, currentSince, nextMeetingAt },
          now: clock.now().toISOString(),
          today: await today(store, clock),
          items: items.map((item) => shownOf(item, withheld.has(item.id))),
        });
      },
    )
    .get(
      '/:id/show/:itemId',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary:
          'What one item is about, for the screen of the room: a promise, a case, its months and squares',
        description:
          'Incidents are counted in squares and months, with the sight of a committee member in the area of the committee, for everybody alike.',
        replies: { 200: shownCard },
        errors: [404],
      }),
      valid('param', cardParam),
      async (c) => {
        const { id, itemId } = c.req.valid('param');
        const { committee } = await meetings.meeting(personOf(c), id);
        const item = await store.agendas.get(itemId);
        if (item === null || item.meetingId !== id) throw new NotFound('item of this agenda');
        return c.json(await cards.card(committee, item));
      },
    )
    .get(
      '/:id/show/:itemId/votes',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'The votes of one item, for the screen of the room, the same for whoever asks',
        description:
          'Counts once a vote is closed, before that only how many voted. Beside priorities stand the lists of the sessions of the same round, never added up.',
        replies: { 200: shownVotes },
        errors: [404],
      }),
      valid('param', cardParam),
      async (c) => {
        const { id, itemId } = c.req.valid('param');
        const { meeting, committee } = await meetings.meeting(personOf(c), id);
        const item = await store.agendas.get(itemId);
        if (item === null || item.meetingId !== id) throw new NotFound('item of this agenda');
        return c.json({ items: await cards.votes(committee, meeting, item) });
      },
    )
    .get(
      '/:id/screens',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'How many screens of the meeting are on, and whether they are dark',
        replies: { 200: screens },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { meeting } = await meetings.meeting(personOf(c), c.req.valid('param').id);
        return c.json(room.counted(meeting.id));
      },
    )
    .put(
      '/:id/screens/:screenId',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'A screen says that it is on, at least every half minute',
        replies: { 200: screens },
        errors: [404, 413, 415],
      }),
      valid('param', screenParam),
      valid('json', screenBody),
      async (c) => {
        const { id, screenId } = c.req.valid('param');
        await meetings.meeting(personOf(c), id);
        const before = room.counted(id);
        const isNew = room.isOn(id, screenId, c.req.valid('json').what);
        const after = room.counted(id);
        if (isNew || before.show + before.present !== after.show + after.present)
          announce(deps, 'meeting', id);
        return c.json(after);
      },
    )
    .delete(
      '/:id/screens/:screenId',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'A screen is closed',
        replies: { 204: null },
        errors: [404],
      }),
      valid('param', screenParam),
      async (c) => {
        const { id, screenId } = c.req.valid('param');
        await meetings.meeting(personOf(c), id);
        if (room.isOff(id, screenId)) announce(deps, 'meeting', id);
        return c.body(null, 204);
      },
    )
    .put(
      '/:id/blank',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Make the screens of the room dark, or bring the card back',
        replies: { 200: screens },
        errors: [403, 404, 413, 415],
      }),
      valid('param', idParam),
      valid('json', blankBody),
      async (c) => {
        const { id } = c.req.valid('param');
        await meetings.meeting(personOf(c), id, 'meeting.run');
        if (room.blank(id, c.req.valid('json').isBlank)) announce(deps, 'meeting', id);
        return c.json(room.counted(id));
      },
    );
}

/** A drafted title names what it is about: that is not told of what is withheld. */
function shownOf(item: AgendaItem, isWithheld: boolean): z.infer<typeof shownItem> {
  const { id, position, kind, minutes, state, rule } = item;
  const told = isWithheld
    ? { title: '', titles: {}, reason: {}, outcome: '' }
    : { title: item.title, titles: item.titles, reason: item.reason, outcome: item.outcome };
  return { id, position, kind, minutes, state, rule, ...told, isWithheld };
}
