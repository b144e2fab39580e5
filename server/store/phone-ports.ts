/** What the rest of the server may ask of the store about telephones at a meeting, ballots and decisions. */
import type { BallotFields, BallotState, BatchInput, Marks, VoiceGroup } from '../domain/meeting/ballot.ts';
import type { BallotResult, GroupCount } from '../domain/meeting/ballot-result.ts';
import type { DecisionInput, Quorum } from '../domain/meeting/decision.ts';
import type { SaidTogether } from './commitment-ports.ts';
import type { Act } from './records.ts';

export interface PhoneStores {
  readonly meetingDoors: MeetingDoorStore;
  readonly ballots: BallotStore;
  readonly decisions: DecisionStore;
}

/** Where telephones come in. */
export interface MeetingDoor {
  meetingId: string;
  code: string;
  /** What a device may say of itself; empty: it is not asked. */
  groups: VoiceGroup[];
  openedAt: string;
}

/** A device at one meeting. Nothing tells whose it is. */
export interface MeetingGuest {
  id: string;
  meetingId: string;
  language: string;
  group: VoiceGroup | null;
  joinedAt: string;
  /** The meeting is over, or the device left. */
  endedAt: string | null;
}

export interface MeetingDoorStore {
  /** Null: it is shut. */
  of(meetingId: string): Promise<MeetingDoor | null>;
  withCode(code: string): Promise<MeetingDoor | null>;
  /** Refused with `not_running`; opened again it has another code. */
  open(door: Pick<MeetingDoor, 'meetingId' | 'code' | 'groups'>, act: Act): Promise<MeetingDoor>;
  /** Who is in stays in. */
  shut(meetingId: string, act: Act): Promise<void>;
  letIn(
    guest: Pick<MeetingGuest, 'meetingId' | 'language' | 'group'>,
    tokenDigest: string,
    at: string,
  ): Promise<MeetingGuest>;
  guest(tokenDigest: string): Promise<MeetingGuest | null>;
  /** What a device says of itself from now on. */
  setGuest(guestId: string, said: Pick<MeetingGuest, 'language' | 'group'>): Promise<void>;
  leave(guestId: string, at: string): Promise<void>;
  /** Devices that came in, by what they said of themselves. */
  guestCount(meetingId: string): Promise<number>;
}

export interface Ballot extends BallotFields {
  id: string;
  meetingId: string;
  state: BallotState;
  openedAt: string | null;
  closedAt: string | null;
  quorum: Quorum;
  /** Null until it is closed. */
  result: BallotResult | null;
  version: number;
  createdBy: string;
}

/** A pile of papers or hands; what was counted is nobody's before the ballot is closed. */
export interface BallotBatch extends Omit<BatchInput, 'counts' | 'slips'> {
  id: string;
  createdAt: string;
}

export interface VoteCast {
  /** The device calls it so. */
  sentAs: string;
  voter: string;
  group: VoiceGroup | null;
  marks: Marks;
}

/** `changed`: there was another voice of the same device before. `again`: this very one was taken before. */
export type VoteTaken = 'taken' | 'changed' | 'again';

/** What residents said of a promise, written down together with the result of the ballot that asked. */
export interface SettledBy {
  version: number;
  said: SaidTogether;
  newDueOn: string | null;
}

export interface BallotStore {
  /** The oldest first. */
  list(meetingId: string): Promise<Ballot[]>;
  get(id: string): Promise<Ballot | null>;
  create(meetingId: string, input: BallotFields, act: Act): Promise<Ballot>;
  /** Refused with `not_a_draft`. */
  update(id: string, version: number, change: BallotFields, act: Act): Promise<Ballot>;
  remove(id: string, version: number, act: Act): Promise<void>;
  open(id: string, version: number, act: Act): Promise<Ballot>;
  /** Counts and forgets who chose what. `settle` says what follows for the promise it was about; it may refuse. */
  close(
    id: string,
    version: number,
    given: { quorumNeeded: number | null; present: number | null },
    settle: ((result: BallotResult) => SettledBy | null) | null,
    act: Act,
  ): Promise<Ballot>;
  /** Refused when it is closed: with `ballot_closed`, or `change_too_late` where an earlier voice of the same is counted. */
  vote(id: string, vote: VoteCast, at: string): Promise<VoteTaken>;
  /** How many devices and accounts have voted. */
  votesCast(ids: readonly string[]): Promise<Map<string, number>>;
  /** What one voter chose in these ballots; null in it once a ballot is closed. */
  votesOf(voter: string, ids: readonly string[]): Promise<Map<string, Marks | null>>;
  addBatch(id: string, input: BatchInput, act: Act): Promise<BallotBatch>;
  strikeBatch(id: string, batchId: string, act: Act): Promise<void>;
  batches(id: string): Promise<BallotBatch[]>;
}

export interface Decision extends Omit<DecisionInput, 'membersPresent'> {
  id: string;
  meetingId: string;
  byGroup: GroupCount[];
  quorum: Quorum;
  createdBy: string;
  createdAt: string;
}

export interface DecisionStore {
  /** The oldest first. */
  list(meetingId: string): Promise<Decision[]>;
  create(
    meetingId: string,
    input: Omit<Decision, 'id' | 'meetingId' | 'createdBy' | 'createdAt'>,
    act: Act,
  ): Promise<Decision>;
  /** Taken back while the meeting goes on. */
  strike(meetingId: string, id: string, act: Act): Promise<void>;
}
