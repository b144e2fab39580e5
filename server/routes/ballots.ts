import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import {
  type BallotFault,
  ballotChange,
  ballotFields,
  batchInput,
  faultOfBallot,
  marksInput,
} from '../domain/meeting/ballot.ts';
import type { Action } from '../domain/permissions.ts';
import { NotFound, Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { Person } from '../person.ts';
import { createPromiseBallots } from '../promise-ballots.ts';
import type { Ballot } from '../store/ports.ts';
import { ballot, ballotBatch } from './ballot-schemas.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Votes';
const batchParam = idParam.extend({ batchId: idParam.shape.id });
const closing = z
  .object({
    /** Members with a vote who are there. */
    membersPresent: z.int().min(0).max(10_000).nullable().default(null),
    /** Of a promise: by which day it is to be done if residents do not find it done. */
    newDueOn: z.iso.date('Must be a date, as in 2026-03-31.').nullable().default(null),
    comment: z.string().trim().max(2000).default(''),
  })
  .strict();
const voting = z
  .object({
    sentAs: z.string().regex(/^[\w-]{20,64}$/, 'Must be 20 to 64 letters and digits.'),
    marks: marksInput,
  })
  .strict();
const voteTaken = z.object({ taken: z.enum(['taken', 'changed', 'again']) }).meta({ id: 'AccountVoteTaken' });

/** What a meeting is asked. Nobody sees counts before a ballot is closed, whoever it is that asks. */
export function ballotRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const promises = createPromiseBallots(deps);
  return new Hono<AppEnv>()
    .get(
      '/meetings/:id/ballots',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'What was asked at a meeting; of what is open only how many have voted',
        replies: { 200: pageOf(ballot) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { meeting } = await inReach.meetings.meeting(personOf(c), c.req.valid('param').id);
        const page = pageOfRecords(await store.ballots.list(meeting.id), c.req.valid('query'));
        return c.json({ ...page, items: await withVotes(personOf(c), page.items) });
      },
    )
    .post(
      '/meetings/:id/ballots',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Prepare a question for a meeting',
        replies: { 201: ballot },
        errors: [403, 404, 409, 413, 415, 422],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', ballotFields),
      async (c) => {
        const person = personOf(c);
        const input = c.req.valid('json');
        const { meeting } = await inReach.meetings.meeting(person, c.req.valid('param').id, 'meeting.run');
        await checkLinks(person, input);
        const made = await store.ballots.create(meeting.id, input, actOf(c, deps));
        announce(deps, 'ballot', meeting.id);
        return c.json(tagged(c, await shown(personOf(c), made)), 201);
      },
    )
    .patch(
      '/ballots/:id',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Change a question that was not asked yet',
        replies: { 200: ballot },
        errors: [403, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', ballotChange),
      async (c) => {
        const person = personOf(c);
        const version = versionOf(c);
        const before = await reached(person, c.req.valid('param').id, 'meeting.run');
        const after = { ...fieldsOf(before), ...given(c.req.valid('json')) };
        await checkLinks(person, after);
        const changed = await store.ballots.update(before.id, version, after, actOf(c, deps));
        announce(deps, 'ballot', before.meetingId);
        return c.json(tagged(c, await shown(personOf(c), changed)));
      },
    )
    .delete(
      '/ballots/:id',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Drop a question that was not asked yet',
        replies: { 204: null },
        errors: [403, 409],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const version = versionOf(c);
        const found = await reached(personOf(c), c.req.valid('param').id, 'meeting.run');
        await store.ballots.remove(found.id, version, actOf(c, deps));
        announce(deps, 'ballot', found.meetingId);
        return c.body(null, 204);
      },
    )
    .post(
      '/ballots/:id/open',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Ask it: telephones vote from now on',
        replies: { 200: ballot },
        errors: [403, 409, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const version = versionOf(c);
        const found = await reached(personOf(c), c.req.valid('param').id, 'meeting.run');
        await checkReady(found);
        const opened = await store.ballots.open(found.id, version, actOf(c, deps));
        announce(deps, 'ballot', found.meetingId);
        announce(deps, 'meeting', found.meetingId);
        return c.json(tagged(c, await shown(personOf(c), opened)));
      },
    )
    .post(
      '/ballots/:id/close',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Count, and keep the result for good',
        description:
          'Who chose what is forgotten. What residents say of a promise settles it, as a tally of a meeting does.',
        replies: { 200: ballot },
        errors: [403, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', closing),
      async (c) => {
        const person = personOf(c);
        const version = versionOf(c);
        const { membersPresent, newDueOn, comment } = c.req.valid('json');
        const found = await reached(person, c.req.valid('param').id, 'meeting.run');
        const { meeting, committee } = await inReach.meetings.meeting(person, found.meetingId, 'meeting.run');
        const settle =
          found.kind === 'verify' ? await promises.settler(person, found, { newDueOn, comment }) : null;
        const quorum = { quorumNeeded: meeting.quorum ?? committee.quorum, present: membersPresent };
        const closed = await store.ballots.close(found.id, version, quorum, settle, actOf(c, deps));
        announce(deps, 'ballot', found.meetingId);
        announce(deps, 'meeting', found.meetingId);
        if (found.commitmentId !== null) announce(deps, 'commitment', found.commitmentId);
        return c.json(tagged(c, await shown(personOf(c), closed)));
      },
    )
    .put(
      '/ballots/:id/vote',
      describe({
        may: 'meeting.vote',
        placed: true,
        tag: TAG,
        summary: 'Vote with an account, or change the vote while it is open',
        replies: { 200: voteTaken },
        errors: [403, 404, 409, 413, 415, 422],
      }),
      valid('param', idParam),
      valid('json', voting),
      async (c) => {
        const person = personOf(c);
        const found = await reached(person, c.req.valid('param').id, 'meeting.vote');
        const { sentAs, marks } = c.req.valid('json');
        const vote = { sentAs, marks, voter: voterOf(person), group: null };
        const taken = await store.ballots.vote(found.id, vote, actOf(c, deps).at);
        announce(deps, 'ballot', found.meetingId);
        return c.json({ taken });
      },
    )
    .post(
      '/ballots/:id/batches',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Type what was counted: hands, or a pile of papers',
        replies: { 201: ballotBatch },
        errors: [403, 404, 409, 413, 415, 422],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', batchInput),
      async (c) => {
        const found = await reached(personOf(c), c.req.valid('param').id, 'meeting.run');
        const made = await store.ballots.addBatch(found.id, c.req.valid('json'), actOf(c, deps));
        announce(deps, 'ballot', found.meetingId);
        return c.json(made, 201);
      },
    )
    .delete(
      '/ballots/:id/batches/:batchId',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Strike a pile that was typed by mistake',
        replies: { 204: null },
        errors: [403, 404, 409],
      }),
      valid('param', batchParam),
      async (c) => {
        const { id, batchId } = c.req.valid('param');
        const found = await reached(personOf(c), id, 'meeting.run');
        await store.ballots.strikeBatch(found.id, batchId, actOf(c, deps));
        announce(deps, 'ballot', found.meetingId);
        return c.body(null, 204);
      },
    );

  async function reached(person: Person, id: string, action: Action): Promise<Ballot> {
    const found = await store.ballots.get(id);
    // With the same words for one that is out of reach as for one that never was.
    if (found === null || !(await inReach.meetings.hears(person, found.meetingId)))
      throw new NotFound('ballot');
    await inReach.meetings.meeting(person, found.meetingId, action);
    return found;
  }

  /** What it is about has to be there for whoever asks about it. */
  async function checkLinks(
    person: Person,
    { problemId, commitmentId }: Pick<Ballot, 'problemId' | 'commitmentId'>,
  ) {
    if (problemId !== null) await inReach.problem(person, problemId);
    if (commitmentId !== null) await inReach.commitments.get(person, commitmentId);
  }

  async function checkReady(found: Ballot): Promise<void> {
    const fault = faultOfBallot(found);
    if (fault !== null) throw new Unusable(fault, FAULTS[fault]);
    if (found.kind === 'verify') await promises.checkAsked(found);
  }

  async function shown(person: Person, found: Ballot) {
    const [one] = await withVotes(person, [found]);
    if (one === undefined) throw new NotFound('ballot');
    return one;
  }

  async function withVotes(person: Person, found: readonly Ballot[]): Promise<z.infer<typeof ballot>[]> {
    const ids = found.map(({ id }) => id);
    const [cast, own] = await Promise.all([
      store.ballots.votesCast(ids),
      store.ballots.votesOf(voterOf(person), ids),
    ]);
    const batches = await Promise.all(ids.map((id) => store.ballots.batches(id)));
    return found.map((one, i) => ({
      ...one,
      votesCast: cast.get(one.id) ?? 0,
      ownMarks: own.get(one.id) ?? null,
      batches: batches[i] ?? [],
    }));
  }
}

/** One voice an account, on whatever device. */
const voterOf = ({ userId }: Person): string => `account ${userId}`;

/** What can be changed of it. */
function fieldsOf(found: Ballot): z.infer<typeof ballotFields> {
  const { kind, question, questions, options, dotsEach, agendaItemId, problemId, commitmentId } = found;
  return { kind, question, questions, options, dotsEach, agendaItemId, problemId, commitmentId };
}

/** Without what was not sent: a field that is there and undefined would overwrite. */
function given<T extends object>(change: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const sent = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(sent) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

const FAULTS: Record<BallotFault, string> = {
  too_few_options: 'Give at least two to choose from before it is opened.',
  option_twice: 'Two options have the same id: each needs its own.',
  no_commitment: 'Choose the commitment that residents are to judge.',
  options_not_wanted: 'The answers follow from the kind of this question: take the options out.',
};
