import {
  northRoadAmendment,
  northRoadAssessment,
  northRoadMove,
  northRoadPeople,
  northRoadPlan,
  northRoadSteps,
  northRoadSurveys,
} from '../data/demo/north-road-evaluation.ts';
import { evaluationPlan } from './domain/case/evaluation-plan.ts';
import { ITEMS } from './domain/case/items.ts';
import { verdictSentence } from './domain/case/verdict.ts';
import { planFacts } from './evaluations/plan-facts.ts';
import { runTest } from './evaluations/run-test.ts';
import type { Problem, Store, Viewer } from './store/ports.ts';

/** The worked case in its last stages: the plan locked before, its test computed from the incidents, and the decision. */
export async function evaluateDemoCase(store: Store, viewer: Viewer, problem: Problem): Promise<void> {
  const { analyst, secretary } = northRoadPeople;
  const by = (actor: string, at: string) => ({ actor, at });
  const { datasets, categories } = problem.rule ?? {};
  const plan = evaluationPlan.parse({ ...northRoadPlan, outcome: { datasets, categories } });
  const { evaluations, problemParts, problems } = store;
  await evaluations.save(problem.id, 0, plan, by(analyst, northRoadSteps.drafted));
  const proposing = by(analyst, northRoadSteps.proposed);
  const facts = await planFacts(store, viewer, plan, proposing.at);
  await evaluations.propose(problem.id, 1, facts, proposing);
  await evaluations.lock(problem.id, 2, by(secretary, northRoadSteps.locked));
  await evaluations.amend(problem.id, northRoadAmendment, by(analyst, northRoadSteps.amended));
  for (const round of northRoadSurveys) {
    const at = round.timing === 'before' ? northRoadSteps.askedBefore : northRoadSteps.askedAfter;
    const body = ITEMS.survey_round.parse(round);
    await store.problemItems.add(problem.id, { kind: 'survey_round', body }, by(secretary, at));
  }
  const moving = { ...by(secretary, northRoadSteps.assessment), reason: northRoadMove };
  await problems.moveTo(problem.id, problem.version, 'assessment', moving);
  const run = await runTest(store, viewer, problem.id, null, by(analyst, northRoadSteps.computed));
  const { assessment, explanations, decision } = northRoadAssessment;
  const assessed = by(analyst, northRoadSteps.assessed);
  const part = { ...assessment, lookedAt: [...assessment.lookedAt] };
  await problemParts.put(problem.id, 'assessment', 0, part, assessed);
  await problemParts.put(problem.id, 'explanations', 0, explanations, assessed);
  const doseShare = assessment.delivered / assessment.planned;
  const { outcomeName, after } = northRoadPlan;
  const text = verdictSentence(run.result, { outcomeName, after, doseShare });
  await problemParts.put(problem.id, 'verdict', 0, { text }, assessed);
  await problemParts.put(
    problem.id,
    'decision',
    0,
    { ...decision, meetingId: null },
    by(secretary, northRoadSteps.decided),
  );
}
