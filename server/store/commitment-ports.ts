/** What is kept of organisations, their commitments and response cards, and what the rest of the server may ask of it. */
import type {
  CommitmentKind,
  CommitmentState,
  CommitmentVisibility,
  DoseUnit,
  EvidenceKind,
  Outcome,
  Tally,
} from '../domain/commitment.ts';
import type { AnyGeometry } from '../domain/geometry.ts';
import type { DespiteLinks } from '../domain/link.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { CardFields } from '../domain/response-card.ts';
import type { Act } from './records.ts';

export interface Organisation {
  id: number;
  name: string;
  kind: OrganisationKind;
  version: number;
  /** Accounts that speak for it. */
  members: { id: string; name: string }[];
}

export interface Commitment {
  id: string;
  problemId: string | null;
  /** Reference of its case, as AREA-2026-01. */
  problemRef: string | null;
  organisation: { id: number; name: string };
  text: string;
  kind: CommitmentKind;
  /** Who in the organisation, as a role. */
  ownerRole: string;
  partners: { id: number; name: string }[];
  geometry: AnyGeometry | null;
  /** Day of the meeting it was made at. */
  meetingOn: string | null;
  /** Null: that meeting is not written down here. */
  meetingId: string | null;
  dueOn: string | null;
  /** The day first promised, which the published rate goes by. */
  firstDueOn: string | null;
  evidenceOfDone: string;
  dose: { unit: DoseUnit; planned: number } | null;
  /** In the unit of the plan; without a plan all that was logged. */
  delivered: number;
  lastDoseAt: string | null;
  state: CommitmentState;
  stateSince: string;
  /** How often it was said to be done. */
  round: number;
  /** Residents who reported on the latest delivery. */
  reports: number;
  visibility: CommitmentVisibility;
  blockedReason: string;
  unblockedBy: string;
  followUpOf: string | null;
  version: number;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

export interface Evidence {
  kind: EvidenceKind;
  text: string;
}

export interface CommitmentStep {
  at: string;
  by: string | null;
  byName: string | null;
  from: CommitmentState | null;
  to: CommitmentState;
  note: string;
  evidence: Evidence[];
  /** Written down by a secretary for the owner. */
  onBehalf: boolean;
}

export interface DoseEntry {
  id: string;
  at: string;
  unit: DoseUnit;
  quantity: number;
  place: { type: 'Point'; coordinates: [number, number, ...number[]] } | null;
  byRole: string;
  note: string;
  enteredOffline: boolean;
  syncedAt: string;
  createdBy: string;
}

/** What one resident says of a delivery. */
export interface ResidentReport {
  verdict: keyof Tally;
  comment: string;
  createdBy: string;
  createdAt: string;
}

export interface Verification extends Tally {
  round: number;
  basis: 'meeting' | 'reports';
  heldOn: string;
  meetingId: string | null;
  byGroup: Record<string, Tally>;
  comment: string;
  outcome: Outcome;
  createdBy: string;
  createdAt: string;
}

/** What residents said together, as it is written down. */
export type SaidTogether = Omit<Verification, 'round' | 'meetingId' | 'createdBy' | 'createdAt'> &
  Partial<Pick<Verification, 'meetingId'>>;

/** A response card of the workspace. */
export interface OwnCard extends CardFields {
  id: string;
  version: number;
  createdBy: string;
}

export interface CommitmentStores {
  readonly organisations: OrganisationStore;
  readonly commitments: CommitmentStore;
  readonly responseCards: ResponseCardStore;
}

export interface OrganisationStore {
  /** By name, with the accounts that speak for each. */
  list(): Promise<Organisation[]>;
  /** Refused with `name_taken`. */
  create(input: Pick<Organisation, 'name' | 'kind'>, act: Act): Promise<Organisation>;
  update(
    id: number,
    version: number,
    change: Partial<Pick<Organisation, 'name' | 'kind'>>,
    act: Act,
  ): Promise<Organisation>;
  /** The organisation somebody speaks for; null: none. */
  of(userId: string): Promise<number | null>;
  /** Lets an account speak for an organisation, and for no other; null: for none. */
  assign(userId: string, organisationId: number | null, act: Act): Promise<void>;
}

export type NewCommitment = Pick<
  Commitment,
  | 'problemId'
  | 'text'
  | 'kind'
  | 'ownerRole'
  | 'geometry'
  | 'meetingOn'
  | 'dueOn'
  | 'evidenceOfDone'
  | 'dose'
  | 'visibility'
  | 'followUpOf'
> &
  Partial<Pick<Commitment, 'meetingId'>> & { organisationId: number; partnerIds: number[] };

/** What goes with a step, as far as it needs it. */
export interface StepTaken {
  to: CommitmentState;
  dueOn?: string;
  evidenceOfDone?: string;
  unblockedBy?: string;
  note: string;
  evidence: Evidence[];
  onBehalf: boolean;
}

export interface CommitmentFilter {
  problemId?: string;
  /** Promised at this meeting. */
  meetingId?: string;
  /** Judged by residents at this meeting. */
  judgedAt?: string;
}

export interface CommitmentStore {
  /** The oldest first. */
  list(filter?: CommitmentFilter): Promise<Commitment[]>;
  get(id: string): Promise<Commitment | null>;
  propose(input: NewCommitment, act: Act): Promise<Commitment>;
  update(
    id: string,
    version: number,
    change: Partial<Omit<NewCommitment, 'problemId' | 'organisationId' | 'followUpOf'>>,
    /** Whose word it is that the owner agrees to other terms; null: none were changed. */
    agreement: 'owner' | 'secretary' | null,
    act: Act,
  ): Promise<Commitment>;
  /** Any step but those of residents. Refused with `wrong_state` when the way does not lead there. */
  move(id: string, version: number, step: StepTaken, act: Act): Promise<Commitment>;
  /** What residents said together; what is not done is open again, for the new day. */
  settle(
    id: string,
    version: number,
    said: SaidTogether,
    newDueOn: string | null,
    act: Act,
  ): Promise<Commitment>;
  steps(id: string): Promise<CommitmentStep[]>;
  /** The newest first. */
  doses(id: string): Promise<DoseEntry[]>;
  logDose(id: string, input: Omit<DoseEntry, 'id' | 'syncedAt' | 'createdBy'>, act: Act): Promise<DoseEntry>;
  strikeDose(id: string, doseId: string, act: Act): Promise<void>;
  /** On the latest delivery. Somebody who reports again changes what they said. */
  report(id: string, said: Pick<ResidentReport, 'verdict' | 'comment'>, act: Act): Promise<void>;
  reports(id: string): Promise<ResidentReport[]>;
  verifications(id: string): Promise<Verification[]>;
}

export interface ResponseCardStore {
  list(): Promise<OwnCard[]>;
  get(id: string): Promise<OwnCard | null>;
  create(input: CardFields, act: Act): Promise<OwnCard>;
  update(id: string, version: number, change: CardFields, act: Act): Promise<OwnCard>;
  remove(id: string, act: Act, links?: DespiteLinks): Promise<void>;
}
