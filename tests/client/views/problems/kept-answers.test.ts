import { describe, expect, it } from 'vitest';
import type { Exhibit } from '../../../../client/api/exhibits.ts';
import { answersByMap, isOutdated } from '../../../../client/views/problems/kept-answers.ts';

function kept(id: string, run: object): Exhibit {
  // Nothing else of an exhibit is read.
  return { id, run: { state: 'done', summary: { tooFew: null }, ...run } } as unknown as Exhibit;
}

describe('kept answers', () => {
  it('are offered for the map when they colour something on it', () => {
    const { drawn, rest } = answersByMap([
      kept('hot', { method: 'local-gi-star' }),
      kept('clock', { method: 'data-clock' }),
      kept('few', { method: 'kernel-density', summary: { tooFew: { reason: 'no_incidents' } } }),
      kept('broken', { method: 'scan', state: 'failed', summary: null }),
      kept('places', { method: 'concentration' }),
    ]);
    expect(drawn.map(({ id }) => id)).toEqual(['hot', 'places']);
    expect(rest.map(({ id }) => id)).toEqual(['clock', 'few', 'broken']);
  });
});

describe('an answer is of data that have changed', () => {
  const datasets = [
    { id: 1, version: 4, kind: 'incidents' },
    { id: 2, version: 1, kind: 'areas' },
  ];
  const areas = [{ id: 9, version: 2 }];
  const made = (dataVersion: Record<string, number>, filter = {}) => ({ dataVersion, filter });

  it('when a data set or an area has another version, or is gone', () => {
    expect(isOutdated(made({ '1': 4, 'area:9': 2 }), datasets, areas)).toBe(false);
    expect(isOutdated(made({ '1': 3 }), datasets, areas)).toBe(true);
    expect(isOutdated(made({ '1': 4, 'area:9': 1 }), datasets, areas)).toBe(true);
    expect(isOutdated(made({ '1': 4, 'area:8': 1 }), datasets, areas)).toBe(true);
    expect(isOutdated(made({ '1': 4, '3': 1 }), datasets, areas)).toBe(true);
  });

  it('when incidents came that it would have counted', () => {
    const more = [...datasets, { id: 5, version: 1, kind: 'incidents' }];
    expect(isOutdated(made({ '1': 4 }), more, areas)).toBe(true);
    expect(isOutdated(made({ '1': 4 }, { datasets: [1] }), more, areas)).toBe(false);
  });

  it('but not by check sums that nobody here can compare', () => {
    expect(isOutdated(made({ '1': 4, assets: 123, harm: 7 }), datasets, areas)).toBe(false);
  });
});
