import { Hono } from 'hono';
import { createDecidedPriority } from '../decided-priority.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import {
  type DecisionFault,
  type DecisionInput,
  decisionInput,
  faultOfDecision,
  quorumOf,
  votesOf,
} from '../domain/meeting/decision.ts';
import { membersPresent } from '../domain/meeting/meeting.ts';
import { Conflict, NotFound, Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { Ballot } from '../store/ports.ts';
import { decision } from './ballot-schemas.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { actOf, announce, personOf } from './reply.ts';

const TAG = 'Votes';
const decisionParam = idParam.extend({ decisionId: idParam.shape.id });

/** What a meeting decided. It is part of the record: taken back while the meeting runs, never afterwards. */
export function decisionRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const priority = createDecidedPriority(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/decisions',
      describe({
        may: 'meeting.read',
        placed: true,
        tag: TAG,
        summary: 'What a meeting decided, and how it came to it',
        replies: { 200: pageOf(decision) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { meeting } = await inReach.meetings.meeting(personOf(c), c.req.valid('param').id);
        return c.json(pageOfRecords(await store.decisions.list(meeting.id), c.req.valid('query')));
      },
    )
    .post(
      '/:id/decisions',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Record a decision',
        description:
          'With a ballot its counts are the votes. A decision on a case stands in the history of the case too; one to take it on opens its gate, unless a decision stands there already.',
        replies: { 201: decision },
        errors: [403, 404, 409, 413, 415, 422],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', decisionInput),
      async (c) => {
        const person = personOf(c);
        const input = c.req.valid('json');
        const { meeting, committee } = await inReach.meetings.meeting(
          person,
          c.req.valid('param').id,
          'meeting.run',
        );
        if (input.problemId !== null) await inReach.problem(person, input.problemId);
        if (input.commitmentId !== null) await inReach.commitments.get(person, input.commitmentId);
        const voted = await ballotOf(input, meeting.id);
        const fault = faultOfDecision(input);
        if (fault !== null) throw new Unusable(fault, FAULTS[fault]);
        const { membersPresent: typed, ...fields } = input;
        const counted = meeting.attendance && membersPresent(meeting.attendance);
        const present = typed ?? voted?.quorum.present ?? counted;
        const made = await store.decisions.create(
          meeting.id,
          {
            ...fields,
            ...(voted?.result && votesOf(voted.result)),
            byGroup: voted?.result?.byGroup ?? [],
            quorum: quorumOf(meeting.quorum ?? committee.quorum, present),
          },
          actOf(c, deps),
        );
        await priority.keep(person, { meeting, committee }, made, actOf(c, deps));
        announce(deps, 'meeting', meeting.id);
        if (made.problemId !== null) announce(deps, 'problem', made.problemId);
        return c.json(made, 201);
      },
    )
    .delete(
      '/:id/decisions/:decisionId',
      describe({
        may: 'meeting.run',
        placed: true,
        tag: TAG,
        summary: 'Take back a decision that was recorded by mistake, while the meeting runs',
        replies: { 204: null },
        errors: [403, 404, 409],
      }),
      valid('param', decisionParam),
      async (c) => {
        const { id, decisionId } = c.req.valid('param');
        const { meeting } = await inReach.meetings.meeting(personOf(c), id, 'meeting.run');
        const gone = (await store.decisions.list(meeting.id)).find((one) => one.id === decisionId);
        await store.decisions.strike(meeting.id, decisionId, actOf(c, deps));
        if (gone) await priority.forget(personOf(c), gone, actOf(c, deps));
        announce(deps, 'meeting', meeting.id);
        if (gone?.problemId) announce(deps, 'problem', gone.problemId);
        return c.body(null, 204);
      },
    );

  async function ballotOf({ ballotId }: DecisionInput, meetingId: string): Promise<Ballot | null> {
    if (ballotId === null) return null;
    const found = await store.ballots.get(ballotId);
    if (found?.meetingId !== meetingId) throw new NotFound('ballot of this meeting');
    if (found.state !== 'closed')
      throw new Conflict(
        'ballot_open',
        'This ballot is not closed yet: close it first, then record what was decided.',
      );
    return found;
  }
}

const FAULTS: Record<DecisionFault, string> = {
  no_case: 'Choose the problem case this is about.',
  no_commitment: 'Choose the commitment this is about.',
  no_votes: 'Say how many were for and how many against, or choose the ballot.',
  votes_without_vote: 'A consensus has no votes. Take them out, or say that it was a vote.',
  outvoted: 'As many or more were against: this was not agreed. Check the counts or the result.',
};
