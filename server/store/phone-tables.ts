/** The rows of what telephones do at a meeting, in the words of the migrations. */
import type { Generated } from 'kysely';
import type { BallotKind, BallotState, VoiceGroup } from '../domain/meeting/ballot.ts';
import type { DECISION_WAYS, DecisionKind, DecisionResult } from '../domain/meeting/decision.ts';

export interface PhoneTables {
  meeting_door: MeetingDoorTable;
  meeting_guest: MeetingGuestTable;
  ballot: BallotTable;
  ballot_vote: BallotVoteTable;
  ballot_batch: BallotBatchTable;
  decision: DecisionTable;
}

interface MeetingDoorTable {
  meeting_id: string;
  code: string;
  groups: string;
  opened_by: string;
  opened_at: string;
  closed_at: string | null;
}

interface MeetingGuestTable {
  id: string;
  meeting_id: string;
  token_digest: string;
  language: string;
  voice_group: VoiceGroup | null;
  joined_at: string;
  ended_at: string | null;
}

export interface BallotTable {
  id: string;
  meeting_id: string;
  agenda_item_id: string | null;
  problem_id: string | null;
  commitment_id: string | null;
  kind: BallotKind;
  question: string;
  questions: string;
  options: string;
  dots_each: number;
  state: Generated<BallotState>;
  opened_at: string | null;
  closed_at: string | null;
  closed_by: string | null;
  quorum_needed: number | null;
  present: number | null;
  result: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  updated_at: string;
}

interface BallotVoteTable {
  ballot_id: string;
  voter: string;
  sent_as: string;
  voice_group: VoiceGroup | null;
  marks: string | null;
  at: string;
}

interface BallotBatchTable {
  id: string;
  ballot_id: string;
  kind: 'paper' | 'hands';
  voice_group: VoiceGroup | null;
  papers: number;
  counts: string;
  note: string;
  created_by: string;
  created_at: string;
  struck_at: string | null;
}

interface DecisionTable {
  id: string;
  meeting_id: string;
  agenda_item_id: string | null;
  text: string;
  kind: DecisionKind;
  problem_id: string | null;
  commitment_id: string | null;
  result: DecisionResult;
  how: (typeof DECISION_WAYS)[number];
  ballot_id: string | null;
  votes_for: number | null;
  votes_against: number | null;
  votes_abstain: number | null;
  by_group: Generated<string>;
  quorum_needed: number | null;
  present: number | null;
  created_by: string;
  created_at: string;
  struck_at: string | null;
}
