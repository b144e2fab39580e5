import type { Plan } from './diff.ts';
import type { LayerState, MapLayer } from './layer.ts';
import { annotations } from './layers/annotations.ts';
import { areas } from './layers/areas.ts';
import { assets } from './layers/assets.ts';
import { baseMap } from './layers/base-map.ts';
import { chains } from './layers/chains.ts';
import { change } from './layers/change.ts';
import { clusters } from './layers/clusters.ts';
import { concerns } from './layers/concerns.ts';
import { counts } from './layers/counts.ts';
import { density } from './layers/density.ts';
import { dualDensity } from './layers/dual-density.ts';
import { emerging } from './layers/emerging.ts';
import { emphasis } from './layers/emphasis.ts';
import { heldOut } from './layers/held-out.ts';
import { hotspots } from './layers/hotspots.ts';
import { incidentSquares } from './layers/incident-squares.ts';
import { incidents } from './layers/incidents.ts';
import { interventions } from './layers/interventions.ts';
import { localMoran } from './layers/local-moran.ts';
import { locationQuotient } from './layers/location-quotient.ts';
import { movedShares } from './layers/moved-shares.ts';
import { places } from './layers/places.ts';
import { problems } from './layers/problems.ts';
import { riskTerrain } from './layers/risk-terrain.ts';
import { riskyAssets } from './layers/risky-assets.ts';
import { scanCircles } from './layers/scan-circles.ts';
import { selection } from './layers/selection.ts';
import { streets } from './layers/streets.ts';
import { studyRegion } from './layers/study-region.ts';
import type { Scene } from './scene.ts';

/** Draw order from bottom to top; also the layer list, the legend and the key of the address. */
export const LAYERS: readonly MapLayer[] = [
  baseMap,
  incidentSquares,
  counts,
  density,
  hotspots,
  localMoran,
  change,
  dualDensity,
  emerging,
  movedShares,
  heldOut,
  riskTerrain,
  locationQuotient,
  streets,
  areas,
  assets,
  incidents,
  clusters,
  scanCircles,
  chains,
  places,
  riskyAssets,
  studyRegion,
  problems,
  interventions,
  annotations,
  concerns,
];

const byId = new Map(LAYERS.map((layer) => [layer.id, layer]));
export const layerById = (id: string): MapLayer | undefined => byId.get(id);

/** The plan of the whole map. What is selected is drawn over everything and is no entry of the list. */
export function planOf(scene: Scene, states: readonly LayerState[]): Plan {
  const sources: Record<string, Plan['sources'][string]> = {};
  const styles: Plan['styles'][number][] = [];
  const add = (layer: MapLayer, state: LayerState) => {
    Object.assign(sources, layer.sources(scene));
    styles.push(...layer.styles(scene, state));
  };
  for (const state of states) {
    const layer = byId.get(state.id);
    if (layer && state.visible) add(layer, state);
  }
  for (const layer of [emphasis, selection]) add(layer, { id: layer.id, visible: true, opacity: 1 });
  return { sources, styles };
}
