/** Ports and records of who may see what and for how long. */
import type { OpenedTo } from '../domain/case-opening.ts';
import type { Grant } from '../domain/grants.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';
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
