import type { SummaryOf } from '../../../../api/runs.ts';

type Summary = SummaryOf<'hit-rate'>;

export interface Lead {
  readonly hits: number;
  readonly all: number;
  readonly rate: number;
  /** `narrow`: within what counts of this size differ by from one period to the next. */
  readonly margin: 'tie' | 'narrow' | 'clear';
}

/** What the winner at a share caught, and how much its lead is worth; null when it has no score there. */
export function leadOf({ maps, heldOut }: Summary, winner: Summary['winners'][number]): Lead | null {
  const at = maps
    .find(({ map }) => map === winner.map)
    ?.at.find(({ share }) => Math.abs(share - winner.share) < 1e-9);
  if (!at || !heldOut) return null;
  return {
    hits: at.hits,
    all: heldOut.incidents,
    rate: at.hitRate,
    margin: marginOf(winner.lead, at.hits),
  };
}

/** Two counts with a common mean differ by more than two standard deviations, 2 · √(sum of both), in one case of twenty. */
function marginOf(lead: number, hits: number): Lead['margin'] {
  if (lead < 1e-9) return 'tie';
  return lead < 2 * Math.sqrt(2 * hits - lead) ? 'narrow' : 'clear';
}

/** The share of the hits on so much of the area, between the points of the curve along a line. */
export function hitsAt({ area, hits }: Summary['maps'][number]['curve'], share: number): number {
  const i = area.findIndex((covered) => covered >= share - 1e-9);
  if (i < 0) return hits.at(-1) ?? 0;
  const [area0, hits0] = i === 0 ? [0, 0] : [area[i - 1], hits[i - 1]];
  const step = area[i] - area0;
  return step > 0 ? hits0 + ((hits[i] - hits0) * (share - area0)) / step : hits[i];
}
