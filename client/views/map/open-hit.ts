import type { Hit } from '../../map/layer.ts';
import type { MapContextValue } from './map-context.ts';
import { selectedOf } from './selection.ts';

/** Degrees: a group narrower than this is one place. */
const ONE_PLACE = 0.0005;

/** What a click does: a marker group opens, everything else is selected. */
export function openHit(hit: Hit | null, { engine, select, selected }: MapContextValue): void {
  if (hit?.kind === 'group') {
    const [west, south, east, north] = hit.id.split(',').map(Number);
    if (Math.max(east - west, north - south) > ONE_PLACE) engine?.flyTo([west, south, east, north]);
    else engine?.zoomTo((west + east) / 2, (south + north) / 2, Math.min(engine.camera.zoom + 2, 17));
    return;
  }
  const next = hit ? selectedOf(hit) : null;
  if (next || selected) select(next);
}
