/** Ports and records of who may see what and for how long. */
import type { OpenedTo } from '../domain/case-opening.ts';
import type { Grant } from '../domain/grants.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import type { RetentionRules, RunOut } from '../domain/retention.ts';
import type { Act } from './records.ts';

/** A case whose incidents are open to roles that see squares and months otherwise. */
export interface CaseOpening {
  id: number;
  problemId: string;
  roles: OpenedTo[];
  reason: string;
  /** Last day, in the zone of the workspace. */
  until: string;
  /** The rule of the case as it was opened. */
  rule: IncidentFilter | null;
  /** What whoever opened it sees. */
  grants: readonly Grant[];
  openedBy: string;
  openedAt: string;
}

/** Part of `Store`. */
export interface RightsStores {
  readonly openings: OpeningStore;
  readonly retention: RetentionStore;
}

export interface OpeningStore {
  /** The one that is not closed, whatever the day. */
  current(problemId: string): Promise<CaseOpening | null>;
  /** Refused with `already_open`. */
  open(input: Omit<CaseOpening, 'id' | 'openedBy' | 'openedAt'>, act: Act): Promise<CaseOpening>;
  close(problemId: string, act: Act): Promise<void>;
  /** Closes those whose last day is before `today`; gives the ids of their cases. */
  closeEnded(today: string, at: string): Promise<string[]>;
}

export interface RetentionStore {
  rules(): Promise<RetentionRules>;
  setRules(rules: RetentionRules, act: Act): Promise<void>;
  /** What has run out by these rules; `at`: now. */
  runOut(rules: RetentionRules, timezone: string, at: string): Promise<RunOut>;
  /** Deletes what has run out, piece by piece, and writes how much into the history. */
  takeOut(rules: RetentionRules, timezone: string, at: string): Promise<RunOut>;
  /** What is left of incidents that were taken out; `areaId` null: everywhere, `month` null: of unknown time. */
  kept(): Promise<KeptCount[]>;
}

export interface KeptCount {
  categoryId: number;
  areaId: number | null;
  month: string | null;
  count: number;
}
