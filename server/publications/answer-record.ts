import { createHash } from 'node:crypto';
import { doseShare } from '../domain/case/assessment.ts';
import { readingOf, verdictSentence } from '../domain/case/verdict.ts';
import { overclaims } from '../domain/case/verdict-claims.ts';
import { keptRate } from '../domain/commitment.ts';
import { type AnswerRow, type LanguageTexts, listOf } from '../domain/public-answer.ts';
import { draftTexts } from '../domain/public-answer-draft.ts';
import type { Commitment, Concern, Problem, Store } from '../store/ports.ts';

/** More concerns than any case has. */
const MOST_CONCERNS = 5000;

/** What the record of a case gives to its public answer. */
export function createAnswerRecord(store: Store) {
  async function promised(problemId: string): Promise<Commitment[]> {
    const all = await store.commitments.list({ problemId });
    return all.filter(({ visibility }) => visibility === 'public');
  }

  async function rowOf(one: Commitment): Promise<AnswerRow[]> {
    const list = listOf(one.state);
    if (list === null) return [];
    const { id, state, text, organisation, dueOn, firstDueOn } = one;
    return [
      {
        commitmentId: id,
        list,
        state,
        text,
        organisation: organisation.name,
        dueOn: list === 'not_yet' ? dueOn : null,
        firstDueOn,
        verifiedOn: list === 'done' ? await verifiedOn(id) : null,
        reason: list === 'why_not' ? await reasonOf(one) : '',
      },
    ];
  }

  async function verifiedOn(id: string): Promise<string | null> {
    const said = await store.commitments.verifications(id);
    const verified = said.filter(({ outcome }) => outcome === 'verified').map(({ heldOn }) => heldOn);
    return verified.sort().at(-1) ?? null;
  }

  async function reasonOf({ id, state, blockedReason }: Commitment): Promise<string> {
    if (state === 'blocked') return blockedReason;
    const steps = await store.commitments.steps(id);
    return steps.findLast(({ to }) => to === state)?.note ?? '';
  }

  async function measured(problemId: string) {
    const runs = await store.evaluations.runs(problemId);
    const primary = runs.filter(({ kind }) => kind === 'primary').at(-1) ?? null;
    const share = doseShare((await store.problemParts.get(problemId, 'assessment')).body);
    return { primary, share };
  }

  async function verdict(problemId: string): Promise<string> {
    const written = (await store.problemParts.get(problemId, 'verdict')).body;
    if (written && written.text.trim() !== '') return written.text.trim();
    const { primary, share } = await measured(problemId);
    if (primary === null || primary.plan.after === null) return '';
    const { outcomeName, after } = primary.plan;
    const told = { outcomeName: outcomeName || 'incidents', after, doseShare: share };
    return verdictSentence(primary.result, told);
  }

  async function concerns(problemId: string): Promise<Concern[]> {
    return (await store.concerns.page({ problemId }, { limit: MOST_CONCERNS })).items;
  }

  async function rows(problemId: string): Promise<AnswerRow[]> {
    return (await Promise.all((await promised(problemId)).map(rowOf))).flat();
  }

  return {
    rows,
    concerns,
    /** By rules, from the record alone. */
    async draft({ id, title }: Problem, today: string): Promise<LanguageTexts> {
      const all = await promised(id);
      return draftTexts({
        title,
        elements: (await store.problemParts.get(id, 'elements')).body,
        concerns: (await concerns(id)).length,
        rows: (await Promise.all(all.map(rowOf))).flat(),
        kept: keptRate(all, today),
        verdict: await verdict(id),
      });
    },
    /** What a text claims that the agreed test does not carry. */
    async claims(problemId: string): Promise<(text: string) => string[]> {
      const { primary, share } = await measured(problemId);
      if (primary === null) return () => [];
      const reading = readingOf(primary.result, share);
      return (text) => (text === '' ? [] : overclaims(text, reading).map((claim) => claim.text));
    },
  };
}

/** Stands for the words of a concern where they are not kept a second time. */
export const wordsDigest = (summary: string): string => createHash('sha256').update(summary).digest('hex');

/** Whether these words are those that were checked, and may still be published. */
export function maySay(concern: Concern, digest: string): boolean {
  const { consent, erasedAt, summary } = concern;
  return consent.publishSummary && erasedAt === null && summary !== '' && wordsDigest(summary) === digest;
}
