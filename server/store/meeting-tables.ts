/** The rows of committees, meetings, agendas and minutes, in the words of the migrations. */
import type { Generated } from 'kysely';
import type { AgendaKind, AgendaState } from '../domain/meeting/agenda.ts';
import type { Office, Sex, Side } from '../domain/meeting/committee.ts';
import type { MeetingKind, MeetingState, OpenTo } from '../domain/meeting/meeting.ts';
import type { MinutesTables } from './minutes-tables.ts';

export interface MeetingTables extends MinutesTables {
  committee: CommitteeTable;
  committee_member: CommitteeMemberTable;
  meeting: MeetingTable;
  agenda_item: AgendaItemTable;
}

export interface CommitteeTable {
  id: string;
  name: string;
  area_id: number;
  mandate: string;
  rules: string;
  languages: string;
  quorum: number | null;
  code_signed_on: string | null;
  partner_note: string;
  ended_on: string | null;
  feed_digest: string | null;
  feed_made_at: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  updated_at: string;
}

export interface CommitteeMemberTable {
  id: string;
  committee_id: string;
  seat: string;
  office: Office;
  side: Side;
  sex: Sex;
  organisation_id: number | null;
  user_id: string | null;
  term_from: string;
  term_to: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: string;
}

export interface MeetingTable {
  id: string;
  committee_id: string;
  kind: MeetingKind;
  title: string;
  starts_at: string;
  ends_at: string | null;
  place: string;
  languages: string;
  open_to: OpenTo;
  parallel_of: string | null;
  route: string | null;
  safety_notes: string;
  state: Generated<MeetingState>;
  current_item_id: string | null;
  current_since: string | null;
  started_at: string | null;
  started_by: string | null;
  closed_at: string | null;
  closed_by: string | null;
  reason: Generated<string>;
  quorum: number | null;
  attendance: string | null;
  next_meeting_at: string | null;
  next_meeting_id: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  updated_at: string;
}

export interface AgendaItemTable {
  id: string;
  meeting_id: string;
  position: number;
  kind: AgendaKind;
  title: string;
  titles: string;
  minutes: number | null;
  problem_id: string | null;
  commitment_id: string | null;
  concern_id: string | null;
  exhibit_id: string | null;
  view: string | null;
  rule: Generated<string>;
  draft_key: Generated<string>;
  reason: Generated<string>;
  touched: Generated<number>;
  notes: string;
  outcome: string;
  state: Generated<AgendaState>;
  carried_from: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  updated_at: string;
}
