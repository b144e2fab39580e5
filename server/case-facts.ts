import type { Clock } from './clock.ts';
import type { CaseFacts, CommitmentFacts, EvaluationStanding } from './domain/case/case-facts.ts';
import { COMPUTED_DESIGNS } from './domain/case/evaluation-plan.ts';
import type { PartBodies } from './domain/case/parts.ts';
import type { Problem, ProblemPart, Store } from './store/ports.ts';
import { today } from './today.ts';

const MONTH_MS = 30.44 * 86_400_000;

/** Puts together what the gates ask of a case. It is the same for whoever asks: a gate stands where it stands. */
export async function readCaseFacts(store: Store, clock: Clock, problem: Problem): Promise<CaseFacts> {
  const { id, stage, state, statement, reviewOn, rule, manual } = problem;
  const [day, parts, items, exhibits, categories, datasets, concerns, commitments, evaluation, answers] =
    await Promise.all([
      today(store, clock),
      store.problemParts.list(id),
      store.problemItems.list(id),
      store.exhibits.list(id),
      store.categories.list(),
      store.datasets.list(),
      store.concerns.page({ problemId: id }, { limit: 1000 }),
      readCommitmentFacts(store, id),
      readEvaluation(store, id),
      store.publicAnswers.list({ problemId: id, released: true }),
    ]);
  const kinds = new Set<string>(items.flatMap((item) => (item.kind === 'source' ? [item.body.kind] : [])));
  if (concerns.items.length > 0) kinds.add('concerns');
  if (rule !== null || manual.some(({ verdict }) => verdict === 'in')) kinds.add('police_records');
  const inRule = new Set(rule?.categories ?? []);
  return {
    today: day,
    stage,
    state,
    statement,
    reviewOn,
    parts: bodiesOf(parts),
    items,
    sourceKinds: kinds.size,
    protectedCategories: categories.filter((one) => inRule.has(one.id) && one.protected !== 'none').length,
    monthsOfData: Math.max(0, ...datasets.map(({ from, to }) => monthsBetween(from, to))),
    exhibits: exhibits.length,
    concerns: concerns.items.length,
    commitments,
    evaluation,
    publicAnswers: { released: answers.filter((one) => one.state === 'released').length },
  };
}

async function readCommitmentFacts(store: Store, problemId: string): Promise<CommitmentFacts> {
  const all = await store.commitments.list({ problemId });
  const said = await Promise.all(all.map(({ id }) => store.commitments.verifications(id)));
  const shares = all.flatMap(({ delivered, dose, firstDueOn }) =>
    dose && firstDueOn !== null ? [Math.min(1, delivered / dose.planned)] : [],
  );
  return {
    agreed: all.filter(({ firstDueOn }) => firstDueOn !== null).length,
    judged: said.filter((of) => of.length > 0).length,
    // Units differ: each commitment counts the same, and more than planned makes up for no other.
    doseShare: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
  };
}

async function readEvaluation(store: Store, problemId: string): Promise<EvaluationStanding> {
  const found = await store.evaluations.get(problemId);
  const runs = await store.evaluations.runs(problemId);
  const primaryRuns = runs.filter(({ kind }) => kind === 'primary').length;
  if (found === null)
    return { standing: 'missing', leastShare: null, afterEnds: null, hasTest: false, primaryRuns };
  const { state, plan, facts } = found;
  const isNone = plan.design === 'none' && plan.noneReason !== '';
  return {
    standing: isNone ? 'none_with_reason' : state === 'locked' ? 'locked' : 'open',
    leastShare: facts?.drops.at(-1)?.share ?? null,
    afterEnds: isNone ? null : (plan.after?.to.slice(0, 10) ?? null),
    hasTest: COMPUTED_DESIGNS.includes(plan.design),
    primaryRuns,
  };
}

function monthsBetween(from: string | null, to: string | null): number {
  return from === null || to === null ? 0 : (Date.parse(to) - Date.parse(from)) / MONTH_MS;
}

function bodiesOf(parts: readonly ProblemPart[]): CaseFacts['parts'] {
  const bodies = Object.fromEntries(parts.map(({ name, body }) => [name, body]));
  // The store gives every part there is; Object.fromEntries forgets which.
  return bodies as { [Name in keyof PartBodies]: PartBodies[Name] | null };
}
