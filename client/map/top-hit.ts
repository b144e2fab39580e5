import type { Hit } from './layer.ts';

/**
 * What a click means, of everything under it from the top down. An area answers only when nothing else does: it covers
 * the cells that were found in it.
 */
export function topHit(hits: Iterable<Hit | null>): Hit | null {
  let area: Hit | null = null;
  for (const hit of hits) {
    if (hit && hit.kind !== 'area') return hit;
    area ??= hit;
  }
  return area;
}
