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
  readonly pai: number;
  /** PAI of the next map. */
  readonly nextPai: number;
  /** Incidents the best map expected there at the pace of before; null when it expects no number. */
  readonly expected: number | null;
  /** `narrow`: counts of this size differ by as much from one period to the next. */
  readonly margin: 'tie' | 'narrow' | 'clear';
}

export function leadsOf({ maps, winners, shares }: Summary): Lead[] {
  return shares.flatMap((share, place) => {
    const winner = winners.find((each) => each.share === share);
    const leaders = leadersAt(maps, place);
    if (!winner || leaders.length === 0) return [];
    const { hits, hitRate, pai, rri } = leaders[0].at[place];
    const { lead, leadPai, next } = winner;
    const margin = leaders.length > 1 ? ('tie' as const) : marginOf(lead, hits);
    const best = leaders.map(({ map }) => map);
    const expected = rri === null ? null : rri * hits;
    return [{ share, best, next, lead, hits, hitRate, pai, nextPai: pai - leadPai, expected, margin }];
  });
}

/** Two counts with a common mean seldom differ by more than 2 · √(sum of both). */
const marginOf = (lead: number, hits: number) => (lead < 2 * Math.sqrt(2 * hits - lead) ? 'narrow' : 'clear');

/** How a guess did beside the best of the maps on as much ground. */
export interface GuessLead {
  readonly outcome: 'outside' | 'tie' | 'won' | 'lost';
  readonly narrow: boolean;
  /** Several when they are as good. */
  readonly best: readonly MapName[];
  readonly bestHits: number;
  readonly bestPai: number;
}

export function guessLeadOf({ maps, hits, lead }: Summary['guesses'][number]): GuessLead {
  if (lead === null) return { outcome: 'outside', narrow: false, best: [], bestHits: 0, bestPai: 0 };
  const bestHits = Math.max(...maps.map((map) => map.hits));
  const leaders = maps.filter((map) => map.hits > bestHits - 1e-9);
  const outcome = Math.abs(lead) < 1e-9 ? 'tie' : lead > 0 ? 'won' : 'lost';
  const narrow = outcome !== 'tie' && marginOf(Math.abs(lead), Math.max(hits, bestHits)) === 'narrow';
  return { outcome, narrow, best: leaders.map(({ map }) => map), bestHits, bestPai: leaders[0].pai };
}

/** The share of the hits on so much of the area, between the points of the curve along a line. */
export function hitsAt({ area, hits }: Summary['maps'][number]['curve'], share: number): number {
  const i = area.findIndex((covered) => covered >= share - 1e-9);
  if (i < 0) return hits.at(-1) ?? 0;
  const [area0, hits0] = i === 0 ? [0, 0] : [area[i - 1], hits[i - 1]];
  const step = area[i] - area0;
  return step > 0 ? hits0 + ((hits[i] - hits0) * (share - area0)) / step : hits[i];
}
