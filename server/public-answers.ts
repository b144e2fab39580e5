import { createCaseAreas } from './case-areas.ts';
import type { Clock } from './clock.ts';
import type { AnswerWords } from './domain/public-answer.ts';
import {
  type AnswerDoubt,
  type AnswerFacts,
  type AnswerFault,
  doubtsOf,
  faultsOf,
} from './domain/public-answer-check.ts';
import { Conflict, Unusable } from './errors.ts';
import { readCategoryGuard } from './imports/category-scheme.ts';
import { createAnswerRecord, wordsDigest } from './publications/answer-record.ts';
import type { Act, AnswerContent, AnswerSheet, Problem, PublicAnswer, Store } from './store/ports.ts';
import { today } from './today.ts';

/** What the rules make of an answer as it is. */
export interface AnswerCheck extends Omit<AnswerSheet, 'doubts'> {
  faults: AnswerFault[];
  doubts: AnswerDoubt[];
  /** What the record says of the promises is no longer what the answer lists. */
  recordChanged: boolean;
  /** Concerns of the case whose words may be published. */
  quotable: { id: string; summary: string }[];
}

/** Answers for everybody, and the gate they pass: drafted from the record, checked, read in every language, released. */
export function createPublicAnswers({ store, clock }: { store: Store; clock: Clock }) {
  const kept = createAnswerRecord(store);
  let classify: ((text: string) => string) | null = null;
  const isProtected = (text: string) => {
    classify ??= readCategoryGuard().classify;
    return classify(text) === 'protected';
  };

  async function factsOf(problemId: string, { words, rows }: Pick<AnswerContent, 'words' | 'rows'>) {
    const concerns = await kept.concerns(problemId);
    const released = (await store.publications.list()).filter(({ state }) => state === 'released');
    const facts: AnswerFacts = {
      words,
      rows,
      concerns: concerns
        .filter(({ erasedAt }) => erasedAt === null)
        .map(({ id, summary, consent }) => ({ id, summary, publishSummary: consent.publishSummary })),
      released: released.map(({ id }) => id),
      areaIsThere: words.areaId === null || (await store.areas.get(words.areaId)) !== null,
      today: await today(store, clock),
      isProtected,
      claimsOf: await kept.claims(problemId),
    };
    return facts;
  }

  async function contentOf(problemId: string, words: AnswerWords): Promise<AnswerContent> {
    const [area, concerns, rows] = await Promise.all([
      words.areaId === null ? null : store.areas.get(words.areaId),
      kept.concerns(problemId),
      kept.rows(problemId),
    ]);
    const summaries = new Map(concerns.map(({ id, summary }) => [id, summary]));
    const quotes = words.quotes.map((concernId) => {
      const summary = summaries.get(concernId);
      if (summary === undefined)
        throw new Unusable(
          'no_such_concern',
          'A quoted concern is not in this case. Take the quotation out.',
          [{ pointer: '/quotes', detail: 'Is not in this case.' }],
        );
      return { concernId, digest: wordsDigest(summary) };
    });
    return { words, areaName: area?.name ?? null, rows, quotes };
  }

  async function check(answer: PublicAnswer): Promise<AnswerCheck> {
    const facts = await factsOf(answer.problemId, answer);
    const now = await contentOf(answer.problemId, { ...answer.words, quotes: [] });
    const quotable = facts.concerns.filter(({ summary, publishSummary }) => publishSummary && summary !== '');
    return {
      concerns: facts.concerns.length,
      consenting: quotable.length,
      quoted: answer.quotes.length,
      faults: faultsOf(facts),
      doubts: doubtsOf(facts),
      recordChanged:
        JSON.stringify(now.rows) !== JSON.stringify(answer.rows) || quotesChanged(answer, facts.concerns),
      quotable: quotable.map(({ id, summary }) => ({ id, summary })),
    };
  }

  /** What was true when it was written may not be when it goes out. */
  async function requireFit(answer: PublicAnswer): Promise<AnswerCheck> {
    const found = await check(answer);
    if (found.recordChanged)
      throw new Conflict(
        'record_changed',
        'The record has changed since this was written: a promise stands elsewhere now, or quoted words were changed. Save the answer again, look at it and check it anew.',
      );
    const [first] = found.faults;
    if (first)
      throw new Unusable(
        'not_fit_for_release',
        `This answer cannot go out as it is. ${first.detail}`,
        found.faults.map(({ language, field, detail }) => ({
          pointer: `/languages/${language ?? ''}/${field ?? ''}`,
          detail,
        })),
      );
    return found;
  }

  return {
    check,
    /** A first draft, made from the record by rules. */
    async draft(problem: Problem, act: Act): Promise<PublicAnswer> {
      const texts = await kept.draft(problem, await today(store, clock));
      const decision = (await store.problemParts.get(problem.id, 'decision')).body;
      const areas = await createCaseAreas({ store }).of([problem], false);
      const words: AnswerWords = {
        areaId: areas.get(problem.id)?.[0] ?? null,
        meeting: decision?.decidedAt ?? '',
        meetingOn: decision?.decidedOn ?? null,
        validUntil: null,
        languages: [texts],
        quotes: [],
        publications: [],
      };
      const content = await contentOf(problem.id, words);
      const begun = { problemId: problem.id, corrects: null, correctionReason: '' };
      return store.publicAnswers.draft({ ...content, ...begun }, act);
    },
    async rewrite(
      answer: PublicAnswer,
      version: number,
      words: AnswerWords,
      act: Act,
    ): Promise<PublicAnswer> {
      const content = await contentOf(answer.problemId, words);
      return store.publicAnswers.rewrite(answer.id, version, content, act);
    },
    /** Begins with the words of the one it will strike. */
    async correct({ id, problemId, words }: PublicAnswer, reason: string, act: Act): Promise<PublicAnswer> {
      const there = new Set((await kept.concerns(problemId)).map((concern) => concern.id));
      const quotes = words.quotes.filter((quote) => there.has(quote));
      const content = await contentOf(problemId, { ...words, quotes });
      const begun = { problemId, corrects: id, correctionReason: reason };
      return store.publicAnswers.draft({ ...content, ...begun }, { ...act, reason });
    },
    async approve(
      answer: PublicAnswer,
      version: number,
      wordsRead: boolean,
      act: Act,
    ): Promise<PublicAnswer> {
      if (answer.version === version && answer.state === 'draft') {
        const { concerns, consenting, quoted, doubts } = await requireFit(answer);
        if (doubts.length > 0 && !wordsRead) throw unread(doubts.length);
        return store.publicAnswers.approve(answer.id, version, { concerns, consenting, quoted, doubts }, act);
      }
      // Says what is wrong with the step.
      const nothing = { concerns: 0, consenting: 0, quoted: 0, doubts: [] };
      return store.publicAnswers.approve(answer.id, version, nothing, act);
    },
    async release(answer: PublicAnswer, version: number, act: Act): Promise<PublicAnswer> {
      if (answer.version === version && answer.approved !== null && answer.released === null)
        await requireFit(answer);
      return store.publicAnswers.release(answer.id, version, act);
    },
  };
}

function quotesChanged(
  { quotes }: PublicAnswer,
  concerns: readonly { id: string; summary: string }[],
): boolean {
  const digests = new Map(concerns.map(({ id, summary }) => [id, wordsDigest(summary)]));
  return quotes.some(({ concernId, digest }) => digests.get(concernId) !== digest);
}

function unread(doubts: number): Unusable {
  return new Unusable(
    'words_unread',
    `${doubts === 1 ? 'One wording looks' : `${doubts} wordings look`} like the name of a person or an address. Take them out, or say that you have read them and they are neither.`,
  );
}
