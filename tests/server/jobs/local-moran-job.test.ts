import { afterAll, describe, expect, it } from 'vitest';
import { localMoranSummary } from '../../../server/jobs/contract/local-moran.ts';
import { jobsOver } from './job-under-test.ts';
import { sharedColumns, townColumns } from './small-store.ts';

const town = jobsOver(townColumns(3000, 4));
afterAll(() => town.close());

const ask = (parameters = {}) => ({ method: 'local-moran' as const, parameters });

describe('local Moran', () => {
  it('finds the dense corner, and names it', async () => {
    const { summary, column } = await town.finish(ask(), localMoranSummary);
    expect(summary).toMatchObject({ n: 3000, unlocated: 4, permutations: 9999, seed: 1, tooFew: null });
    const [first] = summary.hotspots;
    expect(first.placeName).toBe('Market Street');
    expect(first.centre[0]).toBeCloseTo(10.03, 2);
    expect(first.incidents).toBeGreaterThan(500);
    const classes = column('class');
    expect(classes.filter((value) => value === 1)).toHaveLength(summary.highHigh);
    expect(classes.filter((value) => value === 4)).toHaveLength(summary.highLow);
  });

  it('explains every cell by its neighbours and its p', async () => {
    const { summary, column, table } = await town.finish(ask(), localMoranSummary);
    const [p, q, quadrant, classes, mean] = ['p', 'q', 'quadrant', 'class', 'neighbourMean'].map(column);
    expect(table.numRows).toBe(summary.cells);
    for (let i = 0; i < table.numRows; i++) {
      expect(q[i]).toBeGreaterThanOrEqual(p[i] ?? Number.NaN);
      expect(classes[i]).toBe((q[i] ?? 1) < 0.05 ? quadrant[i] : 0);
      if (quadrant[i] === 1) expect(mean[i]).toBeGreaterThan(summary.mean ?? Number.NaN);
    }
  });

  it('gives the same bytes for the same seed, others for another', async () => {
    const { run } = await town.finish(ask(), localMoranSummary);
    const again = jobsOver(townColumns(3000, 4));
    const same = await again.finish(ask({ seed: 1 }), localMoranSummary);
    expect(same.run.digest).toBe(run.digest);
    const other = await again.finish(ask({ seed: 2 }), localMoranSummary);
    expect(other.run.digest).not.toBe(run.digest);
    await again.close();
  });

  it('says that so few permutations cannot name anything', async () => {
    const { summary } = await town.finish(ask({ permutations: 99 }), localMoranSummary);
    expect(summary.highHigh).toBe(0);
    expect(summary.warnings).toContainEqual({ code: 'permutations_too_few_for_correction', value: 99 });
  });

  it('says that there are too few', async () => {
    const few = jobsOver(
      sharedColumns([
        [10, 50],
        [10.01, 50.01],
      ]),
    );
    const { summary, column } = await few.finish(ask(), localMoranSummary);
    expect(summary.tooFew).toEqual({ reason: 'fewer_than_30_incidents', found: 2, floor: 30 });
    expect(summary.hotspots).toEqual([]);
    expect(new Set(column('class'))).toEqual(new Set([0]));
    await few.close();
  });
});
