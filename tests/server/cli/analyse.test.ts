import { describe, expect, it } from 'vitest';
import { analyseCommand } from '../../../server/cli/analyse.ts';
import { analysed, failed, near, tableFile } from './analyse/run-analyse.ts';

const good = tableFile('x,y,t,note\n0,0,2024-01-01,a\n10,0,2024-01-02,b\n');

describe('cg analyse, used wrongly', () => {
  it.each([
    ['near-repeat --time t --metric taxi', '--metric must be manhattan, euclidean'],
    ['near-repeat --time t --space 0,100,50', '--space must be 2 or more numbers'],
    ['near-repeat --time t --space 0', '--space must be 2 or more numbers'],
    ['near-repeat --time t --permutations 1.5', '--permutations must be auto or a whole number from 0'],
    ['near-repeat --time t --seed -1', '--seed must be a whole number from 0'],
    ['near-repeat --time t --foo 1', 'near-repeat has no option --foo: allowed are --x, --y'],
    ['near-repeat --time when', '--time must name a column of the file or be its number from 1 to 4'],
    ['near-repeat --time 9', '--time must name a column'],
    ['near-repeat --time t --x x --lat y', 'Give --x and --y, or --lon and --lat, not both'],
    ['near-repeat --time t --timezone Mars', '--timezone must be the name of a time zone'],
    ['near-repeat --time t --missing drop', '--missing must be refuse or skip'],
    ['near-repeat --time t --delimiter dash', '--delimiter must be one of comma'],
    ['near-repeat --time', '--time needs a value'],
    ['near-repeat --time --json', '--time needs a value'],
    ['near-repeat --time t --time t', '--time was given twice'],
    ['near-repeat --time t --columns a,b', '--columns must name every column of the file, which has 4'],
    ['local-gi-star --value x', '--value needs --distance'],
    ['local-gi-star --distance 5', '--distance needs --value'],
    ['scan-statistic --share 0.6', '--share must be a number above 0 up to 0.5'],
    ['e-test --first 1', 'e-test needs --second'],
    ['hit-rate --observed x', 'hit-rate needs --predicted'],
  ])('%s', async (line, message) => {
    const { code, text } = await failed(line, good);
    expect(text).toContain(message);
    expect(code).toBe(2);
  });

  it('needs a method, one that exists, and its file', async () => {
    expect(await failed('')).toMatchObject({ code: 2, text: expect.stringContaining('Usage:') });
    expect((await failed('nearrepeat', good)).text).toContain('choose one of counts, kernel-density');
    expect((await failed('near-repeat --time t')).text).toContain('near-repeat reads one file');
    expect((await failed('near-repeat --time t', good, good)).code).toBe(2);
    expect((await failed('near-repeat --time t', '/nowhere/at/all.csv')).text).toContain('no such file');
    expect((await failed('e-test --first 1 --second 2', good)).text).toContain('reads no file');
    expect((await failed('near-repeat -t t', good)).text).toContain('two dashes');
  });

  it('says the size of cells that would work before it waits', async () => {
    const wide = tableFile('x,y\n0,0\n10000,10000\n');
    const { code, text } = await failed('local-gi-star --cell 1', wide);
    expect(code).toBe(2);
    const size = /take (\d+) metres/.exec(text)?.[1];
    await analysed(`local-gi-star --cell ${size}`, wide);
  });

  it('is one object with --json, too', async () => {
    const { code, text } = await analyseCommand(['near-repeat', good, '--time', 'when', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(text)).toEqual({ code: 'wrong_usage', detail: expect.stringContaining('--time') });
  });
});

/** A command that people are told to type, to the letter; FILE stands for the path. */
const typed = (line: string, file: string) =>
  analysed(line.replace(' FILE', '').replace(' --json', ''), file);

describe('cg analyse, as in the examples', () => {
  it('B13.2 near repeats with a band "and more"', async () => {
    const file = tableFile([
      ['x', 'y', 'date'],
      [0, 0, '2024-01-01'],
      [0, 0, '2024-01-04'],
      [50, 0, '2024-01-06'],
      [1000, 1000, '2024-01-21'],
      [1050, 1000, '2024-01-23'],
      [5000, 5000, '2024-03-01'],
    ]);
    const found = await typed(
      'near-repeat FILE --x x --y y --time date --metric manhattan --space 0,0.01,200,400,600 --days 0,1,2,3 --permutations 999 --seed 1 --json',
      file,
    );
    expect(Object.keys(found)).toEqual([
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
    ]);
    expect(found.spaceTotals).toEqual([1, 3, 0, 0, 11]);
    expect(found.timeTotals).toEqual([0, 0, 2, 13]);
    expect(found.observed[1]).toEqual([0, 0, 2, 1]);
  });

  it('B4.1 Gi* of six points', async () => {
    const file = tableFile([
      ['x', 'y', 'v'],
      [10, 10, 2],
      [20, 10, 3],
      [40, 10, 3.2],
      [15, 20, 5],
      [30, 20, 8],
      [30, 30, 7],
    ]);
    const found = await typed('local-gi-star FILE --x x --y y --value v --distance 15 --json', file);
    near(found.z, [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331], 7);
    near(found.p, [0.16233051, 0.77244546, 0.51527268, 0.77244546, 0.21700887, 0.04294512], 7);
    expect(found.q).toHaveLength(6);
    const g = await analysed('spatial-autocorrelation --value v --distance 15 --statistic general-g', file);
    near([g.statistic, g.p], [0.55709779, 0.172936], 6);
  });

  it('B20.1 the weighted displacement difference of the paper', async () => {
    const found = await analysed(
      'weighted-displacement --treated 207,110 --control 308,318 --displacement 178,157 --displacement-control 150,140 --alpha 0.05',
    );
    expect(found).toMatchObject({ estimate: -118, level: 0.95 });
    near([found.se, found.z, ...found.interval], [39.59798, -2.97995, -195.610614, -40.389386], 5);
    expect(found.parts).toMatchObject({ local: { estimate: -107 }, displacement: { estimate: -11 } });
  });
});

describe('cg analyse, given hardly anything', () => {
  const scatter = Array.from({ length: 60 }, (_, i) => [(i * 7919) % 4001, (i * 104_729) % 3989]);
  const dates = scatter.map((_, i) => `2024-01-${String(1 + (i % 28)).padStart(2, '0')}`);
  const FILES = {
    'no incidents': tableFile('x,y,date\n'),
    'one incident': tableFile('x,y,date\n1,2,2024-01-01\n'),
    'one point': tableFile([['x', 'y', 'date'], ...dates.map((date) => [5, 5, date])]),
    'one day': tableFile([['x', 'y', 'date'], ...scatter.map((place) => [...place, '2024-01-05'])]),
    'a date missing': tableFile('x,y,date\n1,2,2024-01-01\n3,4,\n'),
    'many dates': tableFile([['x', 'y', 'date'], ...scatter.map((place, i) => [...place, dates[i]])]),
    'a county': tableFile('x,y,date\n0,0,2024-01-01\n40000,30000,2024-01-02\n'),
    islands: tableFile('x,y,value\n0,0,1\n10,0,4\n0,10,3\n5000,0,9\n'),
    'nobody there': tableFile('x,y,count,population\n0,0,4,0\n10,0,3,0\n0,30,5,0\n'),
    'one giant': tableFile([['weight'], ...scatter.map(() => [1]), [500]]),
  };

  it.each([
    ['kernel-density', 'no incidents', /no rows below them/],
    ['near-repeat', 'a date missing', /Line 3 has nothing in the column of --time: fill it in/],
    ['nearest-neighbour-index', 'one point', /All incidents lie on one line/],
    ['change-map', 'one day', /All incidents are of one day/],
    ['emerging-hotspots', 'one day', /no two periods/],
    ['space-time-scan', 'one day', /All incidents fall into one period/],
    ['kernel-density --cell 5', 'a county', /250000 cells: take 100 metres or more/],
    [
      'change-map --before 2024-01-01,2024-01-20 --after 2024-01-10,2024-01-28',
      'many dates',
      /periods overlap/,
    ],
  ] as const)('%s refuses %s', async (line, file, message) => {
    expect((await failed(line, FILES[file])).text).toMatch(message);
  });

  it.each([
    ['kernel-density', 'one incident', 'fewer_than_30_incidents'],
    ['kernel-density', 'one point', 'bandwidth_raised_to_cell'],
    ['kernel-density --cell 500 --bandwidth 50', 'many dates', 'bandwidth_raised_to_cell'],
    ['local-gi-star', 'one incident', 'fewer_than_30_incidents'],
    ['local-gi-star', 'one point', 'too_few_cells'],
    ['local-gi-star --value value --distance 20', 'islands', 'places_without_neighbours'],
    ['local-moran', 'one incident', 'fewer_than_30_incidents'],
    ['local-moran', 'one point', 'too_few_cells'],
    ['local-moran --value value --distance 20', 'islands', 'places_without_neighbours'],
    ['dbscan', 'one point', 'one_cluster_holds_most'],
    ['near-repeat', 'one incident', 'fewer_than_two_incidents'],
    ['near-repeat', 'one point', 'positions_shared'],
    ['near-repeat', 'one day', 'one_date'],
    ['space-time-interaction', 'one day', 'no_variation'],
    ['aoristic --from date', 'one incident', 'few_incidents'],
    ['area-rates', 'nobody there', 'areas_without_population'],
    ['scan-statistic --cases count', 'nobody there', 'cases_without_population'],
    ['harm-weights', 'one giant', 'one_incident_dominates'],
  ] as const)('%s says of %s: %s', async (line, file, code) => {
    const { warnings } = await analysed(line, FILES[file]);
    expect(warnings.map((warning: { code: string }) => warning.code)).toContain(code);
  });
});
