/** What the rest of the server may ask of the store about how a committee is doing: figures and days, and nobody's words. */
import type { CommitmentState } from '../domain/commitment.ts';
import type { KeptState } from '../domain/concern-steps.ts';
import type { AnyGeometry } from '../domain/geometry.ts';
import type { AgendaState } from '../domain/meeting/agenda.ts';

export interface PromiseCourse {
  id: string;
  problemId: string | null;
  geometry: AnyGeometry | null;
  /** Day of the meeting it was made at. */
  meetingOn: string | null;
  meetingId: string | null;
  firstDueOn: string | null;
  createdAt: string;
  steps: { at: string; to: CommitmentState }[];
  /** When a meeting said whether it was done, and which, as far as that is known. */
  judged: { on: string; at: string | null }[];
}

export interface ConcernCourse {
  receivedOn: string;
  answeredOn: string | null;
  channel: string;
  state: KeptState;
}

export interface AgendaCourse {
  meetingId: string;
  state: AgendaState;
  commitmentId: string | null;
  concernId: string | null;
}

export interface MeetingHealthStore {
  /** Of these cases, of none, and made at meetings of the committee, without those that are internal; as they were made. */
  promises(of: { committeeId: string; caseIds: readonly string[] }): Promise<PromiseCourse[]>;
  /** Received after one day and up to another, without those that were withdrawn or merged into others. */
  concerns(
    areaIds: readonly number[],
    received: { after: string | null; upTo: string },
  ): Promise<ConcernCourse[]>;
  items(meetingIds: readonly string[]): Promise<AgendaCourse[]>;
  /** When the minutes of these were approved, as far as they are. */
  approvals(meetingIds: readonly string[]): Promise<{ meetingId: string; approvedAt: string }[]>;
}

export interface HealthStores {
  readonly meetingHealth: MeetingHealthStore;
}
