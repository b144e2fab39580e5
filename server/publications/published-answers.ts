import type { MeetingTold, ToldDecision } from '../domain/meeting/told.ts';
import type { AnswerRow, LanguageTexts } from '../domain/public-answer.ts';
import { NotFound } from '../errors.ts';
import type { PublicAnswer, Store } from '../store/ports.ts';
import { maySay } from './answer-record.ts';

/** A released answer in a list, as everybody sees it. */
export interface PublishedAnswerLine {
  id: string;
  state: 'released' | 'corrected' | 'withdrawn';
  releasedAt: string;
  areaName: string | null;
  meeting: string;
  meetingOn: string | null;
  validUntil: string | null;
  isOver: boolean;
  titles: { language: string; title: string }[];
  corrects: string | null;
  correctedBy: string | null;
  correctionReason: string;
  withdrawn: { at: string; reason: string } | null;
}

export interface PublishedAnswer extends PublishedAnswerLine {
  languages: (Omit<LanguageTexts, 'promises' | 'decisions'> & { promises: string[]; decisions: string[] })[];
  rows: Omit<AnswerRow, 'commitmentId'>[];
  /** The words of concerns whose reporters agreed to it. */
  quotes: string[];
  publications: { id: string; title: string; struck: boolean }[];
  /** Of a meeting; null of a case. */
  told: PublishedTold | null;
}

export type PublishedTold = Omit<MeetingTold, 'decisions'> & {
  decisions: Omit<ToldDecision, 'decisionId'>[];
};

/** What everybody reads of the public answers. Of one that was withdrawn the reason stands, and none of its words. */
export function createPublishedAnswers(store: Store) {
  async function quotesOf({ quotes }: PublicAnswer): Promise<string[]> {
    const said = await Promise.all(
      quotes.map(async ({ concernId, digest }) => {
        const concern = await store.concerns.get(concernId);
        return concern && maySay(concern, digest) ? [concern.summary] : [];
      }),
    );
    return said.flat();
  }

  async function figuresOf({ words }: PublicAnswer): Promise<PublishedAnswer['publications']> {
    const found = await Promise.all(words.publications.map((id) => store.publications.get(id)));
    return found.flatMap((one) =>
      one === null || one.releasedAt === null
        ? []
        : [{ id: one.id, title: one.title, struck: one.struckAt !== null }],
    );
  }

  return {
    async list(today: string): Promise<PublishedAnswerLine[]> {
      const all = await store.publicAnswers.list({ released: true });
      return all.flatMap((answer) => lineOf(answer, today)).sort(byRelease);
    },
    async get(id: string, today: string): Promise<PublishedAnswer> {
      const answer = await store.publicAnswers.get(id);
      const [line] = answer ? lineOf(answer, today) : [];
      if (!answer || !line) throw new NotFound('public answer');
      if (line.state === 'withdrawn')
        return { ...line, languages: [], rows: [], quotes: [], publications: [], told: null };
      return {
        ...line,
        languages: answer.words.languages.map((texts) => inLanguage(texts, answer)),
        rows: answer.rows.map(({ commitmentId: _, ...row }) => row),
        quotes: await quotesOf(answer),
        publications: await figuresOf(answer),
        told: answer.told && {
          ...answer.told,
          decisions: answer.told.decisions.map(({ decisionId: _, ...decision }) => decision),
        },
      };
    },
  };
}

const byRelease = (a: PublishedAnswerLine, b: PublishedAnswerLine) =>
  a.releasedAt < b.releasedAt ? 1 : a.releasedAt > b.releasedAt ? -1 : a.id < b.id ? -1 : 1;

function inLanguage({ promises, decisions, ...texts }: LanguageTexts, { rows, told }: PublicAnswer) {
  const promised = new Map(promises.map(({ commitmentId, text }) => [commitmentId, text]));
  const decided = new Map(decisions.map(({ decisionId, text }) => [decisionId, text]));
  return {
    ...texts,
    promises: rows.map(({ commitmentId, text }) => promised.get(commitmentId) || text),
    decisions: (told?.decisions ?? []).map(({ decisionId, text }) => decided.get(decisionId) || text),
  };
}

function lineOf(answer: PublicAnswer, today: string): PublishedAnswerLine[] {
  const { id, state, released, words, areaName, corrects, correctedBy, correctionReason, withdrawn } = answer;
  if (released === null || (state !== 'released' && state !== 'corrected' && state !== 'withdrawn'))
    return [];
  const isGone = state === 'withdrawn';
  const { meeting, meetingOn, validUntil, languages } = words;
  return [
    {
      id,
      state,
      releasedAt: released.at,
      areaName,
      meeting: isGone ? '' : meeting,
      meetingOn,
      validUntil,
      isOver: validUntil !== null && validUntil < today,
      titles: isGone ? [] : languages.map(({ language, title }) => ({ language, title })),
      corrects,
      correctedBy,
      correctionReason: isGone ? '' : correctionReason,
      withdrawn: withdrawn && { at: withdrawn.at, reason: withdrawn.reason },
    },
  ];
}
