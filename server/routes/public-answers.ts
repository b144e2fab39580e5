import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { isNowhere, reachOf } from '../domain/held-roles.ts';
import type { Action } from '../domain/permissions.ts';
import { answerWords } from '../domain/public-answer.ts';
import { Conflict, NotFound } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, type RouteText, valid } from '../openapi.ts';
import type { Person } from '../person.ts';
import { type AnswerAbout, createPublicAnswers } from '../public-answers.ts';
import { createPublishedAnswers } from '../publications/published-answers.ts';
import type { PublicAnswer } from '../store/ports.ts';
import { today } from '../today.ts';
import { pageOfRecords, pageQuery, paging } from './paging.ts';
import { answerCheck, publicAnswer, publishedAnswer, publishedAnswerLine } from './public-answer-schemas.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const TAG = 'Public answers';
const id = z.string().min(1).max(64);
/** A case or a meeting. */
const subject = z.union([z.object({ problemId: id }).strict(), z.object({ meetingId: id }).strict()]);
const reason = z.string().trim().min(1, 'Say why; everybody can read it.').max(2000);

type Ctx = Parameters<typeof actOf>[0];

/** What reading and writing an answer takes, by what it is about. */
const NEEDS = {
  read: { problem: 'problem.read', meeting: 'meeting.read' },
  change: { problem: 'problem.change', meeting: 'meeting.change' },
} as const satisfies Record<string, Record<string, Action>>;

/** What residents are told of a case or a meeting: drafted from the record, checked, read in every language, released by two persons. */
export function publicAnswerRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const answers = createPublicAnswers(deps);

  /** What it is about, if that is in reach for this. */
  async function about(
    person: Person,
    { problemId, meetingId }: { problemId?: string | null; meetingId?: string | null },
    need: keyof typeof NEEDS,
  ): Promise<AnswerAbout> {
    // What was told of a case that was deleted stays readable.
    const also = need === 'read' ? ('deleted' as const) : undefined;
    if (problemId) return { problem: await inReach.problem(person, problemId, NEEDS[need].problem, also) };
    return inReach.meetings.meeting(person, meetingId ?? '', NEEDS[need].meeting);
  }

  async function find(c: Ctx, id: string, need: keyof typeof NEEDS = 'read'): Promise<PublicAnswer> {
    const found = await store.publicAnswers.get(id);
    if (found === null) throw new NotFound('public answer');
    await about(personOf(c), found, 'read').catch((error) => {
      throw error instanceof NotFound ? new NotFound('public answer') : error;
    });
    if (need === 'change') await about(personOf(c), found, 'change');
    return found;
  }

  function told(c: Ctx, answer: PublicAnswer): PublicAnswer {
    if (answer.problemId !== null) announce(deps, 'problem', answer.problemId);
    if (answer.meetingId !== null) announce(deps, 'meeting', answer.meetingId);
    // Before it is released only those who read what it is about hear that there is one.
    if (answer.released !== null) announce(deps, 'publication', answer.id);
    return tagged(c, answer);
  }

  /** Those whose case or meeting somebody reads. */
  async function seenBy(person: Person): Promise<(answer: PublicAnswer) => boolean> {
    const cases = new Set((await inReach.problems(person)).map(({ id }) => id));
    const meetings = new Set((await inReach.meetings.list(person, {})).map(({ id }) => id));
    return ({ problemId, meetingId }) => cases.has(problemId ?? '') || meetings.has(meetingId ?? '');
  }

  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'Public answers of the cases and meetings one reads, or of one of them, the newest first',
        replies: { 200: pageOf(publicAnswer) },
      }),
      valid('query', z.object({ ...paging, problemId: id.optional(), meetingId: id.optional() }).strict()),
      async (c) => {
        const { problemId, meetingId, ...page } = c.req.valid('query');
        const isSeen = await seenBy(personOf(c));
        const all = await store.publicAnswers.list({
          ...(problemId !== undefined && { problemId }),
          ...(meetingId !== undefined && { meetingId }),
        });
        return c.json(pageOfRecords(all.filter(isSeen), page));
      },
    )
    .post(
      '/',
      describe({
        may: 'problem.change',
        placed: true,
        tag: TAG,
        summary: 'Draft the public answer of a case or of a closed meeting from its record',
        description:
          'Words by rules, to be edited; the lists of promises come from the record: only verified is called done.',
        replies: { 201: publicAnswer },
        errors: [403, 404, 409, 415],
        idempotent: true,
      }),
      valid('json', subject),
      async (c) => {
        const of = await about(personOf(c), c.req.valid('json'), 'change');
        requireFinished(of);
        return c.json(told(c, await answers.draft(of, actOf(c, deps))), 201);
      },
    )
    .get(
      '/:id',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'One public answer in any state',
        replies: { 200: publicAnswer },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => c.json(tagged(c, await find(c, c.req.valid('param').id))),
    )
    .get(
      '/:id/check',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'What stands in the way of its release: the privacy sheet as it would be now',
        replies: { 200: answerCheck },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const answer = await find(c, c.req.valid('param').id);
        const found = await answers.check(answer);
        // The words of a concern are for whoever writes the answer, until they are quoted.
        const kind = answer.problemId === null ? 'meeting' : 'problem';
        const seesAll = !isNowhere(reachOf(c.get('roles'), NEEDS.change[kind]));
        const quoted = new Set(answer.words.quotes);
        return c.json({
          ...found,
          quotable: found.quotable.filter(({ id }) => seesAll || quoted.has(id)),
        });
      },
    )
    .put(
      '/:id',
      describe({
        may: 'problem.change',
        placed: true,
        tag: TAG,
        summary:
          'Write the answer; the lists are read from the record anew, and what was checked is a draft again',
        replies: { 200: publicAnswer },
        errors: [403, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', answerWords),
      async (c) => {
        const version = versionOf(c);
        const answer = await find(c, c.req.valid('param').id, 'change');
        return c.json(told(c, await answers.rewrite(answer, version, c.req.valid('json'), actOf(c, deps))));
      },
    )
    .post(
      '/:id/approve',
      describe({
        ...step('publication.approve', 'The first key: the guardian of the data has checked it'),
        proven: true,
        errors: [404, 409, 415, 422],
      }),
      valid('param', idParam),
      valid('json', z.object({ wordsRead: z.boolean().default(false) }).strict()),
      async (c) => {
        const version = versionOf(c);
        const answer = await find(c, c.req.valid('param').id);
        const { wordsRead } = c.req.valid('json');
        return c.json(told(c, await answers.approve(answer, version, wordsRead, actOf(c, deps))));
      },
    )
    .post(
      '/:id/translated',
      describe({
        ...step('problem.change', 'Somebody who reads all its languages says that they say the same'),
        placed: true,
      }),
      valid('param', idParam),
      async (c) => {
        const version = versionOf(c);
        const { id } = await find(c, c.req.valid('param').id, 'change');
        return c.json(told(c, await store.publicAnswers.translated(id, version, actOf(c, deps))));
      },
    )
    .post(
      '/:id/release',
      describe({
        ...step('publication.release', 'The second key: released to everybody by somebody else'),
        proven: true,
      }),
      valid('param', idParam),
      async (c) => {
        const version = versionOf(c);
        const answer = await find(c, c.req.valid('param').id);
        const released = await answers.release(answer, version, actOf(c, deps));
        if (released.corrects !== null) announce(deps, 'publication', released.corrects);
        return c.json(told(c, released));
      },
    )
    .post(
      '/:id/discard',
      describe({ ...step('problem.change', 'Withdraw what is not released yet'), placed: true }),
      valid('param', idParam),
      async (c) => {
        const version = versionOf(c);
        const { id, released } = await find(c, c.req.valid('param').id, 'change');
        if (released !== null)
          throw new Conflict(
            'released',
            'This answer was released: correct it, or have it withdrawn with a reason.',
          );
        return c.json(told(c, await store.publicAnswers.withdraw(id, version, actOf(c, deps))));
      },
    )
    .post(
      '/:id/withdraw',
      describe({
        ...step(
          'publication.strike',
          'Withdraw a released answer: the reason stays readable, its words do not',
        ),
        errors: [404, 409, 415],
      }),
      valid('param', idParam),
      valid('json', z.object({ reason }).strict()),
      async (c) => {
        const version = versionOf(c);
        const { id, released } = await find(c, c.req.valid('param').id);
        if (released === null)
          throw new Conflict('not_released', 'This answer was never released: discard it instead.');
        const act = actOf(c, deps, c.req.valid('json').reason);
        return c.json(told(c, await store.publicAnswers.withdraw(id, version, act)));
      },
    )
    .post(
      '/:id/correction',
      describe({
        may: 'problem.change',
        placed: true,
        tag: TAG,
        summary:
          'Begin a correction of a released answer; released, it strikes this one, and both stay readable',
        replies: { 201: publicAnswer },
        errors: [403, 404, 409, 415],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', z.object({ reason }).strict()),
      async (c) => {
        const answer = await find(c, c.req.valid('param').id, 'change');
        const { reason: why } = c.req.valid('json');
        return c.json(told(c, await answers.correct(answer, why, actOf(c, deps))), 201);
      },
    );
}

/** A meeting is told of when it is over. */
function requireFinished(about: AnswerAbout): void {
  if ('problem' in about || about.meeting.state === 'closed') return;
  throw new Conflict(
    'meeting_open',
    'This meeting is not closed yet: close it, then draft what is told of it.',
  );
}

function step(may: Action, summary: string) {
  return {
    may,
    tag: TAG,
    summary,
    replies: { 200: publicAnswer },
    errors: [403, 404, 409, 422],
    ifMatch: 'required',
  } satisfies RouteText;
}

/** What was released: for everybody, without an account. */
export function publishedAnswerRoutes({ store, clock }: Pick<AppDeps, 'store' | 'clock'>) {
  const published = createPublishedAnswers(store);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'open',
        tag: TAG,
        summary: 'Public answers that were released, the newest first; corrected and withdrawn ones too',
        replies: { 200: pageOf(publishedAnswerLine) },
      }),
      valid('query', pageQuery),
      async (c) =>
        c.json(pageOfRecords(await published.list(await today(store, clock)), c.req.valid('query'))),
    )
    .get(
      '/:id',
      describe({
        may: 'open',
        tag: TAG,
        summary: 'One released answer in all its languages',
        replies: { 200: publishedAnswer },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => c.json(await published.get(c.req.valid('param').id, await today(store, clock))),
    );
}
