import { Hono } from 'hono';
import { z } from 'zod';
import { notYourStep } from '../commitment-reach.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import {
  doseShare,
  isOverdue,
  keptRate,
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
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { Commitment } from '../store/ports.ts';
import { today } from '../today.ts';
import {
  commitmentChange,
  commitmentList,
  commitmentStep,
  newCommitment,
  seenCommitment,
  stepBody,
} from './commitment-schemas.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Commitments';

/** What organisations promised: made, moved on by whoever's step it is. What was done of it is in commitment-log.ts. */
export function commitmentRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  const inReach = createInReach(deps);
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
      valid('query', z.object({ problem: idParam.shape.id.optional() }).strict()),
      async (c) => {
        const { problem } = c.req.valid('query');
        const filter = problem === undefined ? undefined : { problemId: problem };
        const [found, day] = [await inReach.commitments.list(personOf(c), filter), await today(store, clock)];
        return c.json({
          items: found.map(({ commitment, standing }) => asSeen(commitment, standing, day)),
          next: null,
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
        const made = await store.commitments.propose(input, actOf(c, deps));
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
        may: 'commitment.propose',
        placed: true,
        tag: TAG,
        summary: 'Change what is promised while it is open; another due date needs a reason',
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
        if (before.version === version) checkChange(before, change, reason, day);
        if (change.geometry) checkShape(change.geometry);
        await inReach.commitments.requirePlace(personOf(c), { ...before, ...change });
        const changed = await store.commitments.update(id, version, change, actOf(c, deps, reason));
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
      async (c) => {
        const { commitment } = await inReach.commitments.get(personOf(c), c.req.valid('param').id);
        return c.json({ items: await store.commitments.steps(commitment.id), next: null });
      },
    );
}

/** With what follows from the day and from who asks. */
export function asSeen(commitment: Commitment, standing: Standing, day: string) {
  return {
    ...commitment,
    overdue: isOverdue(commitment, day),
    doseShare: doseShare(commitment.delivered, commitment.dose?.planned ?? null),
    isOwn: standing.isOwner,
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

/** What was said to be done stays as it was promised, and another day needs a reason. */
function checkChange(
  before: Commitment,
  change: Partial<z.infer<typeof commitmentChange>>,
  reason: string,
  day: string,
): void {
  if (!STILL_OPEN.includes(before.state))
    throw new Conflict('wrong_state', 'Only a commitment that is proposed or open can be changed.');
  if (change.dueOn === undefined || change.dueOn === before.dueOn) return;
  checkDays(change, day);
  if (before.firstDueOn === null) return;
  if (change.dueOn === null)
    throw new Unusable('needs_due_date', 'What was agreed keeps a due date.', [
      { pointer: '/dueOn', detail: SAYINGS.dueOn },
    ]);
  if (reason === '')
    throw new Unusable(
      'needs_reason',
      'Another due date needs a reason; the first one is kept for the rate.',
      [{ pointer: '/reason', detail: SAYINGS.reason }],
    );
}

const STILL_OPEN: readonly Commitment['state'][] = [
  'proposed',
  'agreed',
  'in_progress',
  'blocked',
  'reopened',
];

/** Nothing is promised for a day that is over. */
export function checkDays({ dueOn }: { dueOn?: string | null | undefined }, day: string): void {
  if (!dueOn || dueOn >= day) return;
  const detail = `The due date is in the past. Choose today (${day}) or a later day.`;
  throw new Unusable('due_in_past', detail, [{ pointer: '/dueOn', detail }]);
}
