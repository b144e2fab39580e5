import { createHash } from 'node:crypto';
import { courseOf, courseParts } from '../domain/case/evaluation-course.ts';
import { COMPUTED_DESIGNS, type EvaluationPlan } from '../domain/case/evaluation-plan.ts';
import { EVALUATION_TEST_VERSION, evaluationTest } from '../domain/case/evaluation-test.ts';
import { exploratoryReasons } from '../domain/case/exploratory.ts';
import { Conflict, Unusable } from '../errors.ts';
import type { Act, EvaluationRun, Store, Viewer } from '../store/ports.ts';
import { countCourse, countsOf, readBoth, versionsRead } from './count-areas.ts';
import { weighHarm } from './weigh-harm.ts';

/** Computes the test of the locked plan, or a look besides, and keeps it. */
export async function runTest(
  store: Store,
  viewer: Viewer,
  problemId: string,
  look: EvaluationPlan | null,
  act: Act,
): Promise<EvaluationRun> {
  const evaluation = await store.evaluations.get(problemId);
  const locked = evaluation?.state === 'locked' ? evaluation.plan : null;
  const plan = look ?? evaluation?.plan;
  if (!plan) throw new Conflict('no_plan', 'This case has no evaluation plan yet: write one first.');
  const asked = computable(plan);
  const incidents = await readBoth(store, viewer, asked);
  const { dataVersion, dataUntil } = await versionsRead(store, viewer, plan);
  const reasons = exploratoryReasons({ plan, locked, now: act.at, dataUntil });
  const result = evaluationTest(plan, countsOf(incidents));
  const parts = courseParts(asked.after);
  const course = courseOf(plan, result, parts, await countCourse(store, viewer, plan, parts));
  const harm = await weighHarm(store, viewer, plan, incidents);
  const digest = createHash('sha256')
    .update(JSON.stringify([EVALUATION_TEST_VERSION, plan, result, ...(harm ? [harm] : [])]))
    .digest('hex');
  return store.evaluations.addRun(
    {
      problemId,
      kind: reasons.length === 0 ? 'primary' : 'exploratory',
      reasons,
      plan,
      // The digest is of the test, and of harm where a table was adopted: the course follows from the same counts.
      result: { ...result, course, ...(harm && { harm }) },
      dataVersion,
      testVersion: EVALUATION_TEST_VERSION,
      digest,
    },
    act,
  );
}

function computable(plan: EvaluationPlan) {
  const { design, treated, control, before, after } = plan;
  if (!COMPUTED_DESIGNS.includes(design))
    throw new Unusable(
      'no_test_for_design',
      'The workbench computes no single test for this design. Keep the runs that judge it on the case.',
    );
  if (
    before === null ||
    after === null ||
    treated === null ||
    (design !== 'before_after' && control === null)
  )
    throw new Unusable('plan_incomplete', 'The plan lacks a period or an area: complete it first.');
  return { ...plan, before, after };
}
