import { describe, expect, it } from 'vitest';
import { kernelValue } from '../../../../analysis/kernel-density.ts';
import { seededRandom } from '../../../../analysis/random.ts';
import { analysed, near, tableFile } from './run-analyse.ts';

const scattered = (n: number, seed: number, size: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => [random.next() * size, random.next() * size]);
};

describe('cg analyse kernel-density', () => {
  const points = scattered(60, 4, 2000);
  const file = tableFile([['x', 'y'], ...points]);

  it('has at every cell what the kernel of each incident adds', async () => {
    for (const kernel of ['quartic', 'triangular'] as const) {
      const found = await analysed(`kernel-density --cell 100 --bandwidth 400 --kernel ${kernel}`, file);
      expect(found).toMatchObject({ n: 60, bandwidth: 400 });
      const naive = found.x.map((x: number, i: number) =>
        points.reduce((sum, [px, py]) => {
          const u = Math.hypot(px - x, py - found.y[i]) / 400;
          return sum + (kernelValue(kernel, u) / 400 ** 2) * 1e6;
        }, 0),
      );
      near(found.value, naive, 8);
      expect(found.maximum).toBe(Math.max(...found.value));
    }
  });

  it('sums harm where a column weighs the incidents, and none where one has most of it', async () => {
    const weights = points.map((_, i) => (i % 5 === 0 ? '' : 1 + (i % 3)));
    const rows = points.map((position, i) => [...position, weights[i]]);
    const weighed = tableFile([['x', 'y', 'days'], ...rows]);
    const found = await analysed('kernel-density --cell 100 --bandwidth 400 --weight days', weighed);
    const total = weights.reduce<number>((sum, weight) => sum + Number(weight), 0);
    expect(found).toMatchObject({
      n: 60,
      unit: 'harm per km²',
      totals: { total, weighted: 48, unweighted: 12 },
    });
    const naive = found.x.map((x: number, i: number) =>
      points.reduce((sum, [px, py], k) => {
        const u = Math.hypot(px - x, py - found.y[i]) / 400;
        return sum + ((Number(weights[k]) * kernelValue('quartic', u)) / 400 ** 2) * 1e6;
      }, 0),
    );
    near(found.value, naive, 7);
    const heavy = rows.map((row, i) => (i === 3 ? [row[0], row[1], 900] : row));
    const refused = await analysed('kernel-density --weight days', tableFile([['x', 'y', 'days'], ...heavy]));
    expect(refused.value.every((value: unknown) => value === null)).toBe(true);
    expect(refused.warnings).toContainEqual({ code: 'one-incident-dominates', value: 48 });
  });

  it('announces what it chose, and says nothing of too few incidents', async () => {
    const auto = await analysed('kernel-density', file);
    expect(auto.parameters).toMatchObject({ cell: 50, 'bandwidth-rule': 'arcgis' });
    expect(auto.parameters.bandwidth).toBe(auto.bandwidth);
    const few = await analysed('kernel-density', tableFile([['x', 'y'], ...points.slice(0, 29)]));
    expect(few.warnings).toContainEqual({ code: 'fewer_than_30_incidents', value: 29 });
    expect(few.value.every((value: unknown) => value === null)).toBe(true);
  });
});

describe('cg analyse around strays', () => {
  it('leaves out a wrong coordinate and says so', async () => {
    const points = scattered(60, 4, 2000);
    const clean = await analysed('kernel-density', tableFile([['x', 'y'], ...points]));
    const stray = await analysed('kernel-density', tableFile([['x', 'y'], [0, 9e6], ...points]));
    expect(stray.value).toEqual(clean.value);
    expect(stray.warnings).toEqual([...clean.warnings, { code: 'stray_positions', value: 1 }]);
    const degrees = points.map(([x, y]) => [36.8 + x / 111_000, y / 111_000]);
    const found = await analysed('local-gi-star', tableFile([['lon', 'lat'], [-36, 0], ...degrees]));
    expect(found).toMatchObject({ n: 60 });
    expect(found.warnings[0]).toEqual({ code: 'stray_positions', value: 1 });
  });
});
