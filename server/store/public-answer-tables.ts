/** The rows of public answers as they lie in the database. */
import type { Generated } from 'kysely';
import type { AnswerState } from '../domain/public-answer.ts';

export interface PublicAnswerTable {
  id: string;
  problem_id: string | null;
  meeting_id: string | null;
  corrects: string | null;
  correction_reason: Generated<string>;
  state: AnswerState;
  words: string;
  area_name: string | null;
  promises: string;
  quotes: string;
  told: string | null;
  counted: Generated<string>;
  sheet: string | null;
  version: Generated<number>;
  drafted_by: string;
  drafted_at: string;
  changed_by: string;
  changed_at: string;
  approved_by: string | null;
  approved_at: string | null;
  translated_by: string | null;
  translated_at: string | null;
  released_by: string | null;
  released_at: string | null;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  withdraw_reason: Generated<string>;
}
