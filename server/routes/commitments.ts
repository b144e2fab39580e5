import { Hono } from 'hono';
import type { z } from 'zod';
import { notYourStep, type SeenStanding } from '../commitment-reach.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import {
  doseShare,
  isOverdue,
  keptRate,
  latitudeOf,
  missingFor,
  moversFor,
  type Need,
  type Standing,
  stepsFrom,
  transitionOf,
} from '../domain/commitment.ts';
import { checkShape } from '../domain/polygon-check.ts';
import { Conflict, Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { createNamedMeetings } from '../meeting-named.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { Person } from '../person.ts';
import type { Commitment } from '../store/ports.ts';
import { today } from '../today.ts';
import { checkChange, revisionOf } from './commitment-change.ts';
import {
  commitmentChange,
  commitmentList,
  commitmentRevision,
  commitmentStep,
  newCommitment,
  seenCommitment,
  stepBody,
} from './commitment-schemas.ts';
import { pageAfter, pageOfLog, pageQuery } from './paging.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Commitments';

/** What organisations promised: made, moved on by whoever's step it is. What was done of it is in commitment-log.ts. */
export function commitmentRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  const inReach = createInReach(deps);
  const named = createNamedMeetings(deps);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'commitment.read',
        placed: true,
        tag: TAG,
        summary: 'Commitments, all or of one problem case, with the rate that is published',
        description: 'An agency owner sees those of the own organisation, a resident those that are public.',
        replies: { 200: commitmentList },
      }),
      valid('query', pageQuery.extend({ problem: idParam.shape.id.optional() })),
      async (c) => {
        const { problem, ...page } = c.req.valid('query');
        const filter = problem === undefined ? undefined : { problemId: problem };
        const [found, day] = [await inReach.commitments.list(personOf(c), filter), await today(store, clock)];
        const { items, next } = pageAfter(found, page, ({ commitment }) => commitment.id);
        return c.json({
          items: items.map(({ commitment, standing }) => asSeen(commitment, standing, day)),
          next,
          kept: keptRate(
            found.map(({ commitment }) => commitment),
            day,
          ),
        });
      },
    )
    .post(
      '/',
      describe({
        may: 'commitment.propose',
        placed: true,
        tag: TAG,
        summary: 'Write down what an organisation is asked to promise',
        replies: { 201: seenCommitment },
        errors: [403, 404, 413, 415, 422],
        idempotent: true,
      }),
      valid('json', newCommitment),
      async (c) => {
        const input = c.req.valid('json');
        const person = personOf(c);
        const day = await today(store, clock);
        checkDays(input, day);
        if (input.geometry) checkShape(input.geometry);
        if (input.problemId !== null) await inReach.problem(person, input.problemId);
        if (input.followUpOf !== null) await inReach.commitments.get(person, input.followUpOf);
        await inReach.commitments.requirePlace(person, input);
        const meetingOn = (await named.dayOf(person, input)) ?? input.meetingOn;
        const made = await store.commitments.propose({ ...input, meetingOn }, actOf(c, deps));
        announce(deps, 'commitment', made.id);
        const { standing } = await inReach.commitments.get(person, made.id);
        return c.json(tagged(c, asSeen(made, standing, day)), 201);
      },
    )
    .get(
      '/:id',
      describe({
        may: 'commitment.read',
        placed: true,
        tag: TAG,
        summary: 'One commitment',
        replies: { 200: seenCommitment },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const found = await inReach.commitments.get(personOf(c), c.req.valid('param').id);
        return c.json(tagged(c, asSeen(found.commitment, found.standing, await today(store, clock))));
      },
    )
    .patch(
      '/:id',
      describe({
        may: 'commitment.move',
        placed: true,
        tag: TAG,
        summary: 'Change what is promised while it is proposed or open',
        description:
          'What was agreed (text, due date, evidence of done, dose, place) changes with a reason and the agreement of its owner: somebody who speaks for it changes it, or a secretary writes down that it agreed. Both versions are kept, see changes.',
        replies: { 200: seenCommitment },
        errors: [403, 404, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', commitmentChange),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const { reason = '', ...change } = c.req.valid('json');
        const day = await today(store, clock);
        const { commitment: before, standing } = await inReach.commitments.get(personOf(c), id);
        const isNewest = before.version === version;
        const agreement = isNewest ? checkChange(before, change, reason, standing) : null;
        if (isNewest && change.dueOn !== before.dueOn) checkDays(change, day);
        if (change.geometry) checkShape(change.geometry);
        await inReach.commitments.requirePlace(personOf(c), { ...before, ...change }, 'commitment.move');
        const at = await meetingIn(personOf(c), before, change);
        const act = actOf(c, deps, reason);
        const changed = await store.commitments.update(id, version, { ...change, ...at }, agreement, act);
        announce(deps, 'commitment', id);
        return c.json(tagged(c, asSeen(changed, standing, day)));
      },
    )
    .post(
      '/:id/steps',
      describe({
        may: 'commitment.move',
        placed: true,
        tag: TAG,
        summary: 'Take a step: agree, begin, say what blocks it, deliver, or decide that it ends',
        description:
          'Each step is somebody’s: the owner’s, or a decision of the committee. A secretary may write down the owner’s. Whether it was done is for residents alone, see verifications.',
        replies: { 200: seenCommitment },
        errors: [403, 404, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', stepBody),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const wanted = c.req.valid('json');
        const day = await today(store, clock);
        const { commitment: before, standing } = await inReach.commitments.get(personOf(c), id);
        const onBehalf = before.version === version && checkStep(before, standing, wanted, day);
        const moved = await store.commitments.move(id, version, { ...wanted, onBehalf }, actOf(c, deps));
        announce(deps, 'commitment', id);
        return c.json(tagged(c, asSeen(moved, standing, day)));
      },
    )
    .get(
      '/:id/steps',
      describe({
        may: 'commitment.read',
        placed: true,
        tag: TAG,
        summary: 'Every step so far: who, when, why, with what evidence',
        replies: { 200: pageOf(commitmentStep) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { commitment } = await inReach.commitments.get(personOf(c), c.req.valid('param').id);
        return c.json(pageOfLog(await store.commitments.steps(commitment.id), c.req.valid('query')));
      },
    )
    .get(
      '/:id/changes',
      describe({
        may: 'commitment.read',
        placed: true,
        tag: TAG,
        summary: 'Every change of what is promised: who, when, why, what it was before and what it is since',
        replies: { 200: pageOf(commitmentRevision) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { commitment } = await inReach.commitments.get(personOf(c), c.req.valid('param').id);
        const history = await store.audit.of('commitment', commitment.id);
        const items = history.filter(({ action }) => action === 'update').map(revisionOf);
        return c.json(pageOfLog(items, c.req.valid('query')));
      },
    );

  /** A meeting and its day change together: another day alone is a meeting that is not written down here. */
  async function meetingIn(
    person: Person,
    before: Commitment,
    { meetingId, meetingOn }: Pick<z.infer<typeof commitmentChange>, 'meetingId' | 'meetingOn'>,
  ) {
    if (meetingId && meetingId !== before.meetingId)
      return { meetingOn: await named.dayOf(person, { meetingId }) };
    if (meetingId) return { meetingOn: before.meetingOn };
    return meetingOn === undefined || meetingOn === before.meetingOn ? {} : { meetingId: null };
  }
}

/** With what follows from the day and from who asks. */
export function asSeen(commitment: Commitment, standing: SeenStanding, day: string) {
  return {
    ...commitment,
    overdue: isOverdue(commitment, day),
    doseShare: doseShare(commitment.delivered, commitment.dose?.planned ?? null),
    isOwn: standing.isOwner,
    mayChange: latitudeOf(commitment.state, moversFor(standing), standing.mayPropose),
    steps: stepsFrom(commitment.state, moversFor(standing)).map(({ to, who, needs }) => ({
      to,
      who,
      needs: [...needs],
    })),
  };
}

/** Refuses what this person may not do or what the step still needs; says whether it is the owner's step written by another. */
function checkStep(
  before: Commitment,
  standing: Standing,
  wanted: z.infer<typeof stepBody>,
  day: string,
): boolean {
  const step = transitionOf(before.state, wanted.to);
  if (step === null)
    throw new Conflict(
      'wrong_state',
      `This commitment is ${before.state.replaceAll('_', ' ')}: it cannot become ${wanted.to.replaceAll('_', ' ')} now.`,
    );
  if (step.who === 'residents' || step.who === 'automatic')
    throw notYourStep('Residents say whether it was done: record their tally at a meeting, or two reports.');
  if (!moversFor(standing).includes(step.who)) throw notYourStep(WHOSE[step.who]);
  checkDays(wanted, day);
  const needed = missingFor(step, {
    ...wanted,
    dueOn: wanted.dueOn ?? before.dueOn,
    evidenceOfDone: wanted.evidenceOfDone ?? before.evidenceOfDone,
  });
  if (needed.length > 0)
    throw new Unusable(
      'step_needs_more',
      'This step needs more: see the fields named in errors.',
      needed.map((need) => ({ pointer: POINTERS[need], detail: SAYINGS[need] })),
    );
  if (wanted.to === 'agreed') checkDays({ dueOn: wanted.dueOn ?? before.dueOn }, day);
  return step.who === 'owner' && !standing.isOwner;
}

const WHOSE = {
  owner:
    'This step is for the organisation that made the promise. Somebody who belongs to it takes it, or a secretary writes it down.',
  committee:
    'The committee decides this: a member who does not belong to the organisation, or the secretary, records it.',
} as const;

const SAYINGS: Record<Need, string> = {
  dueOn: 'Say by which day it will be done.',
  evidenceOfDone: 'Say how everybody will see that it was done.',
  reason: 'Say why.',
  unblockedBy: 'Say who could clear the way.',
  evidence: 'Say what shows that it was done: a count, a note, a photo or a document.',
  tally: 'Say how many found it done.',
};
const POINTERS: Record<Need, string> = {
  dueOn: '/dueOn',
  evidenceOfDone: '/evidenceOfDone',
  reason: '/note',
  unblockedBy: '/unblockedBy',
  evidence: '/evidence',
  tally: '/done',
};

/** Nothing is promised for a day that is over. */
export function checkDays({ dueOn }: { dueOn?: string | null | undefined }, day: string): void {
  if (!dueOn || dueOn >= day) return;
  const detail = `The due date is in the past. Choose today (${day}) or a later day.`;
  throw new Unusable('due_in_past', detail, [{ pointer: '/dueOn', detail }]);
}
