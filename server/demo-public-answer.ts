import {
  northRoadAnswerArabic,
  northRoadAnswerEnglish,
  northRoadAnswerPeople,
  northRoadAnswerSteps,
  northRoadPromisesArabic,
  QUOTED,
} from '../data/demo/north-road-answer.ts';
import { type DemoOwner, northRoadOrganisations } from '../data/demo/north-road-response.ts';
import { type AnswerRow, answerWords } from './domain/public-answer.ts';
import { createPublicAnswers } from './public-answers.ts';
import type { Problem, Store } from './store/ports.ts';

/** What everybody was told of the worked case: drafted from its record as the workbench does, and let out by two persons. */
export async function answerDemoCase(store: Store, problem: Problem): Promise<void> {
  const { drafter, guardian, reader, publisher } = northRoadAnswerPeople;
  const { drafted, written, approved, translated, released } = northRoadAnswerSteps;
  const answers = createPublicAnswers({ store, clock: { now: () => new Date(drafted) } });
  const draft = await answers.draft({ problem }, { actor: drafter, at: drafted });
  const [english] = draft.words.languages;
  if (!english) throw new Error('A draft is written in one language.');
  const { items } = await store.concerns.page({ problemId: problem.id }, { limit: 100 });
  const words = answerWords.parse({
    ...draft.words,
    quotes: items.filter(({ summary }) => QUOTED.includes(summary)).map(({ id }) => id),
    languages: [
      { ...english, ...northRoadAnswerEnglish },
      { ...northRoadAnswerArabic, language: 'ar', promises: draft.rows.flatMap(inArabic) },
    ],
  });
  const whole = await answers.rewrite(draft, draft.version, words, { actor: drafter, at: written });
  const checked = await answers.approve(whole, whole.version, false, { actor: guardian, at: approved });
  const read = await store.publicAnswers.translated(checked.id, checked.version, {
    actor: reader,
    at: translated,
  });
  await answers.release(read, read.version, { actor: publisher, at: released });
}

function inArabic({ commitmentId, organisation }: AnswerRow) {
  // The keys of the list are the owners; Object.keys forgets it.
  const owners = Object.keys(northRoadOrganisations) as DemoOwner[];
  const owner = owners.find((one) => northRoadOrganisations[one].name === organisation);
  return owner === undefined ? [] : [{ commitmentId, text: northRoadPromisesArabic[owner] }];
}
