import type { PlacedGrid } from '../../analysis/grid.ts';
import type { HarmTable } from '../../analysis/harm-weights.ts';
import type { IncidentColumns } from '../../analysis/incident-columns.ts';
import type { RunReply, RunRequest } from './contract.ts';

/** What a worker thread gets. The columns lie in shared memory: nothing of them is copied. */
export interface Task {
  readonly request: Pick<RunRequest, 'method' | 'parameters'>;
  readonly datasets: readonly IncidentColumns[];
  /** Ids of the incidents that match the filter, ascending. */
  readonly ids: Uint32Array;
  /** Ids of the incidents they are compared with, ascending; null for methods that compare with none. */
  readonly against: Uint32Array | null;
  /** The region is what lies in every one of these; null: around the incidents. */
  readonly regions: readonly Region[] | null;
  readonly period: FilterPeriod;
  readonly places: Places;
  /** In the order in which the parameters name them. */
  readonly shapes: readonly DrawnShape[];
  /** No other run is going on and a processor is free: a second thread may help. */
  readonly spare: boolean;
  /** Shared with the main thread: see `CANCELLED` and `PROGRESS`. */
  readonly control: Int32Array;
}

/** Polygons in degrees, as MultiPolygon coordinates; their union. */
export type Region = number[][][][];

/** The period of the filter in minutes since 1970, `to` exclusive; null where it is open. */
export interface FilterPeriod {
  readonly from: number | null;
  readonly to: number | null;
}

/** What a method needs besides incidents; empty for methods that need nothing. */
export interface Places {
  readonly areas: readonly PlaceArea[];
  readonly streets: readonly PlaceStreet[];
  readonly assets: readonly PlaceAsset[];
  /** Weights by the id of the category; null while no table was adopted. */
  readonly harm: HarmTable | null;
}

export type PlaceKind = keyof Places;

export interface PlaceArea {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly population: number | null;
  readonly polygons: Region;
}

export interface PlaceStreet {
  readonly id: number;
  readonly name: string;
  readonly lines: number[][][];
}

export interface PlaceAsset {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
}

/** An annotation with a polygon. */
export interface DrawnShape {
  readonly id: string;
  readonly text: string;
  /** When it was last changed, in minutes since 1970. */
  readonly changedAt: number;
  readonly polygons: Region;
}

export const NO_PLACES: Places = { areas: [], streets: [], assets: [], harm: null };

/** Places in `control`: 1 when the run is to stop; how much is done, in thousandths. */
export const CANCELLED = 0;
export const PROGRESS = 1;
/** The least progress there is: a thread has taken the run up. */
export const STARTED = 0.001;

export type Summary = NonNullable<RunReply['summary']>;

export type Outcome =
  | {
      readonly kind: 'done';
      readonly summary: Summary;
      /** Arrow IPC stream. */
      readonly result: Uint8Array;
      readonly digest: string;
      readonly naming: Naming | null;
    }
  | { readonly kind: 'cancelled' }
  /** The parameters do not fit the data; the text says what to do. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What a method gives back. */
export interface Finding {
  readonly summary: Summary;
  /** Absent when there was nothing to lay it over. */
  readonly grid?: PlacedGrid;
  /** What a row of the result is, when it is no cell. */
  readonly rows?: string;
  readonly columns: readonly ResultColumn[];
  readonly naming?: Naming;
}

/** A list of the summary whose entries (with a `centre`) want the name of their place. */
export interface Naming {
  readonly list: 'hotspots' | 'patches' | 'clusters' | 'chains' | 'places' | 'moved';
  /** A few incidents of each entry. */
  readonly incidents: readonly (readonly number[])[];
}

/** NaN stands for null in nullable columns. */
export interface ResultColumn {
  readonly name: string;
  readonly data: Uint32Array | Uint16Array | Float64Array | Int8Array;
  readonly nullable?: boolean;
}

/** Stops the run when it was cancelled; says how much is done (0 to 1). */
export type Checkpoint = (done: number) => void;

export class Cancelled extends Error {}
/** Its message goes to the user. */
export class Refused extends Error {}
