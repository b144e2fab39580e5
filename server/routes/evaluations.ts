import { Hono } from 'hono';
import { z } from 'zod';
import { dataZone } from '../data-zone.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { doseShare } from '../domain/case/assessment.ts';
import { bufferZone } from '../domain/case/buffer-zone.ts';
import { mayBeLocked } from '../domain/case/evaluation-checks.ts';
import { COUNTED_AREAS, type EvaluationPlan, evaluationPlan } from '../domain/case/evaluation-plan.ts';
import { readingOf, verdictSentence } from '../domain/case/verdict.ts';
import { areaGeometry } from '../domain/geometry.ts';
import { isExactEverywhere } from '../domain/grants.ts';
import { instant } from '../domain/instant.ts';
import { checkPolygon } from '../domain/polygon-check.ts';
import { AppError } from '../errors.ts';
import { findComparisons } from '../evaluations/find-comparisons.ts';
import { changesInside, planFacts } from '../evaluations/plan-facts.ts';
import { runTest } from '../evaluations/run-test.ts';
import { createInReach } from '../in-reach.ts';
import { versionOf, versionOrNone } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { Evaluation, EvaluationRun } from '../store/ports.ts';
import { comparisons, evaluation, evaluationRun, planPreview } from './evaluation-replies.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { areaKind } from './records.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';
import { shapesAsSeen } from './shapes-as-seen.ts';

const text = z.string().trim().min(1, 'Must not be empty.').max(2000);
const amendment = z.object({ text, reason: text }).strict();
const comparisonQuestion = z
  .object({
    treated: areaGeometry,
    buffer: areaGeometry.nullable().default(null),
    bufferMetres: z.number().min(10).max(5000).nullable().default(null),
    outcome: evaluationPlan.shape.outcome,
    /** The start of the response. */
    until: instant,
    kind: areaKind,
  })
  .strict();
const zoneQuestion = z.object({ area: areaGeometry, metres: z.number().min(10).max(5000) }).strict();
const look = z.object({ plan: evaluationPlan.nullable().default(null) }).strict();

const TAG = 'Evaluations';

/** By which test a response is judged, agreed before, and what came of it. */
export function evaluationRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/evaluation',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'The evaluation plan of a case; version 0 while none was written',
        replies: { 200: evaluation },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id);
        const found = (await store.evaluations.get(id)) ?? noneOf(id);
        return c.json(tagged(c, shapesAsSeen(c, found)));
      },
    )
    .put(
      '/:id/evaluation',
      describe({
        may: 'evaluation.plan',
        placed: true,
        tag: TAG,
        summary: 'Write the evaluation plan; what was proposed is a draft again, and what is locked stays',
        replies: { 200: evaluation },
        errors: [403, 409, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', evaluationPlan),
      async (c) => {
        const version = versionOrNone(c);
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'evaluation.plan');
        const plan = c.req.valid('json');
        checkShapes(plan);
        return c.json(told(c, await store.evaluations.save(id, version, plan, actOf(c, deps))));
      },
    )
    .post(
      '/:id/evaluation/preview',
      describe({
        may: 'evaluation.plan',
        placed: true,
        tag: TAG,
        summary:
          'What is known of a plan before its result: counts before, what could be seen, what stands against it',
        replies: { 200: planPreview },
        errors: [403, 404, 413, 415, 422],
      }),
      valid('param', idParam),
      valid('json', evaluationPlan),
      async (c) => {
        await inReach.problem(personOf(c), c.req.valid('param').id, 'evaluation.plan');
        const plan = c.req.valid('json');
        checkShapes(plan);
        const facts = await planFacts(store, c.get('viewer'), plan, deps.clock.now().toISOString());
        return c.json({ ...facts, recordingChanges: await changesInside(store, plan) });
      },
    )
    .post(
      '/:id/evaluation/zone',
      describe({
        may: 'evaluation.plan',
        placed: true,
        tag: TAG,
        summary: 'The streets around an area: what lies within so many metres of it and not in it',
        replies: { 200: z.object({ geometry: areaGeometry }) },
        errors: [403, 404, 413, 415, 422],
      }),
      valid('param', idParam),
      valid('json', zoneQuestion),
      async (c) => {
        await inReach.problem(personOf(c), c.req.valid('param').id, 'evaluation.plan');
        const { area, metres } = c.req.valid('json');
        checkPolygon(area, '/area');
        return c.json({ geometry: bufferZone(area, metres) });
      },
    )
    .post(
      '/:id/evaluation/comparisons',
      describe({
        may: 'evaluation.plan',
        placed: true,
        tag: TAG,
        summary:
          'Areas that could stand for what would have happened without the response, the best match first',
        replies: { 200: comparisons },
        errors: [403, 404, 413, 415, 422],
      }),
      valid('param', idParam),
      valid('json', comparisonQuestion),
      async (c) => {
        await inReach.problem(personOf(c), c.req.valid('param').id, 'evaluation.plan');
        const asked = c.req.valid('json');
        checkPolygon(asked.treated, '/treated');
        const zone = await dataZone(store, asked.outcome.datasets);
        return c.json(await findComparisons(store, c.get('viewer'), { ...asked, zone }));
      },
    )
    .post(
      '/:id/evaluation/proposal',
      describe({
        may: 'evaluation.plan',
        placed: true,
        tag: TAG,
        summary: 'Propose the plan for locking; somebody else confirms it',
        replies: { 200: evaluation },
        errors: [403, 409, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const version = versionOf(c);
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'evaluation.plan');
        const act = actOf(c, deps);
        const { plan } = (await store.evaluations.get(id)) ?? noneOf(id);
        if (plan === null)
          throw new AppError(409, 'no_plan', 'This case has no evaluation plan yet: write one first.');
        const facts = await planFacts(store, c.get('viewer'), plan, act.at);
        if (!mayBeLocked(facts.checks)) throw notReady(facts.checks);
        return c.json(told(c, await store.evaluations.propose(id, version, facts, act)));
      },
    )
    .post(
      '/:id/evaluation/lock',
      describe({
        may: 'evaluation.confirm',
        placed: true,
        tag: TAG,
        summary: 'Confirm the proposed plan; from then on it stays as it is',
        replies: { 200: evaluation },
        errors: [403, 409],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const version = versionOf(c);
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'evaluation.confirm');
        return c.json(told(c, await store.evaluations.lock(id, version, actOf(c, deps))));
      },
    )
    .post(
      '/:id/evaluation/amendments',
      describe({
        may: 'evaluation.confirm',
        placed: true,
        tag: TAG,
        summary: 'Write beside a locked plan what became different, and why',
        replies: { 201: evaluation },
        errors: [403, 404, 409, 415],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', amendment),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'evaluation.confirm');
        return c.json(told(c, await store.evaluations.amend(id, c.req.valid('json'), actOf(c, deps))), 201);
      },
    )
    .get(
      '/:id/evaluation/runs',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'Every look at the result, the oldest first',
        replies: { 200: pageOf(evaluationRun) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id);
        const { items, next } = pageOfRecords(await store.evaluations.runs(id), c.req.valid('query'));
        const share = await shareOf(id);
        return c.json({ items: items.map((run) => runAsSeen(c, run, share)), next });
      },
    )
    .post(
      '/:id/evaluation/runs',
      describe({
        may: 'evaluation.plan',
        placed: true,
        tag: TAG,
        summary: 'Compute the test of the locked plan; another plan, or too early, is an exploratory look',
        replies: { 201: evaluationRun },
        errors: [403, 404, 409, 413, 415, 422],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', look),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'evaluation.plan');
        const { plan } = c.req.valid('json');
        if (plan) checkShapes(plan);
        const run = await runTest(store, c.get('viewer'), id, plan, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(runAsSeen(c, run, await shareOf(id)), 201);
      },
    );

  async function shareOf(problemId: string): Promise<number | null> {
    return doseShare((await store.problemParts.get(problemId, 'assessment')).body);
  }

  function told(c: Parameters<typeof actOf>[0], saved: Evaluation): Evaluation {
    announce(deps, 'problem', saved.problemId);
    return tagged(c, shapesAsSeen(c, saved));
  }
}

/** Fewer than this are told to nobody who does not see incidents. */
const LEAST_TOLD = 3;

function runAsSeen(c: Parameters<typeof actOf>[0], run: EvaluationRun, share: number | null) {
  const { plan, result } = run;
  const small = Object.values(result.counts).some((pair) =>
    pair?.some((count) => count > 0 && count < LEAST_TOLD),
  );
  const seesAll = isExactEverywhere(c.get('viewer').grants);
  const counts = small && !seesAll ? null : result.counts;
  const course = seesAll || isTold(result) ? (result.course ?? null) : null;
  const harm = seesAll || !result.harm?.small ? (result.harm ?? null) : null;
  const told = {
    outcomeName: plan.outcomeName || 'incidents',
    after: plan.after ?? NO_PERIOD,
    doseShare: share,
  };
  return shapesAsSeen(c, {
    ...run,
    result: { ...result, counts, course, harm },
    reading: readingOf(result, share),
    sentence: verdictSentence(result, told),
  });
}

/** From a step with few incidents could be told when they came. */
function isTold({ counts, course }: EvaluationRun['result']): boolean {
  const least = LEAST_TOLD * (course?.length ?? 0);
  return Object.values(counts).every((pair) => pair === null || pair[1] >= least);
}

const NO_PERIOD = { from: '1970-01-01T00:00:00Z', to: '1970-01-01T00:00:00Z' };

const noneOf = (problemId: string) => ({
  problemId,
  plan: null,
  facts: null,
  state: 'none' as const,
  version: 0,
  changedBy: null,
  changedAt: null,
  proposedBy: null,
  proposedAt: null,
  lockedBy: null,
  lockedAt: null,
  proposedByName: null,
  lockedByName: null,
  amendments: [],
});

function checkShapes(plan: EvaluationPlan): void {
  for (const area of COUNTED_AREAS) if (plan[area]) checkPolygon(plan[area], `/${area}`);
}

function notReady(checks: readonly { level: string; text: string; areas: readonly string[] }[]): AppError {
  const errors = checks
    .filter(({ level }) => level === 'blocks')
    .map(({ text, areas }) => ({ pointer: `/${areas[0] ?? ''}`, detail: text }));
  return new AppError(409, 'plan_not_ready', `The plan cannot be locked yet. ${errors[0]?.detail ?? ''}`, {
    errors,
  });
}
