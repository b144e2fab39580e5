/** Tables whose rows have a time, and series of counts. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../analysis/random.ts';
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

describe('cg analyse of hotspots over time', () => {
  // A lattice of incidents every day; one corner lasts, another comes in the last tenth.
  const random = seededRandom(3);
  const rows: number[][] = [];
  for (let day = 0; day < 70; day++)
    for (let k = 0; k < 40; k++) rows.push(at(random.next() * 2000, random.next() * 2000, day));
  for (let day = 0; day < 70; day++)
    for (let k = 0; k < 12; k++) rows.push(at(random.next() * 300, random.next() * 300, day));
  for (let day = 63; day < 70; day++)
    for (let k = 0; k < 40; k++) rows.push(at(1700 + random.next() * 300, 1700 + random.next() * 300, day));
  const file = tableFile([['x', 'y', 't'], ...rows]);
  const options = '--time t --cell 200 --period 7';
  const labelAt = (found: { x: number[]; y: number[]; label: string[] }, x: number, y: number) =>
    found.label[found.x.findIndex((value, i) => value === x && found.y[i] === y)];

  it('names what lasts and what is new, by trend and by shares', async () => {
    const trend = await analysed(`emerging-hotspots ${options}`, file);
    expect(trend).toMatchObject({
      n: rows.length,
      steps: 10,
      starts: [0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70],
    });
    expect(labelAt(trend, 100, 100)).toMatch(/^(persistent|diminishing|intensifying)_hot$/);
    expect(labelAt(trend, 1900, 1900)).toBe('new_hot');
    expect(trend.strip[0]).toHaveLength(10);
    const shares = await analysed(`hotspot-classification ${options}`, file);
    expect(labelAt(shares, 100, 100)).toBe('persistent_hot');
    expect(labelAt(shares, 1900, 1900)).toBe('emerging_hot');
    expect(shares.recent).toBe(2);
  });

  it('counts periods back from the last day, and says what came before', async () => {
    const found = await analysed('emerging-hotspots --time t --cell 200 --period 30', file);
    expect(found.starts).toEqual([10, 40, 70]);
    expect(found.warnings).toContainEqual({ code: 'incidents_before_first_period', value: 520 });
    expect((await analysed('emerging-hotspots --time t --cell 500', file)).parameters.period).toBe(7);
    expect(await failed('emerging-hotspots --time t --period 40', file)).toMatchObject({ code: 3 });
    expect(await failed('emerging-hotspots --time t --period 1.5', file)).toMatchObject({ code: 2 });
  });
});

describe('cg analyse aoristic', () => {
  it('B11 spreads each incident over its hours', async () => {
    const one = async (from: string, to: string, more = '') =>
      analysed(`aoristic ${more}`, tableFile(`from,to\n${from},${to}\n`));
    const hour = await one('2024-01-01T10:55', '2024-01-01T11:55');
    near([hour.clock[0][10], hour.clock[0][11]], [1 / 12, 11 / 12]);
    const night = await one('2024-01-01T23:30', '2024-01-02T01:15');
    near([night.clock[0][23], night.clock[1][0], night.clock[1][1]], [0.285714, 0.571429, 0.142857]);
    expect(await one('2024-01-01T10:00', '2024-01-11T10:00')).toMatchObject({ n: 1, unknown: 1 });
    expect(await one('2024-01-01', '')).toMatchObject({ n: 1, unknown: 1 });
    expect(await one('2024-01-01T10:59', '')).toMatchObject({ noEnd: 1, unknown: 0 });
    const away = await one('2024-01-01T22:30:00Z', '2024-01-01T22:40:00Z', '--timezone Africa/Nairobi');
    expect(away.clock[1][1]).toBeCloseTo(1, 9);
  });
});

describe('cg analyse of series', () => {
  const listed = (values: readonly unknown[]) =>
    tableFile([['month', 'count'], ...values.map((v, i) => [i, v])]);

  it('sees a count creep up', async () => {
    const found = await analysed(
      'cusum --baseline 8 --false-alarm-every 60',
      listed([8, 7, 9, 20, 20, 8, 8, 30]),
    );
    expect(found.alarms[0].since).toBe(4);
    expect(found.runLength).toBeGreaterThanOrEqual(60);
    expect(Math.abs(found.reference - 4 / Math.log(1.5))).toBeLessThan(0.05);
  });

  it('judges the last cycle by those before it', async () => {
    const years = [...Array(48).fill(25), 25, 60, ''];
    const found = await analysed('seasonal-band', listed(years));
    near(
      [found.low[0], found.high[0]],
      [(5 - 1.5 * Math.sqrt(1.25)) ** 2, (5 + 1.5 * Math.sqrt(1.25)) ** 2],
      9,
    );
    expect(found.classes.slice(0, 3)).toEqual([0, 1, 0]);
    expect(found.current).toEqual([25, 60, null]);
  });
});
