import type { DemoConcern } from '../data/demo/concerns.ts';
import { findInAreas } from './concern-areas.ts';
import { type NewConcern, newConcern } from './domain/concern.ts';
import { keptPlace } from './domain/concern-place.ts';
import type { Act, Concern, Store } from './store/ports.ts';

/** Takes in what people of the demo area raised; those of a case are put into it if it is there. */
export async function raiseDemoConcerns(
  store: Store,
  concerns: readonly DemoConcern[],
  categories: ReadonlyMap<string, number>,
): Promise<void> {
  const areas = findInAreas(await store.areas.list());
  const cases = new Map((await store.problems.list()).map(({ id, title }) => [title, id]));
  for (const [i, told] of concerns.entries()) {
    const { place, ...fields } = fieldsOf(told, categories);
    const kept = place && keptPlace(place, areas);
    // Nobody was given a receipt.
    const consentAt = told.mayPublish ? actOn(told.on).at : null;
    const own = { id: `demo-${i + 1}`, place: kept, consentAt, contact: null, receipt: null };
    // Those of a start that was broken off halfway are there already, in a case that is not.
    const there = await store.concerns.get(own.id);
    const made = there ?? (await store.concerns.create({ ...fields, ...own }, actOn(told.on)));
    await takeUp(store, made, told, cases.get(told.inCase ?? '') ?? null);
  }
}

/** Passed on as protected in the demo area: a day, a pathway, a count. */
export async function countDemoReferral(store: Store, on: string): Promise<void> {
  if ((await store.concerns.referrals()).length > 0) return;
  await store.concerns.countReferral({ receivedOn: on, pathway: 'survivor_support' }, actOn(on));
}

async function takeUp(store: Store, made: Concern, { on, answer }: DemoConcern, problemId: string | null) {
  let concern = made;
  if (problemId !== null)
    concern = await store.concerns.step(
      concern.id,
      concern.version,
      { step: 'attach', to: 'attached_to_problem', note: '', outcome: { problemId } },
      actOn(answer?.on ?? on),
    );
  if (answer === null) return;
  const act = actOn(answer.on);
  const to = problemId === null ? 'answered' : 'attached_to_problem';
  const settledAt = problemId === null ? act.at : null;
  const outcome = { answer: answer.text, answeredOn: answer.on, settledAt };
  await store.concerns.step(concern.id, concern.version, { step: 'answer', to, note: '', outcome }, act);
}

function fieldsOf(told: DemoConcern, categories: ReadonlyMap<string, number>): NewConcern {
  const { on, channel, summary, category, groups, frequency, reporter, place, mayPublish = false } = told;
  return newConcern.parse({
    receivedOn: on,
    channel,
    summary,
    categoryId: categories.get(category ?? '') ?? null,
    affectedGroups: groups,
    frequency,
    reporterType: reporter,
    consent: { answerMe: false, contactMe: false, publishSummary: mayPublish },
    place: place && { ...place, chosenBy: 'reporter', areaId: null },
  });
}

const actOn = (day: string): Act => ({ actor: null, at: `${day}T12:00:00.000Z` });
