import { createCaseAreas } from '../case-areas.ts';
import { doseShare } from '../domain/case/assessment.ts';
import { readingOf, verdictSentence } from '../domain/case/verdict.ts';
import { overclaims } from '../domain/case/verdict-claims.ts';
import { keptRate } from '../domain/commitment.ts';
import { draftTexts } from '../domain/public-answer-draft.ts';
import type { Commitment, Concern, Problem, Store } from '../store/ports.ts';
import { type AnswerRecord, rowOf } from './answer-record.ts';

/** More concerns than any case has. */
const MOST_CONCERNS = 5000;

/** What the record of a case gives to its public answer. */
export function caseRecord(store: Store, problem: Problem): AnswerRecord {
  const { id, title } = problem;

  async function promised(): Promise<Commitment[]> {
    const all = await store.commitments.list({ problemId: id });
    return all.filter(({ visibility }) => visibility === 'public');
  }

  async function measured() {
    const runs = await store.evaluations.runs(id);
    const primary = runs.filter(({ kind }) => kind === 'primary').at(-1) ?? null;
    const share = doseShare((await store.problemParts.get(id, 'assessment')).body);
    return { primary, share };
  }

  async function verdict(): Promise<string> {
    const written = (await store.problemParts.get(id, 'verdict')).body;
    if (written && written.text.trim() !== '') return written.text.trim();
    const { primary, share } = await measured();
    if (primary === null || primary.plan.after === null) return '';
    const { outcomeName, after } = primary.plan;
    return verdictSentence(primary.result, {
      outcomeName: outcomeName || 'incidents',
      after,
      doseShare: share,
    });
  }

  async function concerns(): Promise<Concern[]> {
    return (await store.concerns.page({ problemId: id }, { limit: MOST_CONCERNS })).items;
  }

  const rowsOf = async (all: readonly Commitment[]) =>
    (await Promise.all(all.map((one) => rowOf(store, one)))).flat();

  return {
    concerns,
    rows: async () => rowsOf(await promised()),
    told: async () => null,
    async draft(today) {
      const all = await promised();
      const texts = draftTexts({
        title,
        elements: (await store.problemParts.get(id, 'elements')).body,
        concerns: (await concerns()).length,
        rows: await rowsOf(all),
        kept: keptRate(all, today),
        verdict: await verdict(),
      });
      const decision = (await store.problemParts.get(id, 'decision')).body;
      const areas = await createCaseAreas({ store }).of([problem], false);
      return {
        areaId: areas.get(id)?.[0] ?? null,
        meeting: decision?.decidedAt ?? '',
        meetingOn: decision?.decidedOn ?? null,
        validUntil: null,
        languages: [texts],
        quotes: [],
        publications: [],
        decisions: [],
      };
    },
    async claims() {
      const { primary, share } = await measured();
      if (primary === null) return () => [];
      const reading = readingOf(primary.result, share);
      return (text) => (text === '' ? [] : overclaims(text, reading).map((claim) => claim.text));
    },
  };
}
