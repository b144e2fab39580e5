import { meetingAnswerPromisesFrench, meetingAnswerSteps } from '../data/demo/meeting-answer.ts';
import { demoMeetings } from '../data/demo/meetings.ts';
import { northRoadAnswerPeople } from '../data/demo/north-road-answer.ts';
import { type DemoOwner, northRoadOrganisations } from '../data/demo/north-road-response.ts';
import { answerWords } from './domain/public-answer.ts';
import { createPublicAnswers } from './public-answers.ts';
import type { PublicAnswer, Store } from './store/ports.ts';

/** What everybody was told of the first meeting on record: drafted by the rules, put into French, and let out by two persons. */
export async function answerDemoMeeting(store: Store): Promise<void> {
  const [first] = demoMeetings;
  // That of a start that was broken off halfway is ended by now.
  const committee = (await store.committees.list()).find(({ endedOn }) => endedOn === null);
  if (!committee) return;
  const closed = await store.meetings.list({ committeeId: committee.id, states: ['closed'] });
  const meeting = closed.find(({ startsAt }) => startsAt === first?.startsAt);
  if (!meeting) return;
  const { drafter, guardian, reader, publisher } = northRoadAnswerPeople;
  const { drafted, written, approved, translated, released } = meetingAnswerSteps;
  const answers = createPublicAnswers({ store, clock: { now: () => new Date(drafted) } });
  const draft = await answers.draft({ meeting, committee }, { actor: drafter, at: drafted });
  const whole = await answers.rewrite(draft, draft.version, inFrench(draft), { actor: drafter, at: written });
  const checked = await answers.approve(whole, whole.version, false, { actor: guardian, at: approved });
  const read = await store.publicAnswers.translated(checked.id, checked.version, {
    actor: reader,
    at: translated,
  });
  await answers.release(read, read.version, { actor: publisher, at: released });
}

/** The promises and decisions in French, where the record has them in English. */
function inFrench({ words, rows, told }: PublicAnswer) {
  // The keys of the list are the owners; Object.keys forgets it.
  const owners = Object.keys(northRoadOrganisations) as DemoOwner[];
  const promises = rows.flatMap(({ commitmentId, organisation }) => {
    const owner = owners.find((one) => northRoadOrganisations[one].name === organisation);
    return owner === undefined ? [] : [{ commitmentId, text: meetingAnswerPromisesFrench[owner] }];
  });
  const said = new Map(
    demoMeetings.flatMap(({ decisions }) => decisions.map((one) => [one.text, one.french])),
  );
  const decisions = (told?.decisions ?? []).map(({ decisionId, text }) => ({
    decisionId,
    text: said.get(text) ?? text,
  }));
  const languages = words.languages.map((texts) =>
    texts.language === 'fr' ? { ...texts, promises, decisions } : texts,
  );
  return answerWords.parse({ ...words, languages });
}
