/** What may be asked of the store about public answers, and what it keeps of them. */
import type { CountedBefore, CountedConcerns, MeetingTold } from '../domain/meeting/told.ts';
import type { AnswerRow, AnswerState, AnswerSubject, AnswerWords } from '../domain/public-answer.ts';
import type { AnswerDoubt } from '../domain/public-answer-check.ts';
import type { Act } from './records.ts';

/** What the guardian was shown when the first key was turned. */
export interface AnswerSheet {
  /** Of the case, or raised before the meeting; of how many the words may be published, and of how many they are quoted. */
  concerns: number;
  consenting: number;
  quoted: number;
  /** Names and addresses that somebody read and let stand. */
  doubts: AnswerDoubt[];
}

/** A concern that is quoted: its words stay where they are, and stand only while they are those that were checked. */
export interface AnswerQuote {
  concernId: string;
  digest: string;
}

/** What it says, put together from what people wrote and what the record says. */
export interface AnswerContent {
  words: AnswerWords;
  areaName: string | null;
  rows: AnswerRow[];
  quotes: AnswerQuote[];
  /** Of a meeting, what its record says beside the promises; null of a case. */
  told: MeetingTold | null;
}

/** With the concerns behind its counts, which stay in the store. */
export type AnswerInput = AnswerContent & { counted: readonly CountedConcerns[] };

export interface Signed {
  by: string;
  /** Their name. */
  name: string;
  at: string;
}

export interface PublicAnswer extends AnswerContent {
  id: string;
  /** One of the two: what it is about. */
  problemId: string | null;
  meetingId: string | null;
  /** The released one that this one strikes, and why. */
  corrects: string | null;
  correctionReason: string;
  /** The one that strikes it, once that is released. */
  correctedBy: string | null;
  state: AnswerState;
  sheet: AnswerSheet | null;
  version: number;
  drafted: Signed;
  changed: Signed;
  approved: Signed | null;
  translated: Signed | null;
  released: Signed | null;
  withdrawn: (Signed & { reason: string }) | null;
}

export interface PublicAnswerStore {
  /** The newest first. `released`: those that were let out, corrected and withdrawn ones too. */
  list(filter?: { problemId?: string; meetingId?: string; released?: true }): Promise<PublicAnswer[]>;
  get(id: string): Promise<PublicAnswer | null>;
  /** The concerns behind every count that was ever let out. */
  countedBefore(): Promise<CountedBefore[]>;
  /** Refused with `in_preparation` while another one of the same is, and with `not_released` where nothing can be corrected. */
  draft(
    input: AnswerInput & AnswerSubject & { corrects: string | null; correctionReason: string },
    act: Act,
  ): Promise<PublicAnswer>;
  /** What was checked is a draft again. Refused with `wrong_state` once it is released or withdrawn. */
  rewrite(id: string, version: number, content: AnswerInput, act: Act): Promise<PublicAnswer>;
  /** Refused with `wrong_state`. */
  approve(id: string, version: number, sheet: AnswerSheet, act: Act): Promise<PublicAnswer>;
  translated(id: string, version: number, act: Act): Promise<PublicAnswer>;
  /** Strikes what it corrects. Refused with `wrong_state`, and with `two_persons` when whoever approved it releases it. */
  release(id: string, version: number, act: Act): Promise<PublicAnswer>;
  /** With a reason in the act where it was released. */
  withdraw(id: string, version: number, act: Act): Promise<PublicAnswer>;
}
