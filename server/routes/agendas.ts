import { Hono } from 'hono';
import { createConcernSight } from '../concern-sight.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import {
  type AgendaChange,
  agendaChange,
  newAgendaItem,
  orderBody,
  RECORDED_IN_THE_ROOM,
} from '../domain/meeting/agenda.ts';
import { draftAgenda } from '../domain/meeting/draft-agenda.ts';
import { readDraftFacts } from '../draft-facts.ts';
import { NotFound, Unusable } from '../errors.ts';
import { createInReach, type InReach, type Person } from '../in-reach.ts';
import { createMeetingShown } from '../meeting-shown.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, valid } from '../openapi.ts';
import { agenda, agendaItem, drafted } from './meeting-schemas.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Agendas';

/** The agenda of a meeting: drafted by rules, ordered and changed by people. */
export function agendaRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const { meetings } = inReach;
  const shown = createMeetingShown(deps, inReach);
  const checkLinks = createLinkCheck(deps, inReach);
  return new Hono<AppEnv>()
    .get(
      '/:id/agenda',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'The agenda in its order; what was dropped stands last',
        replies: { 200: agenda },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { meeting, committee } = await meetings.meeting(personOf(c), c.req.valid('param').id);
        const items = await store.agendas.list(meeting.id);
        return c.json({ items: await shown.agenda(personOf(c), items, committee) });
      },
    )
    .post(
      '/:id/agenda',
      describe({
        may: 'meeting.change',
        placed: true,
        tag: TAG,
        summary: 'Put an item on the agenda by hand',
        replies: { 201: agendaItem },
        errors: [403, 404, 409, 413, 415, 422],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', newAgendaItem),
      async (c) => {
        const { id } = c.req.valid('param');
        const person = personOf(c);
        const { committee } = await meetings.meeting(person, id, 'meeting.change');
        const { after, ...input } = c.req.valid('json');
        await checkLinks(person, input, input.problemId);
        const made = await store.agendas.add(id, input, after, actOf(c, deps));
        announce(deps, 'meeting', id);
        return c.json(tagged(c, await shown.item(person, made, committee)), 201);
      },
    )
    .put(
      '/:id/agenda/order',
      describe({
        may: 'meeting.change',
        placed: true,
        tag: TAG,
        summary: 'Put the agenda in order: every item that was not dropped, once',
        replies: { 200: agenda },
        errors: [403, 404, 409, 413, 415],
      }),
      valid('param', idParam),
      valid('json', orderBody),
      async (c) => {
        const { id } = c.req.valid('param');
        const { committee } = await meetings.meeting(personOf(c), id, 'meeting.change');
        const items = await store.agendas.order(id, c.req.valid('json').ids, actOf(c, deps));
        announce(deps, 'meeting', id);
        return c.json({ items: await shown.agenda(personOf(c), items, committee) });
      },
    )
    .post(
      '/:id/draft',
      describe({
        may: 'meeting.change',
        placed: true,
        tag: TAG,
        summary: 'Draft the agenda by its rules, or draft it again',
        description:
          'What a person changed, dropped or put in stays; what is new is in `added`. Each item says which rule put it in and what that found.',
        replies: { 200: drafted },
        errors: [403, 404, 409],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const { meeting, committee } = await meetings.meeting(personOf(c), id, 'meeting.change');
        const facts = await readDraftFacts(deps, meeting, committee);
        const { items, added, gone } = await store.agendas.draft(id, draftAgenda(facts), actOf(c, deps));
        announce(deps, 'meeting', id);
        return c.json({ items: await shown.agenda(personOf(c), items, committee), added, gone });
      },
    );
}

/** One item of an agenda. */
export function agendaItemRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const { meetings } = inReach;
  const shown = createMeetingShown(deps, inReach);
  const checkLinks = createLinkCheck(deps, inReach);
  return new Hono<AppEnv>()
    .patch(
      '/:id',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Change an item, or record what came of it',
        description:
          'Whoever runs the meeting records the outcome and the state; the rest is of those who prepare it.',
        replies: { 200: agendaItem },
        errors: [403, 404, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', agendaChange),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const person = personOf(c);
        const change = c.req.valid('json');
        const isRecord = Object.keys(change).every((field) =>
          RECORDED_IN_THE_ROOM.some((one) => one === field),
        );
        const isDropped = change.state === 'dropped';
        const action = isRecord && !isDropped ? 'meeting.run' : 'meeting.change';
        const { item, committee } = await meetings.item(person, id, action);
        await checkLinks(person, change, change.problemId === undefined ? item.problemId : change.problemId);
        const changed = await store.agendas.update(id, version, change, actOf(c, deps));
        announce(deps, 'meeting', item.meetingId);
        return c.json(tagged(c, await shown.item(person, changed, committee)));
      },
    )
    .delete(
      '/:id',
      describe({
        may: 'meeting.change',
        placed: true,
        tag: TAG,
        summary: 'Drop an item; putting its state back to open takes it up again',
        replies: { 200: agendaItem },
        errors: [403, 404, 409],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const person = personOf(c);
        const { item, committee } = await meetings.item(person, id, 'meeting.change');
        const dropped = await store.agendas.update(id, versionOf(c), { state: 'dropped' }, actOf(c, deps));
        announce(deps, 'meeting', item.meetingId);
        return c.json(tagged(c, await shown.item(person, dropped, committee)));
      },
    );
}

/** Nobody puts on an agenda what they may not read; a kept answer goes with the case that keeps it. */
function createLinkCheck(deps: AppDeps, inReach: InReach) {
  const concerns = createConcernSight(deps);
  return async (person: Person, links: AgendaChange, ofCase: string | null): Promise<void> => {
    if (links.problemId) await inReach.problem(person, links.problemId);
    if (links.commitmentId) await inReach.commitments.get(person, links.commitmentId);
    if (links.concernId) await concerns.concern(person, links.concernId);
    if (!links.exhibitId) return;
    if (ofCase === null) {
      const detail = 'A kept answer belongs to a case. Choose the case as well.';
      throw new Unusable('exhibit_without_case', detail, [{ pointer: '/exhibitId', detail }]);
    }
    if (!(await deps.store.exhibits.get(ofCase, links.exhibitId)))
      throw new NotFound('kept answer of this case');
  };
}
