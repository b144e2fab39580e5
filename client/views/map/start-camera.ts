import type { Camera } from '../../map/map-engine.ts';
import type { MapSearch } from '../../search.ts';
import { viewOfBounds } from '../../view-of-bounds.ts';
import { readCamera } from './address.ts';
import type { Records } from './use-records.ts';

const WORLD: Camera = { lon: 10, lat: 20, zoom: 1.5 };

/** Where the map opens when the address does not say: on the chosen data sets, else on all data, else on the world. */
export function startCamera({ workspace, datasets }: Records, { datasets: chosen }: MapSearch): Camera {
  const boxes = (datasets ?? []).flatMap(({ id, bounds }) =>
    bounds && chosen?.includes(id) ? [bounds] : [],
  );
  const box = boxes.length > 0 ? union(boxes) : workspace?.bounds;
  if (!box) return WORLD;
  const size = { width: Math.max(innerWidth - 80, 320), height: Math.max(innerHeight - 200, 320) };
  return readCamera(viewOfBounds(box, size)) ?? WORLD;
}

type Box = readonly [number, number, number, number];

function union(boxes: readonly Box[]): Box {
  return boxes.reduce(([west, south, east, north], box) => [
    Math.min(west, box[0]),
    Math.min(south, box[1]),
    Math.max(east, box[2]),
    Math.max(north, box[3]),
  ]);
}
