import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analysed, failed, near, tableFile } from './run-analyse.ts';

const methods = new URL('../../../../../shared/data/methods/', import.meta.url);
const available = existsSync(methods);
if (!available) process.stderr.write('SKIPPED: published cases of methods are absent (../shared/data)\n');
const read = (path: string) => readFileSync(new URL(path, methods), 'utf8');

const FIELDS = [
  'n',
  'pairs',
  'observed',
  'expected',
  'ratio',
  'p',
  'spaceTotals',
  'timeTotals',
  'parameters',
  'warnings',
];

describe('cg analyse near-repeat', () => {
  const toy = tableFile([
    ['x', 'y', 't'],
    [0, 0, 0],
    [0, 0, 3],
    [50, 0, 5],
    [1000, 1000, 20],
    [1050, 1000, 22],
    [5000, 5000, 60],
  ]);

  it('B13.2 has the table, totals and expectation of the toy, and p near the exact one', async () => {
    const found = await analysed(
      'near-repeat --time t --space 0,0.1,100,inf --days 0,7,14,inf --permutations 9999 --seed 1',
      toy,
    );
    expect(Object.keys(found)).toEqual(FIELDS);
    expect(found).toMatchObject({
      n: 6,
      pairs: 15,
      observed: [
        [1, 0, 0],
        [3, 0, 0],
        [0, 0, 11],
      ],
      spaceTotals: [1, 3, 11],
      timeTotals: [4, 0, 11],
    });
    near(found.expected.flat(), [0.266667, 0, 0.733333, 0.8, 0, 2.2, 2.933333, 0, 8.066667]);
    expect(found.ratio[0]).toEqual([3.75, null, 0]);
    expect(found.p[1][0]).toBeCloseTo(1 / 60, 2);
    expect(found.parameters).toEqual({
      metric: 'manhattan',
      space: [0, 0.1, 100, 'inf'],
      days: [0, 7, 14, 'inf'],
      beyond: 'band',
      permutations: 9999,
      seed: 1,
    });
    expect(found.warnings).toEqual([{ code: 'cells_expecting_less_than_one_pair', value: 6 }]);
  });

  it('gives the same bytes for the same seed, other ones for another', async () => {
    const line = 'near-repeat --time t --space 0,0.1,100,inf --days 0,7,14,inf --permutations 99 --seed';
    const [first, again, other] = [`${line} 1`, `${line} 1`, `${line} 2`];
    expect(await analysed(first, toy)).toEqual(await analysed(again, toy));
    expect((await analysed(first, toy)).p).not.toEqual((await analysed(other, toy)).p);
  });

  it.skipIf(!available)('B13.5 counts the Chicago burglaries as published', async () => {
    const folder = 'near-repeat-chicago-burglary-jan2016';
    const rows = read(`${folder}/chicago_be_month1.csv`);
    const file = tableFile(`x,y,date\n${rows}`);
    const { observed_A, observed_B } = JSON.parse(read(`${folder}/expected.json`));
    for (const { sds, tds, table } of [observed_A, observed_B]) {
      const bands = `--space ${sds.join().toLowerCase()} --days ${tds.join().toLowerCase()} --beyond ignore --permutations 0`;
      const found = await analysed(`near-repeat --x x --y y --time date --metric manhattan ${bands}`, file);
      expect(found.observed).toEqual(table);
      expect(found.p.flat().every((p: unknown) => p === null)).toBe(true);
    }
    const bare = tableFile(rows);
    const same = await analysed('near-repeat --x 1 --y 2 --time 3 --permutations 0', bare);
    expect(await analysed('near-repeat --columns x,y,date --permutations 0', bare)).toEqual(same);
    expect(same.n).toBe(970);
  });

  it.skipIf(!available)('B13.5 reads the Chicago file as it is, without a header', async () => {
    const bare = tableFile(read('near-repeat-chicago-burglary-jan2016/chicago_be_month1.csv'));
    const bands = '--space 0,0.01,200,400,600 --days 0,1,2,3 --permutations 19 --seed 1';
    const found = await analysed(
      `near-repeat --x x --y y --time date --metric manhattan ${bands} --no-header`,
      bare,
    );
    expect(Object.keys(found)).toEqual(FIELDS);
    expect([found.n, found.pairs]).toEqual([970, (970 * 969) / 2]);
    expect([found.observed.length, found.observed[0].length]).toEqual([5, 4]);
    expect(found.observed.flat().reduce((sum: number, some: number) => sum + some, 0)).toBe(found.pairs);
    expect(found.spaceTotals.reduce((sum: number, some: number) => sum + some, 0)).toBe(found.pairs);
    expect(found.parameters.space).toEqual([0, 0.01, 200, 400, 600, 'inf']);
    expect(found.warnings).toContainEqual({ code: 'columns_guessed', value: 3 });
    expect(await analysed(`near-repeat ${bands}`, bare)).toEqual(found);
  });

  it('leaves the pairs beyond the last edges out when asked, the other cells being the same', async () => {
    const edges = 'near-repeat --time t --space 0,0.1,100 --days 0,7,14 --permutations 99 --seed 3';
    const all = await analysed(edges, toy);
    expect(all.parameters.space).toEqual([0, 0.1, 100, 'inf']);
    const near = await analysed(`${edges} --beyond ignore`, toy);
    expect(near.observed).toEqual(all.observed.slice(0, 2).map((row: number[]) => row.slice(0, 2)));
    expect(near.p).toEqual(all.p.slice(0, 2).map((row: number[]) => row.slice(0, 2)));
  });

  it('does not guess which of two columns of degrees is which, and says how to name them', async () => {
    const degrees = tableFile('10.5,50.1,2024-01-01\n10.6,50.2,2024-01-02\n');
    expect((await failed('near-repeat --permutations 0', degrees)).text).toMatch(/--columns x,y,time/);
    const named = await analysed('near-repeat --columns lon,lat,date --permutations 0', degrees);
    expect(named.n).toBe(2);
  });
});
