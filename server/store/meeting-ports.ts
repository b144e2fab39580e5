/** What is kept of committees, their meetings and agendas, and what the rest of the server may ask of it. */
import type {
  AgendaChange,
  AgendaFields,
  AgendaKind,
  AgendaState,
  AgendaView,
  Reason,
} from '../domain/meeting/agenda.ts';
import type { CommitteeChange, CommitteeFields, MemberFields } from '../domain/meeting/committee.ts';
import type { DraftCarried, DraftItem } from '../domain/meeting/draft-agenda.ts';
import type {
  Attendance,
  MeetingChange,
  MeetingFields,
  MeetingKind,
  MeetingState,
  OpenTo,
  Route,
} from '../domain/meeting/meeting.ts';
import type { Act } from './records.ts';

export interface Committee {
  id: string;
  name: string;
  areaId: number;
  mandate: string;
  rules: string;
  languages: string[];
  /** Members that have to be present; null: none was agreed. */
  quorum: number | null;
  codeSignedOn: string | null;
  /** On the partner force; not for everybody who reads committees. */
  partnerNote: string;
  endedOn: string | null;
  /** When the secret address of its calendar was made; null: it has none. */
  feedMadeAt: string | null;
  version: number;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

/** A seat, and who holds it as far as that has an account. */
export interface CommitteeMember extends MemberFields {
  id: string;
  committeeId: string;
  organisationName: string | null;
  userName: string | null;
  version: number;
}

export interface Meeting {
  id: string;
  committeeId: string;
  committeeName: string;
  kind: MeetingKind;
  /** Empty: as its kind is worded. */
  title: string;
  startsAt: string;
  endsAt: string | null;
  place: string;
  languages: string[];
  openTo: OpenTo;
  /** The meeting whose round it belongs to. */
  parallelOf: string | null;
  route: Route | null;
  safetyNotes: string;
  state: MeetingState;
  /** The item that is talked about, and since when. */
  currentItemId: string | null;
  currentSince: string | null;
  startedAt: string | null;
  startedByName: string | null;
  closedAt: string | null;
  closedByName: string | null;
  reason: string;
  /** What the committee held for enough when it was started or closed. */
  quorum: number | null;
  attendance: Attendance | null;
  nextMeetingAt: string | null;
  /** Of one that was closed: the meeting that follows it. */
  nextMeetingId: string | null;
  /** Items on the agenda, without those that were dropped. */
  items: number;
  version: number;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

export interface AgendaItem {
  id: string;
  meetingId: string;
  position: number;
  kind: AgendaKind;
  /** Empty: as its kind and rule are worded. */
  title: string;
  titles: Record<string, string>;
  minutes: number | null;
  problemId: string | null;
  commitmentId: string | null;
  concernId: string | null;
  exhibitId: string | null;
  view: AgendaView | null;
  /** Of drafting; empty: put in by hand. */
  rule: string;
  draftKey: string;
  reason: Reason;
  touched: boolean;
  notes: string;
  outcome: string;
  state: AgendaState;
  carriedFrom: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface MeetingFilter {
  committeeId?: string;
  states?: readonly MeetingState[];
  /** Instants of the beginning; `before` exclusive. */
  from?: string;
  before?: string;
  /** Sessions of the round of this meeting. */
  parallelOf?: string;
}

export interface CommitteeStore {
  /** By name. */
  list(): Promise<Committee[]>;
  get(id: string): Promise<Committee | null>;
  create(input: CommitteeFields, act: Act): Promise<Committee>;
  update(id: string, version: number, change: CommitteeChange, act: Act): Promise<Committee>;
  /** Those whose term is the newest first. */
  members(committeeId: string): Promise<CommitteeMember[]>;
  addMember(committeeId: string, input: MemberFields, act: Act): Promise<CommitteeMember>;
  updateMember(
    committeeId: string,
    id: string,
    version: number,
    change: Partial<MemberFields>,
    act: Act,
  ): Promise<CommitteeMember>;
  /** For one written down by mistake; a seat that ends has a last day. */
  removeMember(committeeId: string, id: string, act: Act): Promise<void>;
  /** Another secret address of its calendar, or none. */
  setFeed(id: string, digest: string | null, act: Act): Promise<Committee>;
  byFeed(digest: string): Promise<Committee | null>;
}

export interface Closing {
  deferOpen: boolean;
  /** Open items that are left out rather than deferred. */
  drop?: readonly string[];
  /** Left out: as it was written down before. */
  nextMeetingAt?: string | null | undefined;
  /** The day of a moment by the calendar of the workspace. */
  dayOf(moment: string): string;
}

export interface MeetingStore {
  /** By the beginning, the earliest first. */
  list(filter?: MeetingFilter): Promise<Meeting[]>;
  get(id: string): Promise<Meeting | null>;
  create(input: MeetingFields, act: Act): Promise<Meeting>;
  update(id: string, version: number, change: MeetingChange, act: Act): Promise<Meeting>;
  /** Refused with `already_running`, or `another_running` while another of the committee is. */
  start(id: string, version: number, act: Act): Promise<Meeting>;
  /**
   * Refused with `ballots_open`, and with `items_open` unless these are dropped or deferred: what is deferred is carried to
   * the next planned meeting, if there is one. The day of the next meeting is linked with it, or plans it.
   */
  close(id: string, version: number, how: Closing, act: Act): Promise<Meeting>;
  /** Planned again, as long as nothing was recorded; refused with `something_recorded`. */
  takeBack(id: string, version: number, act: Act): Promise<Meeting>;
  cancel(id: string, version: number, act: Act & { reason: string }): Promise<Meeting>;
  /** Which item is talked about; whoever runs it may say so at any time, whatever version they saw. */
  point(id: string, itemId: string | null, act: Act): Promise<Meeting>;
  setAttendance(id: string, version: number, attendance: Attendance, act: Act): Promise<Meeting>;
}

export interface AgendaStore {
  /** In their order; those that were dropped last. */
  list(meetingId: string): Promise<AgendaItem[]>;
  get(id: string): Promise<AgendaItem | null>;
  add(meetingId: string, input: AgendaFields, after: string | null, act: Act): Promise<AgendaItem>;
  update(id: string, version: number, change: AgendaChange, act: Act): Promise<AgendaItem>;
  /** Refused with `agenda_changed` unless it names each item that was not dropped, once. */
  order(meetingId: string, ids: readonly string[], act: Act): Promise<AgendaItem[]>;
  /** Puts in what is new, see draft-agenda.ts; says which. */
  draft(
    meetingId: string,
    drafted: readonly DraftItem[],
    act: Act,
  ): Promise<{ items: AgendaItem[]; added: string[]; gone: number }>;
  /** Items that stayed open at closed meetings of a committee and were carried to none. */
  deferred(committeeId: string): Promise<(Omit<DraftCarried, 'from'> & { startsAt: string })[]>;
}

export interface MeetingStores {
  readonly committees: CommitteeStore;
  readonly meetings: MeetingStore;
  readonly agendas: AgendaStore;
}
