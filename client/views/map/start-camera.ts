import { apart, type Extent, union } from '../../map/extent.ts';
import type { Camera } from '../../map/map-engine.ts';
import type { MapSearch } from '../../search.ts';
import { viewOfBounds } from '../../view-of-bounds.ts';
import { readCamera } from './address.ts';
import type { Records } from './use-records.ts';

/** As in panel.module.css. */
const PHONE = 640;
const SHEET = 0.52;

const WORLD: Camera = { lon: 10, lat: 20, zoom: 1.5 };

/** Where the map opens when the address does not say: on the chosen data sets, else on all data, else on the world. */
export function startCamera(
  { workspace, datasets = [] }: Records,
  { datasets: chosen, panel, sel }: MapSearch,
): Camera {
  const placed = datasets.filter((dataset) => dataset.bounds !== null);
  const meant = chosen?.length ? placed.filter(({ id }) => chosen.includes(id)) : placed;
  const extents = meant.flatMap(({ bounds }) => (bounds ? [bounds] : []));
  const box = apart(extents) ? newest(meant) : (union(extents) ?? workspace?.bounds);
  if (!box) return WORLD;
  // On a phone an open sheet covers the lower half.
  const sheet = innerWidth <= PHONE && (panel || sel) ? innerHeight * SHEET : 0;
  const size = { width: Math.max(innerWidth - 80, 320), height: Math.max(innerHeight - 200 - sheet, 160) };
  return readCamera(viewOfBounds([...box], size)) ?? WORLD;
}

/** Data of two places cannot be seen at once: people come for what they brought last. */
function newest(datasets: NonNullable<Records['datasets']>): Extent | null {
  const [last] = [...datasets].sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id);
  return last?.bounds ?? null;
}
