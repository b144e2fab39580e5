import { Hono } from 'hono';
import { notYourStep } from '../commitment-reach.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { FEWEST_REPORTS, moversFor, OPEN, outcomeOf, type Tally, tallyOf } from '../domain/commitment.ts';
import { Conflict, Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { createNamedMeetings } from '../meeting-named.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { Commitment } from '../store/ports.ts';
import { today } from '../today.ts';
import {
  doseEntry,
  newDose,
  newReport,
  newVerification,
  residentReport,
  seenCommitment,
  verification,
} from './commitment-schemas.ts';
import { asSeen, checkDays } from './commitments.ts';
import { pageOfLog, pageOfRecords, pageQuery } from './paging.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Commitments';
const doseParam = idParam.extend({ doseId: idParam.shape.id });
/** While something is being done, and after it was said to be done: a log may come late. */
const LOGGED: readonly Commitment['state'][] = [...OPEN, 'delivered'];
/** Clocks of telephones run ahead a little. */
const AHEAD_MS = 5 * 60_000;

/** What was done of a commitment, tap by tap, and what residents say of it. */
export function commitmentLogRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  const inReach = createInReach(deps);
  const named = createNamedMeetings(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/doses',
      describe({
        may: 'commitment.read',
        placed: true,
        tag: TAG,
        summary: 'What was done, the newest first',
        replies: { 200: pageOf(doseEntry) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { commitment } = await inReach.commitments.get(personOf(c), c.req.valid('param').id);
        return c.json(pageOfRecords(await store.commitments.doses(commitment.id), c.req.valid('query')));
      },
    )
    .post(
      '/:id/doses',
      describe({
        may: 'commitment.move',
        placed: true,
        tag: TAG,
        summary: 'Log what was done: a visit, minutes of patrol, a repair',
        replies: { 201: doseEntry },
        errors: [403, 404, 409, 413, 415, 422],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', newDose),
      async (c) => {
        const { id } = c.req.valid('param');
        const { commitment, standing } = await inReach.commitments.get(personOf(c), id);
        if (!moversFor(standing).includes('owner')) throw notYourStep(OWNERS_LOG);
        if (!LOGGED.includes(commitment.state))
          throw new Conflict(
            'wrong_state',
            'Nothing is logged before a commitment is agreed or after it is settled.',
          );
        const { at = clock.now().toISOString(), ...entry } = c.req.valid('json');
        const instant = new Date(at);
        if (instant.getTime() > clock.now().getTime() + AHEAD_MS) throw inFuture();
        const made = await store.commitments.logDose(
          id,
          { ...entry, at: instant.toISOString() },
          actOf(c, deps),
        );
        announce(deps, 'commitment', id);
        return c.json(made, 201);
      },
    )
    .delete(
      '/:id/doses/:doseId',
      describe({
        may: 'commitment.move',
        placed: true,
        tag: TAG,
        summary: 'Strike an entry that was tapped by mistake',
        replies: { 204: null },
        errors: [403, 404],
      }),
      valid('param', doseParam),
      async (c) => {
        const { id, doseId } = c.req.valid('param');
        const { standing } = await inReach.commitments.get(personOf(c), id);
        if (!moversFor(standing).includes('owner')) throw notYourStep(OWNERS_LOG);
        await store.commitments.strikeDose(id, doseId, actOf(c, deps));
        announce(deps, 'commitment', id);
        return c.body(null, 204);
      },
    )
    .get(
      '/:id/reports',
      describe({
        may: 'commitment.read',
        placed: true,
        tag: TAG,
        summary: 'What single residents say of the latest delivery, without who said it',
        replies: { 200: pageOf(residentReport) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const person = personOf(c);
        const { commitment } = await inReach.commitments.get(person, c.req.valid('param').id);
        const reports = await store.commitments.reports(commitment.id);
        const items = reports.map(({ createdBy, ...said }) => ({
          ...said,
          isMine: createdBy === person.userId,
        }));
        return c.json(pageOfLog(items, c.req.valid('query')));
      },
    )
    .post(
      '/:id/reports',
      describe({
        may: 'commitment.report',
        placed: true,
        tag: TAG,
        summary: 'Say whether it was done, as a resident who has seen it',
        description: 'One report a person and delivery; a second one changes the first.',
        replies: { 204: null },
        errors: [403, 404, 409, 413, 415],
      }),
      valid('param', idParam),
      valid('json', newReport),
      async (c) => {
        const { id } = c.req.valid('param');
        const { standing } = await inReach.commitments.get(personOf(c), id);
        if (standing.isOwner) throw notYourStep(OWN_PROMISE);
        await store.commitments.report(id, c.req.valid('json'), actOf(c, deps));
        announce(deps, 'commitment', id);
        return c.body(null, 204);
      },
    )
    .get(
      '/:id/verifications',
      describe({
        may: 'commitment.read',
        placed: true,
        tag: TAG,
        summary: 'What residents said together, delivery by delivery',
        replies: { 200: pageOf(verification) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { commitment } = await inReach.commitments.get(personOf(c), c.req.valid('param').id);
        return c.json(pageOfLog(await store.commitments.verifications(commitment.id), c.req.valid('query')));
      },
    )
    .post(
      '/:id/verifications',
      describe({
        may: 'commitment.move',
        placed: true,
        tag: TAG,
        summary: 'Record what residents say of a delivery: the tally of a meeting, or their reports',
        description:
          'More than half of those who can say decide between done and not done; anything else is partly. What is not done is open again, for the new day.',
        replies: { 200: seenCommitment },
        errors: [403, 404, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', newVerification),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const body = c.req.valid('json');
        const day = await today(store, clock);
        const { commitment, standing } = await inReach.commitments.get(personOf(c), id);
        if (!moversFor(standing).includes('residents')) throw notYourStep(OWN_PROMISE);
        if (commitment.state !== 'delivered' && commitment.version === version)
          throw new Conflict(
            'not_delivered',
            'Its owner has not said that it is done: there is nothing to judge yet.',
          );
        const said =
          body.basis === 'meeting'
            ? atMeeting(body, await named.dayOf(personOf(c), body), day)
            : await fromReports(id, day);
        const { newDueOn, comment } = body;
        const outcome = judged(said, newDueOn);
        checkDays({ dueOn: newDueOn }, day);
        const settled = await store.commitments.settle(
          id,
          version,
          { ...said, basis: body.basis, comment, outcome },
          outcome === 'verified' ? null : newDueOn,
          actOf(c, deps),
        );
        announce(deps, 'commitment', id);
        return c.json(tagged(c, asSeen(settled, standing, day)));
      },
    );

  async function fromReports(id: string, day: string) {
    const reports = await store.commitments.reports(id);
    if (reports.length < FEWEST_REPORTS)
      throw new Conflict(
        'too_few_reports',
        `It takes the reports of at least ${FEWEST_REPORTS} residents, or a tally at a meeting; there ${reports.length === 1 ? 'is 1' : 'are none'}.`,
      );
    return { ...tallyOf(reports.map(({ verdict }) => verdict)), heldOn: day, meetingId: null, byGroup: {} };
  }
}

type Said = Tally & { heldOn: string; meetingId: string | null; byGroup: Record<string, Tally> };
type SaidAt = Omit<Said, 'heldOn'> & { heldOn: string | null };

const ANSWERS = {
  done: 'done',
  partly: 'partly done',
  notDone: 'not done',
  cannotSay: 'cannot say',
} as const satisfies Record<keyof Tally, string>;

/** `named`: the day of the meeting that is named. */
function atMeeting(said: SaidAt, named: string | null, day: string): Said {
  const { meetingId, done, partly, notDone, cannotSay, byGroup } = said;
  const heldOn = named ?? said.heldOn;
  if (heldOn === null) {
    const detail = 'Choose the meeting, or give the day it was held on.';
    throw new Unusable('no_meeting', detail, [{ pointer: '/heldOn', detail }]);
  }
  if (heldOn > day) {
    const detail = 'The meeting has not been yet. Give the day it was held on.';
    throw new Unusable('not_yet', detail, [{ pointer: '/heldOn', detail }]);
  }
  checkGroups({ done, partly, notDone, cannotSay }, byGroup);
  return { heldOn, meetingId, done, partly, notDone, cannotSay, byGroup };
}

/** A hand is counted in one group, or in none: the groups are never more than all, answer by answer. */
function checkGroups(all: Tally, byGroup: Record<string, Tally>): void {
  const groups = Object.values(byGroup);
  // The keys of the record are the answers; Object.keys forgets it.
  for (const answer of Object.keys(ANSWERS) as (keyof Tally)[]) {
    const sum = groups.reduce((hands, group) => hands + group[answer], 0);
    if (sum <= all[answer]) continue;
    const detail = `For “${ANSWERS[answer]}” the groups have ${sum} together, and ${all[answer]} were counted in all: count each person in one group, or correct the total.`;
    throw new Unusable('groups_exceed_total', detail, [{ pointer: '/byGroup', detail }]);
  }
}

function judged(tally: Tally, newDueOn: string | null) {
  const outcome = outcomeOf(tally);
  if (outcome === null)
    throw new Unusable(
      'nobody_could_say',
      'Nobody could say whether it was done: ask again when somebody has seen it.',
    );
  if (outcome !== 'verified' && newDueOn === null) {
    const detail = 'Residents do not find it done, so it is open again: say by which day it is to be done.';
    throw new Unusable('needs_new_due_date', detail, [{ pointer: '/newDueOn', detail }]);
  }
  return outcome;
}

const OWNERS_LOG =
  'What was done is logged by the organisation that made the promise, or by a secretary for it.';
const OWN_PROMISE = 'An organisation does not judge its own promise: residents do.';

function inFuture(): Unusable {
  const detail = 'This lies in the future. Log what was done when it was done.';
  return new Unusable('not_yet', detail, [{ pointer: '/at', detail }]);
}
