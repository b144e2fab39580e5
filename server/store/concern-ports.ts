/** What the rest of the server may ask of the store about concerns, and the records it takes and gives. */

import type { PhotoType } from '../domain/case/attachment.ts';
import type {
  AffectedGroup,
  Channel,
  ConcernFields,
  Consent,
  DeclineReason,
  Frequency,
  Harm,
  Pathway,
  Precision,
  ReporterType,
} from '../domain/concern.ts';
import type { KeptPlace } from '../domain/concern-place.ts';
import type { KeptState, Step } from '../domain/concern-steps.ts';
import type { Act, Page } from './records.ts';

/** What a resident raised. Its place is as exact as was chosen when it was raised, its contact is asked for by itself. */
export interface Concern {
  id: string;
  /** ISO date in the zone of the workspace. */
  receivedOn: string;
  channel: Channel;
  language: string;
  summary: string;
  detail: string;
  categoryId: number | null;
  /** Null: no place was told. */
  precision: Precision | null;
  chosenBy: 'reporter' | 'staff' | null;
  /** The position, or the middle of a square with sides of `sideM` metres. */
  position: [number, number] | null;
  sideM: number | null;
  areaId: number | null;
  /** The area for whoever sees squares of 500 m. */
  coarseAreaId: number | null;
  occurredFrom: string | null;
  occurredTo: string | null;
  frequency: Frequency;
  affectedGroups: AffectedGroup[];
  harms: Harm[];
  reporterType: ReporterType;
  onBehalf: boolean;
  consent: Consent;
  consentAt: string | null;
  hasContact: boolean;
  state: KeptState;
  answer: string;
  answeredOn: string | null;
  settledAt: string | null;
  declineReason: DeclineReason | null;
  referredTo: string;
  mergedInto: string | null;
  problemId: string | null;
  erasedAt: string | null;
  hasPhoto: boolean;
  version: number;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

/** One thing that was done with a concern. */
export interface ConcernStep {
  at: string;
  actor: string | null;
  actorName: string | null;
  step: string;
  from: KeptState | null;
  to: KeptState;
  note: string;
}

/** How many concerns of a day went a pathway without anything of them being kept. */
export interface ProtectedReferral {
  receivedOn: string;
  pathway: Pathway;
  count: number;
}

export interface ConcernFilter {
  states?: readonly KeptState[];
  categoryId?: number;
  problemId?: string;
  /** Any of these areas; of the squares of 500 m when `coarse`. */
  areaIds?: readonly number[];
  coarse?: boolean;
  /** Received after this day, and up to that one. */
  receivedAfter?: string;
  receivedUpTo?: string;
  /** Received before this day, and nobody has answered yet. */
  unansweredBefore?: string;
  /** Words to find, accents and case aside. */
  text?: string;
}

/** The fields of a concern with the place as it is kept. */
export type ConcernInput = Omit<ConcernFields, 'place'> & { place: KeptPlace | null };
export type ConcernOutcome = Partial<
  Pick<
    Concern,
    'answer' | 'answeredOn' | 'settledAt' | 'declineReason' | 'referredTo' | 'mergedInto' | 'problemId'
  >
>;

/** A photo as it is kept: the picture, and a small one of it. */
export interface ConcernPhoto {
  mediaType: PhotoType;
  content: Uint8Array;
  preview: Uint8Array;
  width: number;
  height: number;
}

export interface ConcernPhotoStore {
  get(
    concernId: string,
    what: 'content' | 'preview',
  ): Promise<{ mediaType: string; bytes: Uint8Array } | null>;
  /** One for each concern: a second one changes nothing, nor does one for what was erased. */
  add(concernId: string, photo: ConcernPhoto, act: Act): Promise<Concern>;
  /** For good. */
  remove(concernId: string, version: number, act: Act): Promise<Concern>;
}

export interface ConcernStore {
  /** The newest received first. */
  page(filter: ConcernFilter, page: { after?: string; limit: number }): Promise<Page<Concern>>;
  get(id: string): Promise<Concern | null>;
  /** By the keyed digest of its receipt code. */
  byReceipt(receipt: string): Promise<Concern | null>;
  create(
    input: ConcernInput &
      Pick<Concern, 'id' | 'consent' | 'consentAt'> & { contact: string | null; receipt: string | null },
    act: Act,
  ): Promise<Concern>;
  update(id: string, version: number, change: Partial<ConcernInput>, act: Act): Promise<Concern>;
  /** Writes what a step of triage leaves behind, and its line in the story of the concern. */
  step(
    id: string,
    version: number,
    step: { step: Step; to: KeptState; note: string; outcome: ConcernOutcome },
    act: Act,
  ): Promise<Concern>;
  steps(id: string): Promise<ConcernStep[]>;
  /** The contact as it is sealed. */
  contact(id: string): Promise<string | null>;
  /** Contact and words go, at the wish of whoever raised it; that it was raised stays. */
  erase(id: string, version: number, act: Act): Promise<Concern>;
  /** The contact alone goes. */
  forgetContact(id: string, version: number, act: Act): Promise<Concern>;
  /** Takes out the contacts of what was settled, or whose case was closed, before an instant; says how many. */
  forgetContacts(before: string, act: Act): Promise<number>;
  /** One more on a pathway; nothing else is kept. */
  countReferral(input: { receivedOn: string; pathway: Pathway }, act: Act): Promise<void>;
  /** A concern that turns out to be about what must not be kept becomes one more on a pathway, and is gone. */
  protect(id: string, version: number, pathway: Pathway, act: Act): Promise<void>;
  referrals(): Promise<ProtectedReferral[]>;
}
