import { describe, expect, it } from 'vitest';
import { analysed, failed, near, tableFile } from './run-analyse.ts';

const at = (x: number, y: number, day: number) => [x, y, day];
const dateOf = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

describe('cg analyse change-map', () => {
  // Twenty places 1 km apart in a square of cells; two change.
  const rows = [
    ...Array.from({ length: 20 }, (_, k) => at(50, 50, k)),
    ...Array.from({ length: 10 }, (_, k) => at(50, 50, 28 + k)),
    ...Array.from({ length: 5 }, (_, k) => at(1050, 50, k)),
    ...Array.from({ length: 15 }, (_, k) => at(1050, 50, 28 + k)),
    ...Array.from({ length: 3 }, (_, k) => at(50, 1050, 30 + k)),
    at(1050, 1050, 55),
  ];
  const file = tableFile([['x', 'y', 't'], ...rows]);

  it('B8 compares periods cell by cell, chosen or halves of the time', async () => {
    const chosen = await analysed('change-map --time t --cell 100 --before 0,28 --after 28,56', file);
    const auto = await analysed('change-map --time t --cell 100', file);
    expect(auto).toEqual(chosen);
    expect(chosen).toMatchObject({ totalBefore: 25, totalAfter: 29, n: 54, tested: 4 });
    const where = (x: number, y: number) =>
      chosen.x.findIndex((value: number, i: number) => value === x && chosen.y[i] === y);
    const [one, two, three] = [where(50, 50), where(1050, 50), where(50, 1050)];
    expect([chosen.before[one], chosen.after[one], chosen.change[one]]).toEqual([20, 10, -10]);
    near([chosen.p[one], chosen.p[two], chosen.p[three]], [0.068832, 0.025035, 0.088379]);
    expect(chosen.parameters).toMatchObject({ before: [0, 28], after: [28, 56], daysBefore: 28 });
  });

  it('writes periods of dates as dates, in the zone of the place', async () => {
    const dated = tableFile([['x', 'y', 'when'], ...rows.map(([x, y, day]) => [x, y, dateOf(day)])]);
    const found = await analysed('change-map --time when --cell 100 --timezone Africa/Nairobi', dated);
    expect(found.parameters.before).toEqual(['2023-12-31T21:00:00.000Z', '2024-01-28T21:00:00.000Z']);
    expect(found).toMatchObject({ totalBefore: 25, totalAfter: 29 });
    const chosen = await analysed(
      'change-map --time when --cell 100 --before 2024-01-01,2024-01-29 --after 2024-01-29,2024-02-26',
      dated,
    );
    expect(chosen.p).toEqual(found.p);
  });

  it.each([
    ['--before 0,28', 'given together'],
    ['--before 0,28 --after 20,48', 'overlap'],
    ['--before 28,0 --after 28,56', '--before must be the start of the period'],
    ['--before 2024-01-01,2024-02-01 --after 28,56', 'as in 0,28'],
    ['--before 0,10 --after 28,56 --test poisson-z', 'equal length'],
  ])('refuses %s', async (options, message) => {
    const { code, text } = await failed(`change-map --time t ${options}`, file);
    expect(text).toContain(message);
    expect(code).toBe(2);
  });

  it('takes counts, too', async () => {
    const counts = tableFile('before,after\n20,10\n5,15\n0,3\n0,0\n');
    const found = await analysed('change-of-counts', counts);
    near(found.p, [0.068832, 0.025035, 0.088379, null]);
    expect(found.tested).toBe(3);
  });

  it('B25 has the point pattern test', async () => {
    const counts = tableFile('before,after\n30,10\n12,15\n5,9\n40,60\n0,0\n13,6\n');
    const found = await analysed('point-pattern-test', counts);
    near(found.chi, [11.28125, 0.17126953543138512, 0.6912442396313364, 7.22, null, 2.0936318697295726], 9);
    near(found.q, [0.008938544654257, 1, 1, 0.041154633115405, null, 0.562895199439151], 9);
    expect(found.similarity).toBeCloseTo(0.6, 12);
  });
});
