import { northRoadAnalysis, northRoadAnswers, northRoadFindings } from '../data/demo/north-road-analysis.ts';
import { northRoadPeople, northRoadSteps } from '../data/demo/north-road-evaluation.ts';
import {
  type DemoCommitment,
  type DemoOwner,
  type Hands,
  northRoadCommitments,
  northRoadOptions,
  northRoadOrganisations,
} from '../data/demo/north-road-response.ts';
import { keepDemoAnswers } from './demo-answers.ts';
import { ITEMS } from './domain/case/items.ts';
import { PARTS } from './domain/case/parts.ts';
import { outcomeOf } from './domain/commitment.ts';
import type { Act, Commitment, Problem, Store, Viewer } from './store/ports.ts';

/** What analysis and response left on the worked case: answers kept, findings, options, promises and what became of them. */
export async function workOnDemoCase(store: Store, viewer: Viewer, problem: Problem): Promise<void> {
  const { analyst, secretary } = northRoadPeople;
  await analyse(store, viewer, problem, { actor: analyst, at: northRoadSteps.analysed });
  const owners = await organisations(store, { actor: secretary, at: northRoadSteps.compared });
  await compareOptions(store, problem, owners, { actor: analyst, at: northRoadSteps.compared });
  for (const commitment of northRoadCommitments)
    await keepPromise(store, problem, owners[commitment.owner], commitment, secretary);
}

async function analyse(store: Store, viewer: Viewer, problem: Problem, act: Act): Promise<void> {
  const kept = await keepDemoAnswers(store, viewer, problem, northRoadAnswers, act);
  for (const { kind, runs, body } of northRoadFindings) {
    const bearing = runs.flatMap((name) => kept.get(name) ?? []);
    const borneBy =
      kind === 'hypothesis' ? { testRunIds: bearing } : kind === 'finding' ? { runIds: bearing } : {};
    await store.problemItems.add(problem.id, { kind, body: ITEMS[kind].parse({ ...body, ...borneBy }) }, act);
  }
  const { triangle, current_response: current, analysis_tasks: tasks } = northRoadAnalysis;
  await store.problemParts.put(problem.id, 'triangle', 0, PARTS.triangle.parse(triangle), act);
  await store.problemParts.put(problem.id, 'current_response', 0, PARTS.current_response.parse(current), act);
  await store.problemParts.put(problem.id, 'analysis_tasks', 0, PARTS.analysis_tasks.parse(tasks), act);
}

/** Found by their names where a start was broken off halfway. */
async function organisations(store: Store, act: Act): Promise<Record<DemoOwner, number>> {
  const there = new Map((await store.organisations.list()).map(({ name, id }) => [name, id]));
  const idOf = async (owner: DemoOwner) => {
    const input = northRoadOrganisations[owner];
    return there.get(input.name) ?? (await store.organisations.create(input, act)).id;
  };
  return { lighting: await idOf('lighting'), buses: await idOf('buses'), market: await idOf('market') };
}

async function compareOptions(
  store: Store,
  problem: Problem,
  owners: Record<DemoOwner, number>,
  act: Act,
): Promise<void> {
  for (const { owner, body } of northRoadOptions) {
    const ownerId = owner === null ? null : owners[owner];
    const option = ITEMS.option.parse({ ...body, ownerId });
    await store.problemItems.add(problem.id, { kind: 'option', body: option }, act);
  }
}

async function keepPromise(
  store: Store,
  { id: problemId }: Problem,
  organisationId: number,
  { text, kind, ownerRole, madeAt, dueOn, evidenceOfDone, dose, done, steps }: DemoCommitment,
  secretary: string,
): Promise<void> {
  const rest = { partnerIds: [], geometry: null, visibility: 'public' as const, followUpOf: null };
  const promise = { text, kind, ownerRole, evidenceOfDone, dose, ...rest };
  const by = (at: string): Act => ({ actor: secretary, at });
  let commitment = await store.commitments.propose(
    { ...promise, problemId, organisationId, dueOn: null, meetingOn: madeAt.slice(0, 10) },
    by(madeAt),
  );
  for (const step of steps) commitment = await take(store, commitment, step, dueOn, by(step.at));
  for (const [on, quantity] of done) {
    const at = `${on}T18:00:00.000Z`;
    const entry = {
      at,
      unit: dose.unit,
      quantity,
      place: null,
      byRole: ownerRole,
      note: '',
      enteredOffline: false,
    };
    await store.commitments.logDose(commitment.id, entry, by(at));
  }
}

async function take(
  store: Store,
  { id, version }: Commitment,
  step: DemoCommitment['steps'][number],
  dueOn: string,
  act: Act,
): Promise<Commitment> {
  if ('to' in step) {
    const { to, note = '', evidence } = step;
    const given = to === 'agreed' ? { dueOn } : {};
    const shown = evidence === undefined ? [] : [{ kind: 'note' as const, text: evidence }];
    return store.commitments.move(id, version, { to, note, evidence: shown, onBehalf: true, ...given }, act);
  }
  const byGroup = Object.fromEntries(Object.entries(step.said).map(([group, of]) => [group, tallyOf(of)]));
  const sum = (at: 0 | 1 | 2 | 3) => Object.values(step.said).reduce((hands, of) => hands + of[at], 0);
  const tally = tallyOf([sum(0), sum(1), sum(2), sum(3)]);
  const outcome = outcomeOf(tally);
  if (outcome === null) throw new Error('In the demo area somebody always could say.');
  const said = { ...tally, basis: 'meeting' as const, heldOn: act.at.slice(0, 10), byGroup };
  return store.commitments.settle(
    id,
    version,
    { ...said, comment: step.comment, outcome },
    step.newDueOn,
    act,
  );
}

const tallyOf = ([done, partly, notDone, cannotSay]: Hands) => ({ done, partly, notDone, cannotSay });
