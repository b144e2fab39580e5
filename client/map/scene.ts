import type { FeatureCollection, Geometry } from 'geojson';
import type { EmphasisedPoints } from './emphasis.ts';
import type { PointSet } from './incident-index.ts';
import type { MarkerGroup } from './marker-groups.ts';
import type { MarkerShape } from './marker-shapes.ts';
import type { Palette } from './palette.ts';
import type { RunResult } from './run-result.ts';
import type { CountedSquare } from './square-counts.ts';

export interface MapArea {
  readonly id: number;
  readonly parentId: number | null;
  readonly bounds: readonly [number, number, number, number];
  readonly kind: string;
  readonly name: string;
  readonly geometry: Geometry;
}

export interface MapAsset {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly position: readonly [number, number];
}

export interface MapProblem {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly stage: ProblemStage;
  readonly geometry: Geometry | null;
}

export type ProblemStage = 'scanning' | 'analysis' | 'response' | 'assessment' | 'closed';

export interface MapAnnotation {
  readonly id: string;
  readonly text: string;
  readonly geometry: Geometry | null;
}

/** A concern that tells a place: a position, or the middle of a square with sides of so many metres. */
export interface MapConcern {
  readonly id: string;
  readonly position: readonly [number, number];
  readonly sideM: number | null;
}

/** What is done about a problem, where it is done. */
export interface MapIntervention {
  readonly text: string;
  /** Of a case; null: of none. */
  readonly problemId: string | null;
  readonly geometry: Geometry;
}

/** How incidents of a category look. */
export interface CategoryStyle {
  readonly colour: string;
  readonly shape: MarkerShape;
  readonly name: string;
  readonly count: number;
}

export interface SquaresOnMap {
  readonly counted: readonly CountedSquare[];
  readonly hidden: number | null;
}

export type IncidentsInView =
  | { readonly kind: 'points'; readonly points: PointSet }
  | { readonly kind: 'groups'; readonly groups: readonly MarkerGroup[] };

/** One .pmtiles file of this machine. */
export interface BasemapArchive {
  readonly name: string;
  readonly url: string;
  readonly tiles: 'vector' | 'raster';
  /** The deepest zoom it holds. */
  readonly maxZoom: number;
}

/** Everything the map may draw. Layers read it; nothing in it is changed in place. */
export interface Scene {
  readonly palette: Palette;
  readonly land: FeatureCollection | null;
  readonly streets: FeatureCollection | null;
  readonly archives: readonly BasemapArchive[];
  readonly areas: readonly MapArea[];
  readonly incidents: IncidentsInView | null;
  /** What is told of incidents that the person may not see one by one; null for those who see all. */
  readonly squares: SquaresOnMap | null;
  /** Category id -> style; the most frequent have colours of their own. */
  readonly categories: ReadonlyMap<number, CategoryStyle>;
  /** What the run of the address found; each method has a layer of its own. */
  readonly result: RunResult | null;
  readonly assets: readonly MapAsset[];
  readonly problems: readonly MapProblem[];
  readonly annotations: readonly MapAnnotation[];
  readonly concerns: readonly MapConcern[];
  readonly interventions: readonly MapIntervention[];
  readonly selection: Geometry | null;
  /** Incidents that the selected part of the answer is about. */
  readonly emphasis: EmphasisedPoints | null;
}

/** Remembers the answer for each input object, so that the same data gives the same features by identity. */
export function once<Input extends object, Output>(make: (input: Input) => Output): (input: Input) => Output {
  const known = new WeakMap<Input, Output>();
  return (input) => {
    const answer = known.get(input) ?? make(input);
    known.set(input, answer);
    return answer;
  };
}

export const EMPTY_COLLECTION: FeatureCollection = { type: 'FeatureCollection', features: [] };
