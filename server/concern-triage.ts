import type { ConcernSight } from './concern-sight.ts';
import type { AppDeps } from './deps.ts';
import type { TriageStep } from './domain/concern.ts';
import { isSettled, type KeptState, stateAfter, stepsFrom } from './domain/concern-steps.ts';
import { Conflict } from './errors.ts';
import { createInReach, type Person } from './in-reach.ts';
import type { Act, Concern, ConcernOutcome } from './store/ports.ts';
import { today } from './today.ts';

/** Takes a step of triage; null: the concern became a protected referral and is gone. */
export function createConcernTriage(deps: Pick<AppDeps, 'store' | 'clock'>, sight: ConcernSight) {
  const { store, clock } = deps;
  const inReach = createInReach(deps);

  async function outcomeOf(person: Person, found: Concern, step: TriageStep, to: KeptState, act: Act) {
    const outcome: ConcernOutcome = {
      settledAt: isSettled(to) ? act.at : null,
      declineReason: step.step === 'decline' ? step.reason : null,
      mergedInto: step.step === 'merge' ? await target(person, found, step.into) : null,
      problemId: to === 'attached_to_problem' ? found.problemId : null,
    };
    if (step.step === 'attach')
      outcome.problemId = (await inReach.problem(person, step.problemId, 'problem.change')).id;
    if (step.step === 'refer') outcome.referredTo = step.to;
    if (step.step === 'answer') outcome.answer = step.answer;
    // Whoever is told that it is not taken up, or who takes it up, has had an answer.
    if (step.step === 'answer' || step.step === 'decline' || step.step === 'refer')
      outcome.answeredOn = await today(store, clock);
    if (step.step === 'reopen') Object.assign(outcome, { answeredOn: null, referredTo: '' });
    return outcome;
  }

  async function target(person: Person, found: Concern, into: string): Promise<string> {
    const { concern } = await sight.concern(person, into, 'concern.triage');
    if (concern.id === found.id)
      throw new Conflict('merged_with_itself', 'Choose another concern to merge it into.');
    if (concern.state === 'merged')
      throw new Conflict('is_merged', 'That one was merged itself. Choose the one it was merged into.');
    return concern.id;
  }

  return async function take(
    person: Person,
    id: string,
    version: number,
    step: TriageStep,
    act: Act,
  ): Promise<Concern | null> {
    const { concern: found } = await sight.concern(person, id, 'concern.triage');
    const to = stateAfter(found.state, step.step, found.answeredOn !== null);
    if (found.version === version && to === null) throw notFromHere(found.state);
    if (step.step === 'protect') {
      await store.concerns.protect(id, version, step.pathway, act);
      return null;
    }
    const state = to === null || to === 'protected_referral' ? found.state : to;
    const outcome = await outcomeOf(person, found, step, state, act);
    const note = 'note' in step ? (step.note ?? '') : '';
    return store.concerns.step(id, version, { step: step.step, to: state, note, outcome }, act);
  };
}

function notFromHere(state: KeptState): Conflict {
  return new Conflict(
    'step_not_possible',
    `From “${state}” these steps are possible: ${stepsFrom(state).join(', ')}.`,
  );
}
