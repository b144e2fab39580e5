import type { Clock } from './clock.ts';
import type { AnswerSubject, AnswerWords } from './domain/public-answer.ts';
import {
  type AnswerDoubt,
  type AnswerFacts,
  type AnswerFault,
  doubtsOf,
  faultsOf,
} from './domain/public-answer-check.ts';
import { Conflict, NotFound, Unusable } from './errors.ts';
import { readCategoryGuard } from './imports/category-scheme.ts';
import { type AnswerRecord, wordsDigest } from './publications/answer-record.ts';
import { caseRecord } from './publications/case-record.ts';
import { meetingRecord } from './publications/meeting-record.ts';
import type {
  Act,
  AnswerInput,
  AnswerSheet,
  Committee,
  Meeting,
  Problem,
  PublicAnswer,
  Store,
} from './store/ports.ts';
import { today } from './today.ts';

/** What the rules make of an answer as it is. */
export interface AnswerCheck extends Omit<AnswerSheet, 'doubts'> {
  faults: AnswerFault[];
  doubts: AnswerDoubt[];
  /** What the record says of the promises is no longer what the answer lists. */
  recordChanged: boolean;
  /** Concerns whose words may be published. */
  quotable: { id: string; summary: string }[];
  /** Decisions of the meeting that may be told. */
  tellable: { id: string; text: string }[];
}

/** A case or a meeting, as far as it was read already. */
export type AnswerAbout = { problem: Problem } | { meeting: Meeting; committee: Committee };

/** Answers for everybody, and the gate they pass: drafted from the record, checked, read in every language, released. */
export function createPublicAnswers({ store, clock }: { store: Store; clock: Clock }) {
  let classify: ((text: string) => string) | null = null;
  const isProtected = (text: string) => {
    classify ??= readCategoryGuard().classify;
    return classify(text) === 'protected';
  };

  async function recordOf({ problemId, meetingId }: Pick<PublicAnswer, 'problemId' | 'meetingId'>) {
    const problem = problemId === null ? null : await store.problems.get(problemId, 'deleted');
    if (problem) return caseRecord(store, problem);
    const meeting = meetingId === null ? null : await store.meetings.get(meetingId);
    const committee = meeting && (await store.committees.get(meeting.committeeId));
    if (!meeting || !committee) throw new NotFound('what this answer is about');
    return meetingRecord(store, meeting, committee);
  }

  async function factsOf(kept: AnswerRecord, { words, rows, told }: PublicAnswer): Promise<AnswerFacts> {
    const concerns = await kept.concerns();
    const released = (await store.publications.list()).filter(({ state }) => state === 'released');
    return {
      words,
      rows,
      decisions: told?.decisions ?? [],
      concerns: concerns
        .filter(({ erasedAt }) => erasedAt === null)
        .map(({ id, summary, consent }) => ({ id, summary, publishSummary: consent.publishSummary })),
      released: released.map(({ id }) => id),
      areaIsThere: words.areaId === null || (await store.areas.get(words.areaId)) !== null,
      today: await today(store, clock),
      isProtected,
      claimsOf: await kept.claims(),
    };
  }

  async function contentOf(kept: AnswerRecord, words: AnswerWords): Promise<AnswerInput> {
    const [area, concerns, rows, record] = await Promise.all([
      words.areaId === null ? null : store.areas.get(words.areaId),
      kept.concerns(),
      kept.rows(),
      kept.told(),
    ]);
    const summaries = new Map(concerns.map(({ id, summary }) => [id, summary]));
    const quotes = words.quotes.map((concernId) => {
      const summary = summaries.get(concernId);
      if (summary === undefined) throw notThere('quotes', 'A quoted concern', 'Take the quotation out.');
      return { concernId, digest: wordsDigest(summary) };
    });
    const tellable = new Set(record?.told.decisions.map(({ decisionId }) => decisionId));
    if (words.decisions.some((id) => !tellable.has(id)))
      throw notThere('decisions', 'A decision', 'Leave it out.');
    const told = record && {
      ...record.told,
      decisions: record.told.decisions.filter(({ decisionId }) => words.decisions.includes(decisionId)),
    };
    return { words, areaName: area?.name ?? null, rows, quotes, told, counted: record?.counted ?? [] };
  }

  async function check(answer: PublicAnswer): Promise<AnswerCheck> {
    const kept = await recordOf(answer);
    const facts = await factsOf(kept, answer);
    const tellable = (await kept.told())?.told.decisions ?? [];
    const there = new Set(tellable.map(({ decisionId }) => decisionId));
    const decisions = answer.words.decisions.filter((id) => there.has(id));
    const now = await contentOf(kept, { ...answer.words, quotes: [], decisions });
    const quotable = facts.concerns.filter(({ summary, publishSummary }) => publishSummary && summary !== '');
    return {
      concerns: facts.concerns.length,
      consenting: quotable.length,
      quoted: answer.quotes.length,
      faults: faultsOf(facts),
      doubts: doubtsOf(facts),
      recordChanged:
        JSON.stringify([now.rows, now.told]) !== JSON.stringify([answer.rows, answer.told]) ||
        quotesChanged(answer, facts.concerns),
      quotable: quotable.map(({ id, summary }) => ({ id, summary })),
      tellable: tellable.map(({ decisionId, text }) => ({ id: decisionId, text })),
    };
  }

  /** What was true when it was written may not be when it goes out. */
  async function requireFit(answer: PublicAnswer): Promise<AnswerCheck> {
    const found = await check(answer);
    if (found.recordChanged)
      throw new Conflict(
        'record_changed',
        'The record has changed since this was written: a promise stands elsewhere now, a count is another, or quoted words were changed. Save the answer again, look at it and check it anew.',
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
    async draft(about: AnswerAbout, act: Act): Promise<PublicAnswer> {
      const isCase = 'problem' in about;
      const kept = isCase
        ? caseRecord(store, about.problem)
        : meetingRecord(store, about.meeting, about.committee);
      const content = await contentOf(kept, await kept.draft(await today(store, clock)));
      const subject: AnswerSubject = isCase
        ? { problemId: about.problem.id, meetingId: null }
        : { problemId: null, meetingId: about.meeting.id };
      return store.publicAnswers.draft({ ...content, ...subject, corrects: null, correctionReason: '' }, act);
    },
    async rewrite(
      answer: PublicAnswer,
      version: number,
      words: AnswerWords,
      act: Act,
    ): Promise<PublicAnswer> {
      const content = await contentOf(await recordOf(answer), words);
      return store.publicAnswers.rewrite(answer.id, version, content, act);
    },
    /** Begins with the words of the one it will strike. */
    async correct(answer: PublicAnswer, reason: string, act: Act): Promise<PublicAnswer> {
      const { words } = answer;
      const kept = await recordOf(answer);
      const there = new Set((await kept.concerns()).map(({ id }) => id));
      const tellable = new Set((await kept.told())?.told.decisions.map(({ decisionId }) => decisionId));
      const content = await contentOf(kept, {
        ...words,
        quotes: words.quotes.filter((id) => there.has(id)),
        decisions: words.decisions.filter((id) => tellable.has(id)),
      });
      const begun = { ...subjectOf(answer), corrects: answer.id, correctionReason: reason };
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

function subjectOf({ problemId, meetingId }: PublicAnswer): AnswerSubject {
  if (problemId !== null) return { problemId, meetingId: null };
  return { problemId, meetingId: meetingId ?? '' };
}

function notThere(field: 'quotes' | 'decisions', what: string, cure: string): Unusable {
  const code = field === 'quotes' ? 'no_such_concern' : 'no_such_decision';
  const detail = 'Is not in what this answer is about.';
  return new Unusable(code, `${what} is not in what this answer is about. ${cure}`, [
    { pointer: `/${field}`, detail },
  ]);
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
