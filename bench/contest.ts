/** One task, our answer, and those who answer it too, on the same numbers. */
import type { MethodId } from '../server/jobs/contract.ts';
import type { SyntheticIncidents } from './synthetic-incidents.ts';

/** Numbers to compare, by name. */
export type Answer = Readonly<Record<string, ArrayLike<number>>>;

/** What a peer is given: columns by name, and numbers. */
export interface Given {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly numbers: Readonly<Record<string, number>>;
  /** Areas of one ring each, in metres. */
  readonly areas?: readonly Ring[];
}

export type Ring = readonly (readonly [number, number])[];

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
  agree(ours: Answer, theirs: Answer): Agreement;
}

export interface Agreement {
  /** How near the answers are. */
  readonly words: string;
  /** Within the tolerance; null where the two are not meant to be equal. */
  readonly holds: boolean | null;
}

export interface Contest {
  readonly task: string;
  /** Methods of the workbench whose figures it makes; none for the arithmetic of a problem case. */
  readonly methods: readonly MethodId[];
  /** Incidents. */
  readonly size: number;
  readonly given: Given;
  /** Or why it is not asked at this size. */
  readonly ours: (() => Answer) | string;
  readonly peers: readonly Peer[];
}

/** Contests over a sample of incidents. */
export type Contests = (incidents: SyntheticIncidents) => readonly Contest[];
