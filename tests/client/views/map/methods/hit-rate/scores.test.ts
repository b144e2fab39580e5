import { describe, expect, it } from 'vitest';
import type { SummaryOf } from '../../../../../../client/api/runs.ts';
import { hitsAt, leadsOf } from '../../../../../../client/views/map/methods/hit-rate/scores.ts';

type Summary = SummaryOf<'hit-rate'>;
type Score = Summary['maps'][number];

const score = (map: Score['map'], ...hits: number[]): Score => ({
  map,
  at: hits.map((count, k) => ({
    share: [0.01, 0.05][k],
    cells: 10,
    hits: count,
    hitRate: count / 1000,
    pai: 1,
    pei: 1,
  })),
  curve: { area: [0, 0.5, 1], hits: [0, 0.8, 1] },
});

const summary = (maps: Score[], winners: Summary['winners']) =>
  ({ shares: [0.01, 0.05], maps, winners }) as Summary;

describe('leadsOf', () => {
  it('names the winner at each share with what it caught', () => {
    const [first] = leadsOf(
      summary(
        [score('counts', 90, 300), score('density', 20, 310)],
        [
          { share: 0.01, map: 'counts', lead: 70, next: 'density' },
          { share: 0.05, map: 'density', lead: 10, next: 'counts' },
        ],
      ),
    );
    expect(first).toMatchObject({ best: ['counts'], next: 'density', hits: 90, hitRate: 0.09 });
  });

  it('tells a clear lead from one that another period could turn round', () => {
    const leads = leadsOf(
      summary(
        [score('counts', 90, 300), score('density', 20, 310)],
        [
          { share: 0.01, map: 'counts', lead: 70, next: 'density' },
          { share: 0.05, map: 'density', lead: 10, next: 'counts' },
        ],
      ),
    );
    expect(leads.map(({ margin }) => margin)).toEqual(['clear', 'narrow']);
  });

  it('names all that are as good when nothing leads', () => {
    const [lead] = leadsOf(
      summary(
        [score('counts', 50, 60), score('density', 50, 60), score('gi-star', 10, 20)],
        [{ share: 0.01, map: null, lead: 0, next: 'density' }],
      ),
    );
    expect(lead).toMatchObject({ margin: 'tie', best: ['counts', 'density'] });
  });

  it('says nothing when a single map was drawn', () => {
    expect(leadsOf(summary([score('counts', 50, 60)], []))).toEqual([]);
  });
});

describe('hitsAt', () => {
  it('reads the curve between its points along a line', () => {
    const { curve } = score('counts');
    expect(hitsAt(curve, 0.25)).toBeCloseTo(0.4, 12);
    expect(hitsAt(curve, 0.5)).toBe(0.8);
    expect(hitsAt(curve, 1)).toBe(1);
  });
});
