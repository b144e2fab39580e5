import type { Hit } from '../../map/layer.ts';
import { densityAt } from '../../map/results/kernel-density.ts';
import { dataOf } from '../../map/run-result.ts';
import type { MapContextValue } from './map-context.ts';
import { type Selected, selectedOf } from './selection.ts';

/** Degrees: a group narrower than this is one place. */
const ONE_PLACE = 0.0005;

/** What a click does: a marker group opens, everything else is selected. */
export function openHit(hit: Hit | null, at: [number, number], context: MapContextValue): void {
  const { engine, select, selected } = context;
  if (hit?.kind === 'group') {
    const [west, south, east, north] = hit.id.split(',').map(Number);
    if (Math.max(east - west, north - south) > ONE_PLACE) engine?.flyTo([west, south, east, north]);
    else engine?.zoomTo((west + east) / 2, (south + north) / 2, Math.min(engine.camera.zoom + 2, 17));
    return;
  }
  const next =
    hit && hit.kind !== 'area' ? selectedOf(hit) : (onSurface(at, context) ?? (hit && selectedOf(hit)));
  if (next || selected) select(next);
}

/** A surface is one picture, in which nothing can be hit: its cell follows from the position. */
function onSurface(at: [number, number], { scene: { result } }: MapContextValue): Selected | null {
  const data = dataOf(result, 'kernel-density');
  const found = data ? densityAt(data, at) : -1;
  return data && found >= 0 && data.value[found] > 0 ? { kind: 'cell', id: String(data.cell[found]) } : null;
}
