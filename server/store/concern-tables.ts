/** The rows of concerns as they lie in the database. */
import type { Generated } from 'kysely';
import type { PhotoType } from '../domain/case/attachment.ts';
import type {
  Channel,
  DeclineReason,
  Frequency,
  Pathway,
  Precision,
  ReporterType,
} from '../domain/concern.ts';
import type { KeptState } from '../domain/concern-steps.ts';

export interface ConcernTable {
  id: string;
  received_on: string;
  channel: Channel;
  language: string;
  summary: string;
  detail: string;
  search: string;
  category_id: number | null;
  place_precision: Precision | null;
  place_chosen_by: 'reporter' | 'staff' | null;
  lon: number | null;
  lat: number | null;
  side_m: number | null;
  area_id: number | null;
  coarse_area_id: number | null;
  occurred_from: string | null;
  occurred_to: string | null;
  frequency: Frequency;
  affected_groups: string;
  harms: string;
  reporter_type: ReporterType;
  on_behalf: number;
  answer_me: number;
  contact_me: number;
  publish_summary: number;
  consent_at: string | null;
  contact: string | null;
  receipt: string | null;
  state: KeptState;
  answer: Generated<string>;
  answered_on: string | null;
  settled_at: string | null;
  decline_reason: DeclineReason | null;
  referred_to: Generated<string>;
  merged_into: string | null;
  problem_id: string | null;
  erased_at: string | null;
  has_photo: Generated<number>;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  updated_at: string;
}

/** The picture alone, written anew. */
export interface ConcernPhotoTable {
  concern_id: string;
  media_type: PhotoType;
  width: number;
  height: number;
  content: Uint8Array;
  preview: Uint8Array;
}

export interface ConcernStepTable {
  concern_id: string;
  position: number;
  at: string;
  actor: string | null;
  step: string;
  from_state: KeptState | null;
  to_state: KeptState;
  note: Generated<string>;
}

export interface ProtectedReferralTable {
  received_on: string;
  pathway: Pathway;
  count: number;
}
