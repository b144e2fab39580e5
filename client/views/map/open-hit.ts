import type { Hit } from '../../map/layer.ts';
import type { MapContextValue } from './map-context.ts';
import { selectedOf } from './selection.ts';

/** What a click does: a marker group opens, a place comes nearer, everything else is selected. */
export function openHit(hit: Hit | null, { engine, incidents, select, selected }: MapContextValue): void {
  if (hit?.kind === 'group') {
    const [group, lon, lat] = hit.id.split(',').map(Number);
    void incidents.columns?.expansionZoom(group).then((zoom) => engine?.zoomTo(lon, lat, Math.min(zoom, 17)));
    return;
  }
  if (hit?.kind === 'place') {
    const [lon, lat] = hit.id.split(',').map(Number);
    engine?.zoomTo(lon, lat, Math.min(engine.camera.zoom + 2, 17));
    return;
  }
  const next = hit ? selectedOf(hit) : null;
  if (next || selected) select(next);
}
