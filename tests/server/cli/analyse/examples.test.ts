/** The three command lines of the documentation, with the fields they promise and published digits. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analysed, near, tableFile } from './run-analyse.ts';

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
      const bands = `--space ${sds.join().toLowerCase()} --days ${tds.join().toLowerCase()} --permutations 0`;
      const found = await analysed(`near-repeat --x x --y y --time date --metric manhattan ${bands}`, file);
      expect(found.observed).toEqual(table);
      expect(found.p.flat().every((p: unknown) => p === null)).toBe(true);
    }
    const bare = tableFile(rows);
    const same = await analysed('near-repeat --x 1 --y 2 --time 3 --permutations 0', bare);
    expect(await analysed('near-repeat --columns x,y,date --permutations 0', bare)).toEqual(same);
    expect(same.n).toBe(970);
  });
});

describe('cg analyse local-gi-star', () => {
  const six = 'x;y;v\n10;10;2\n20;10;3\n40;10;3,2\n15;20;5\n30;20;8\n30;30;7\n';

  it('B4.1 has Gi* and Gi of the six points, also with decimal commas', async () => {
    const found = await analysed('local-gi-star --x x --y y --value v --distance 15', tableFile(six));
    near(found.z, [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331], 7);
    for (const list of [found.p, found.q]) expect(list).toHaveLength(6);
    near([found.p[5]], [0.0429451234]);
    near([found.q[5]], [0.2576707405]);
    const gi = await analysed('local-gi-star --value v --distance 15 --statistic gi', tableFile(six));
    near(gi.z, [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941], 7);
  });

  it.skipIf(!available)('agrees with all rows of spdep', async () => {
    const file = new URL('getis-ord-1996/getisord.csv', methods).pathname;
    const computed = read('getis-ord-1996/computed_spdep_all_rows.csv').trim().split('\n').slice(1);
    const columnOf = (k: number) => computed.map((line) => Number(line.split(',')[k]));
    const line = 'local-gi-star --x x --y y --value val --distance 30 --statistic';
    near((await analysed(`${line} gi`, file)).z, columnOf(4), 9);
    near((await analysed(`${line} gi-star`, file)).z, columnOf(5), 9);
  });
});

describe('cg analyse weighted-displacement', () => {
  it('B20.1 equals the paper', async () => {
    const found = await analysed(
      `weighted-displacement --treated 207,110 --control 308,318 --displacement 178,157
       --displacement-control 150,140 --alpha 0.05`,
    );
    expect(found).toMatchObject({ n: 1568, estimate: -118, level: 0.95, warnings: [] });
    near([found.se, found.z, found.p], [39.59797974644666, -2.979950006429022, 0.002883], 6);
    near(found.interval, [-195.61061416358194, -40.38938583641804], 9);
    expect(found.parts.local).toMatchObject({ estimate: -107 });
    expect(found.parts.displacement).toMatchObject({ estimate: -11, se: 25 });
  });

  it('B20.2 and B20.3 divide by lengths and sizes', async () => {
    const lengths = await analysed(
      'weighted-displacement --control 100,50 --treated 80,20 --time-weights 2,1',
    );
    near([lengths.estimate, lengths.se], [-20, 10.723805294763608]);
    expect(lengths.parts.displacement).toBeNull();
    const sizes = await analysed(
      `weighted-displacement --treated 207,110 --control 308,318 --displacement 178,157
       --displacement-control 150,140 --area-weights 1.2,0.9,1.5,1.6`,
    );
    near([sizes.estimate, sizes.se], [-99.69444444, 35.4280755]);
  });
});
