import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../deps.ts';
import {
  committeeChange,
  holdsOn,
  type MemberFault,
  type MemberFields,
  memberChange,
  memberFault,
  newCommittee,
  newMember,
} from '../domain/meeting/committee.ts';
import { NotFound, Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { createMeetingShown } from '../meeting-shown.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { CommitteeMember } from '../store/ports.ts';
import { today } from '../today.ts';
import { committee, member } from './meeting-schemas.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Committees';
const memberParam = idParam.extend({ memberId: idParam.shape.id });

/** Who meets: committees, their seats and who holds them. */
export function committeeRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  const inReach = createInReach(deps);
  const { meetings } = inReach;
  const shown = createMeetingShown(deps, inReach);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'committee.read',
        placed: true,
        tag: TAG,
        summary: 'All committees, by name',
        replies: { 200: pageOf(committee) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const person = personOf(c);
        const { items, next } = pageOfRecords(await meetings.committees(person), c.req.valid('query'));
        return c.json({ items: await Promise.all(items.map((one) => shown.committee(person, one))), next });
      },
    )
    .post(
      '/',
      describe({
        may: 'committee.change',
        placed: true,
        tag: TAG,
        summary: 'Found a committee for an area',
        replies: { 201: committee },
        errors: [404, 413, 415, 422],
        idempotent: true,
      }),
      valid('json', newCommittee),
      async (c) => {
        const input = c.req.valid('json');
        await meetings.requireArea(personOf(c), input.areaId);
        const made = await store.committees.create(input, actOf(c, deps));
        announce(deps, 'committee', made.id);
        return c.json(tagged(c, await shown.committee(personOf(c), made)), 201);
      },
    )
    .get(
      '/:id',
      describe({
        may: 'committee.read',
        placed: true,
        tag: TAG,
        summary: 'One committee',
        replies: { 200: committee },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const found = await meetings.committee(personOf(c), c.req.valid('param').id);
        return c.json(tagged(c, await shown.committee(personOf(c), found)));
      },
    )
    .patch(
      '/:id',
      describe({
        may: 'committee.change',
        placed: true,
        tag: TAG,
        summary: 'Change what is said of a committee, or that it ended',
        replies: { 200: committee },
        errors: [403, 404, 413, 415],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', committeeChange),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        await meetings.committee(personOf(c), id, 'committee.change');
        const changed = await store.committees.update(id, version, c.req.valid('json'), actOf(c, deps));
        announce(deps, 'committee', id);
        return c.json(tagged(c, await shown.committee(personOf(c), changed)));
      },
    )
    .get(
      '/:id/members',
      describe({
        may: 'committee.read',
        placed: true,
        tag: TAG,
        summary:
          'Its seats: whom each is for, its office and term, and who holds it as far as that has an account',
        replies: { 200: pageOf(member) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { id } = await meetings.committee(personOf(c), c.req.valid('param').id);
        const { items, next } = pageOfRecords(await store.committees.members(id), c.req.valid('query'));
        const day = await today(store, clock);
        return c.json({ items: items.map((one) => asHeld(one, day)), next });
      },
    )
    .post(
      '/:id/members',
      describe({
        may: 'committee.change',
        placed: true,
        tag: TAG,
        summary: 'Add a seat',
        description: 'Never with the name of somebody: whoever has an account is named by it.',
        replies: { 201: member },
        errors: [403, 404, 413, 415, 422],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', newMember),
      async (c) => {
        const { id } = await meetings.committee(personOf(c), c.req.valid('param').id, 'committee.change');
        const input = c.req.valid('json');
        checkSeat(input, await store.committees.members(id));
        const made = await store.committees.addMember(id, input, actOf(c, deps));
        announce(deps, 'committee', id);
        return c.json(tagged(c, asHeld(made, await today(store, clock))), 201);
      },
    )
    .patch(
      '/:id/members/:memberId',
      describe({
        may: 'committee.change',
        placed: true,
        tag: TAG,
        summary: 'Change a seat, or give it a last day',
        replies: { 200: member },
        errors: [403, 404, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', memberParam),
      valid('json', memberChange),
      async (c) => {
        const { id, memberId } = c.req.valid('param');
        const version = versionOf(c);
        await meetings.committee(personOf(c), id, 'committee.change');
        const change = c.req.valid('json');
        const all = await store.committees.members(id);
        const before = all.find((one) => one.id === memberId);
        if (!before) throw new NotFound('seat');
        checkSeat(
          { ...before, ...change },
          all.filter((one) => one.id !== memberId),
        );
        const changed = await store.committees.updateMember(id, memberId, version, change, actOf(c, deps));
        announce(deps, 'committee', id);
        return c.json(tagged(c, asHeld(changed, await today(store, clock))));
      },
    )
    .delete(
      '/:id/members/:memberId',
      describe({
        may: 'committee.change',
        placed: true,
        tag: TAG,
        summary: 'Take off a seat that was written down by mistake; one that ends gets a last day',
        replies: { 204: null },
        errors: [403, 404],
      }),
      valid('param', memberParam),
      async (c) => {
        const { id, memberId } = c.req.valid('param');
        await meetings.committee(personOf(c), id, 'committee.change');
        await store.committees.removeMember(id, memberId, actOf(c, deps));
        announce(deps, 'committee', id);
        return c.body(null, 204);
      },
    );
}

const asHeld = (one: CommitteeMember, day: string) => ({ ...one, holds: holdsOn(one, day) });

const FAULTS: Record<MemberFault, { pointer: string; detail: string }> = {
  term_ends_before_it_begins: {
    pointer: '/termTo',
    detail: 'The term ends before it begins. Choose a later last day.',
  },
  office_held_already: {
    pointer: '/office',
    detail: 'Somebody else holds this office in that time. Give their seat a last day first.',
  },
  side_of_another_office: {
    pointer: '/side',
    detail: 'One chair is of the police, the other of the community. Choose the office that fits the side.',
  },
};

function checkSeat(one: MemberFields, others: readonly MemberFields[]): void {
  const fault = memberFault(one, others);
  if (fault !== null) throw new Unusable(fault, FAULTS[fault].detail, [FAULTS[fault]]);
}
