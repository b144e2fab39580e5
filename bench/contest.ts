/** One task, our answer, and those who answer it too, on the same numbers. */
import type { SyntheticIncidents } from './synthetic-incidents.ts';

/** Numbers to compare, by name. */
export type Answer = Readonly<Record<string, ArrayLike<number>>>;

/** What a peer is given: columns by name, and numbers. */
export interface Given {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly numbers: Readonly<Record<string, number>>;
}

export type Tool = 'python' | 'sklearn' | 'r' | 'postgis';

export interface Peer {
  readonly who: string;
  readonly tool: Tool;
  /** Package of R that it needs. */
  readonly needs?: string;
  /** What to ask of its script, or the query with `points` (id, at) for PostGIS. */
  readonly ask: string;
  /** Largest size it is asked for; beyond that it takes minutes. */
  readonly most?: number;
  readonly runs?: number;
  /** How the answers agree, in words. */
  agree(ours: Answer, theirs: Answer): string;
}

export interface Contest {
  readonly task: string;
  /** Of what the row counts: incidents, or those left of them. */
  readonly size: number;
  readonly given: Given;
  ours(): Answer;
  readonly peers: readonly Peer[];
}

/** Contests over a sample of incidents; empty where the size makes no sense. */
export type Contests = (incidents: SyntheticIncidents) => readonly Contest[];
