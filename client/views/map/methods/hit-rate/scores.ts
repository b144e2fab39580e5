import type { SummaryOf } from '../../../../api/runs.ts';
import { leadersAt, type MapName } from '../../../../map/results/hit-rate.ts';

type Summary = SummaryOf<'hit-rate'>;

/** What the best maps at one share of the area caught, and by how much they lead. */
export interface Lead {
  readonly share: number;
  /** Several when they are as good. */
  readonly best: readonly MapName[];
  readonly next: MapName | null;
  readonly lead: number;
  readonly hits: number;
  readonly hitRate: number;
  /** `narrow`: counts of this size differ by as much from one period to the next. */
  readonly margin: 'tie' | 'narrow' | 'clear';
}

export function leadsOf({ maps, winners, shares }: Summary): Lead[] {
  return shares.flatMap((share, place) => {
    const winner = winners.find((each) => each.share === share);
    const leaders = leadersAt(maps, place);
    if (!winner || leaders.length === 0) return [];
    const { hits, hitRate } = leaders[0].at[place];
    const { lead, next } = winner;
    const margin = leaders.length > 1 ? ('tie' as const) : marginOf(lead, hits);
    return [{ share, best: leaders.map(({ map }) => map), next, lead, hits, hitRate, margin }];
  });
}

/** Two counts with a common mean seldom differ by more than 2 · √(sum of both). */
const marginOf = (lead: number, hits: number) => (lead < 2 * Math.sqrt(2 * hits - lead) ? 'narrow' : 'clear');

/** The share of the hits on so much of the area, between the points of the curve along a line. */
export function hitsAt({ area, hits }: Summary['maps'][number]['curve'], share: number): number {
  const i = area.findIndex((covered) => covered >= share - 1e-9);
  if (i < 0) return hits.at(-1) ?? 0;
  const [area0, hits0] = i === 0 ? [0, 0] : [area[i - 1], hits[i - 1]];
  const step = area[i] - area0;
  return step > 0 ? hits0 + ((hits[i] - hits0) * (share - area0)) / step : hits[i];
}
