import type { Scene } from './scene.ts';

/** A map with nothing on it, for what draws a few things alone. */
export const EMPTY_SCENE: Omit<Scene, 'palette'> = {
  land: null,
  streets: null,
  archives: [],
  areas: [],
  incidents: null,
  squares: null,
  categories: new Map(),
  result: null,
  assets: [],
  problems: [],
  annotations: [],
  concerns: [],
  interventions: [],
  selection: null,
  emphasis: null,
};
