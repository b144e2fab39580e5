import { afterAll, describe, expect, it } from 'vitest';
import { dualDensitySummary } from '../../../server/jobs/contract/dual-density.ts';
import type { Area } from '../../../server/store/ports.ts';
import { jobsOver } from './job-under-test.ts';
import { townColumns } from './small-store.ts';

/** Category 1 is a third of the even scatter, and most of the dense corner near 10.03, 50.02. */
function town(size: number) {
  const columns = townColumns(size);
  for (let i = 0; i < size; i++) columns.category[i] = i % 4 === 0 ? (i % 16 === 0 ? 2 : 1) : (i % 3) + 1;
  return columns;
}

/** Two halves of the town; the west has nine tenths of the people. */
function halves(populations: readonly (number | null)[]): Area[] {
  return populations.map((population, i): Area => {
    const [west, east] = i === 0 ? [9.92, 10] : [10, 10.08];
    const ring: [number, number][] = [
      [west, 49.94],
      [east, 49.94],
      [east, 50.06],
      [west, 50.06],
      [west, 49.94],
    ];
    return {
      id: i + 1,
      kind: 'district',
      name: `half ${i}`,
      bounds: [west, 49.94, east, 50.06],
      geometry: { type: 'Polygon', coordinates: [ring] },
      parentId: null,
      datasetId: null,
      sourceId: null,
      population,
      dwellings: null,
      timezone: null,
      version: 1,
    };
  });
}

const jobs = jobsOver(town(6000), halves([9000, 1000]));
afterAll(() => jobs.close());

const ask = (parameters = {}, filter: object = { categories: [1] }) => ({
  method: 'dual-density' as const,
  parameters: { cell: 200, bandwidth: 800, ...parameters },
  filter,
});

describe('a density against a density', () => {
  it('finds where the incidents are denser than the others, with its name', async () => {
    const { summary, column, metadata } = await jobs.finish(ask(), dualDensitySummary);
    expect(summary).toMatchObject({
      tooFew: null,
      bandwidth: 800,
      comparison: 'incidents',
      steps: [1.25, 2, 4],
    });
    const [first] = summary.patches;
    expect(Math.hypot(first.centre[0] - 10.03, first.centre[1] - 50.02)).toBeLessThan(0.02);
    expect(first).toMatchObject({ rank: 1, placeName: 'half 1' });
    expect(first.highest).toBeGreaterThan(2);
    expect(metadata.get('method')).toBe('dual-density');
    const [value, kind, expected] = ['value', 'class', 'expected'].map(column);
    value.forEach((one, i) => {
      expect(one === null).toBe(kind[i] === -9);
      expect((expected[i] ?? 0) < 5).toBe(kind[i] === -9);
    });
    expect(kind.filter((one) => one === -9)).toHaveLength(summary.masked);
    expect(column('compared').reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBeCloseTo(
      summary.compared,
      6,
    );
  });

  it('says the same in every measure, and keeps the same signs', async () => {
    const [ratio, log, difference] = await Promise.all(
      (['ratio', 'log', 'difference'] as const).map((measure) =>
        jobs.finish(ask({ measure }), dualDensitySummary),
      ),
    );
    const [times, logs, more] = [ratio, log, difference].map(({ column }) => column('value'));
    times.forEach((one, i) => {
      if (one === null || one === 0) return;
      expect(logs[i]).toBeCloseTo(Math.log(one), 9);
      if (Math.abs(one - 1) > 1e-9) expect(Math.sign(more[i] ?? 0)).toBe(Math.sign(one - 1));
    });
    expect(log.column('class')).toEqual(ratio.column('class'));
  });

  it('compares with residents, spread over the ground of their areas', async () => {
    const { summary, column } = await jobs.finish(ask({ comparison: 'people' }), dualDensitySummary);
    expect(summary).toMatchObject({ comparison: 'people', areaKind: 'district' });
    expect(summary.compared).toBeGreaterThan(5000);
    expect(summary.compared).toBeLessThan(10_000);
    const mean = (isWest: boolean) => {
      const values = column('value').filter(
        (one, i) => one !== null && (column('lon')[i] ?? 0) < 9.985 === isWest,
      );
      return values.reduce<number>((sum, one) => sum + (one ?? 0), 0) / values.length;
    };
    expect(mean(false)).toBeGreaterThan(4 * mean(true));
  });

  it('says that there is too little on either side', async () => {
    const itself = await jobs.finish(ask({}, {}), dualDensitySummary);
    expect(itself.summary.tooFew).toEqual({ reason: 'too_few_compared', found: 0, floor: 30 });
    const none = await jobs.finish(ask({}, { categories: [9] }), dualDensitySummary);
    expect(none.summary.tooFew?.reason).toBe('no_incidents');
    const empty = jobsOver(town(600), halves([null, 0]));
    const people = await empty.finish(ask({ comparison: 'people' }), dualDensitySummary);
    expect(people.summary.tooFew).toEqual({ reason: 'too_few_compared', found: 0, floor: 30 });
    await empty.close();
  });

  it('raises a bandwidth below the cell, and says so', async () => {
    const { summary } = await jobs.finish(ask({ bandwidth: 50 }), dualDensitySummary);
    expect(summary.bandwidth).toBe(200);
    expect(summary.warnings).toContainEqual({ code: 'bandwidth_raised_to_cell', value: 200 });
  });

  it('stops when it is cancelled', async () => {
    const large = jobsOver(town(400_000), halves([9000, 1000]));
    const request = ask({ kernel: 'triweight', cell: 100, bandwidth: 3000 });
    expect(await large.cancelledAfter(request, 0.2)).toBeLessThan(500);
    await large.close();
  });
});
