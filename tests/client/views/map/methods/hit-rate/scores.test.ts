import { describe, expect, it } from 'vitest';
import type { SummaryOf } from '../../../../../../client/api/runs.ts';
import { guessLeadOf, hitsAt, leadsOf } from '../../../../../../client/views/map/methods/hit-rate/scores.ts';

type Summary = SummaryOf<'hit-rate'>;
type Score = Summary['maps'][number];

const score = (map: Score['map'], ...hits: number[]): Score => ({
  map,
  at: hits.map((count, k) => ({
    share: [0.01, 0.05][k],
    cells: 10,
    hits: count,
    hitRate: count / 1000,
    pai: count / 1000 / [0.01, 0.05][k],
    pei: 1,
    rri: 1.5,
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
          { share: 0.01, map: 'counts', lead: 70, leadPai: 7, next: 'density' },
          { share: 0.05, map: 'density', lead: 10, leadPai: 0.2, next: 'counts' },
        ],
      ),
    );
    expect(first).toMatchObject({ best: ['counts'], next: 'density', hits: 90, hitRate: 0.09 });
    expect(first.pai).toBeCloseTo(9, 9);
    expect(first.nextPai).toBeCloseTo(2, 9);
    expect(first.expected).toBe(135);
  });

  it('tells a clear lead from one that another period could turn round', () => {
    const leads = leadsOf(
      summary(
        [score('counts', 90, 300), score('density', 20, 310)],
        [
          { share: 0.01, map: 'counts', lead: 70, leadPai: 7, next: 'density' },
          { share: 0.05, map: 'density', lead: 10, leadPai: 0.2, next: 'counts' },
        ],
      ),
    );
    expect(leads.map(({ margin }) => margin)).toEqual(['clear', 'narrow']);
  });

  it('names all that are as good when nothing leads', () => {
    const [lead] = leadsOf(
      summary(
        [score('counts', 50, 60), score('density', 50, 60), score('gi-star', 10, 20)],
        [{ share: 0.01, map: null, lead: 0, leadPai: 0, next: 'density' }],
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

describe('guessLeadOf', () => {
  const at = { share: 0.02, cells: 4, hitRate: 0, pei: 1, rri: null };
  const guess = (hits: number): Summary['guesses'][number] => ({
    id: 'a',
    text: 'By the station',
    areaKm2: 1,
    share: 0.02,
    hits,
    hitRate: hits / 1000,
    pai: hits / 20,
    pei: 1,
    maps: [
      { ...at, map: 'counts', hits: 100, pai: 5 },
      { ...at, map: 'density', hits: 100, pai: 5 },
      { ...at, map: 'gi-star', hits: 40, pai: 2 },
    ],
    lead: hits - 100,
    leadPai: (hits - 100) / 20,
    drawnLater: false,
  });

  it('tells who was right, and whether it was close', () => {
    expect(guessLeadOf(guess(160))).toMatchObject({ outcome: 'won', narrow: false, bestPai: 5 });
    expect(guessLeadOf(guess(110))).toMatchObject({ outcome: 'won', narrow: true });
    expect(guessLeadOf(guess(20))).toMatchObject({
      outcome: 'lost',
      narrow: false,
      best: ['counts', 'density'],
    });
    expect(guessLeadOf(guess(100))).toMatchObject({ outcome: 'tie', narrow: false });
    expect(guessLeadOf({ ...guess(0), maps: [], lead: null, leadPai: null, pai: null })).toMatchObject({
      outcome: 'outside',
    });
  });
});
