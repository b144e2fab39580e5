import { LOCAL_GI_FLOOR, LOCAL_GI_MEAN_FLOOR } from '../../analysis/local-gi-star.ts';
import type { TooFew } from './contract.ts';
import type { CountedCells } from './study-area.ts';

/** What keeps cells from being compared with their neighbours; null when nothing does. */
export function cellFloor({ n, cells }: Pick<CountedCells, 'n' | 'cells'>): TooFew | null {
  if (n === 0) return { reason: 'no_incidents', found: 0, floor: LOCAL_GI_FLOOR };
  if (n < LOCAL_GI_FLOOR) return { reason: 'fewer_than_30_incidents', found: n, floor: LOCAL_GI_FLOOR };
  if (n / cells.length < LOCAL_GI_MEAN_FLOOR)
    return { reason: 'mean_count_below_0_1', found: n / cells.length, floor: LOCAL_GI_MEAN_FLOOR };
  return null;
}
