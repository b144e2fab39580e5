import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { analyseCommand } from '../../../../server/cli/analyse.ts';
import { analysed, failed, tableFile } from './run-analyse.ts';

const SECRET = 'Wanjiku 14 Moi Avenue';
const good = tableFile('x,y,t,note\n0,0,2024-01-01,a\n10,0,2024-01-02,b\n');
const near = 'near-repeat --time t --permutations 0';

describe('cg analyse, given a table that cannot be used', () => {
  it.each([
    [
      'a word for a number',
      `x,y,t\n0,0,2024-01-01\n${SECRET},0,2024-01-02\n`,
      'Line 3 has no number in the column of --x',
    ],
    ['a word for a date', `x,y,t\n0,0,2024-01-01\n5,0,${SECRET}\n`, 'Line 3 has no time that can be read'],
    ['a day before the month', 'x,y,t\n0,0,31/01/2024\n5,0,01/02/2024\n', '--time-order'],
    ['months only', 'x,y,t\n0,0,2024-01\n5,0,2024-02\n', 'Line 2 says only the month'],
    [
      'a missing date',
      `x,y,t,who\n0,0,2024-01-01,a\n5,0,,${SECRET}\n`,
      'Line 3 has nothing in the column of --time',
    ],
    ['too few cells', `x,y,t\n0,0,2024-01-01\n${SECRET}\n`, 'Line 3 has 1 cells where 3 are expected'],
    ['no rows', 'x,y,t\n', 'no rows below'],
    ['nothing', '', 'The file is empty'],
    ['an open quote', `x,y,t\n0,0,"${SECRET}\n`, 'quotation mark opened in line 2'],
    ['no rows with values', 'x,y,t\n0,0,\n', 'Line 2 has nothing'],
  ])('%s', async (_, text, message) => {
    const found = await failed(near, tableFile(text));
    expect(found.text).toContain(message);
    expect(found.code).toBe(3);
    expect(found.text).not.toContain('Wanjiku');
    expect(found.text.trim().split('\n')).toHaveLength(1);
  });

  it('binary files and metres named as degrees are refused', async () => {
    const image = tableFile(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    expect(await failed(near, image)).toMatchObject({ code: 3 });
    const metres = tableFile('x,y,t\n350353,578924,2024-01-01\n');
    const found = await failed('near-repeat --lon x --lat y --time t', metres);
    expect(found).toMatchObject({ code: 3, text: expect.stringContaining('read with --x and --y') });
    expect(found.text).not.toContain('350353');
  });

  it('counts must be whole', async () => {
    const file = tableFile('count\n3\n1.5\n');
    expect(await failed('concentration', file)).toMatchObject({
      code: 3,
      text: 'Line 3 has in the column of --count a number that is no count: counts are whole, from 0 to 10000000.',
    });
  });
});

describe('cg analyse, given what the import takes, too', () => {
  const rows = 'x,y,t\n0,0,2024-01-01\n10,0,2024-01-02\n';

  it('reads delimiters, encodings, compression and bare files alike', async () => {
    const same = await analysed(near, tableFile(rows));
    for (const file of [
      tableFile(rows.replaceAll(',', ';')),
      tableFile(rows.replaceAll(',', '\t').replaceAll('\n', '\r\n')),
      tableFile(Buffer.from(`\ufeff${rows}`, 'utf16le')),
      tableFile(gzipSync(rows)),
      tableFile(`Title of the export\n\n${rows}`),
    ])
      expect(await analysed(near, file)).toEqual(same);
    const bare = tableFile(rows.slice(rows.indexOf('\n') + 1));
    expect(await analysed('near-repeat --x 1 --y 2 --time 3 --permutations 0', bare)).toEqual(same);
    expect(await analysed(`${near} --columns x,y,t`, bare)).toEqual(same);
    expect((await failed(`${near} --x x --y y`, bare)).text).toContain('has no header');
  });

  it('reads times as numbers, compact dates and instants with their offset', async () => {
    const between = async (first: string, second: string, more = '') => {
      const file = tableFile(`x,y,t\n0,0,${first}\n10,0,${second}\n`);
      const line = `near-repeat --time t --space 0,100 --days 0,1,2,3 --permutations 0 ${more}`;
      return (await analysed(line, file)).observed[0].indexOf(1);
    };
    expect(await between('5', '7.5')).toBe(2);
    expect(await between('20240131', '20240201')).toBe(1);
    expect(await between('2024-01-01T23:00:00+02:00', '2024-01-02T20:00:00Z')).toBe(1);
    const night = ['2024-01-01T21:30:00Z', '2024-01-02T05:00:00Z'] as const;
    expect(await between(...night)).toBe(1);
    expect(await between(...night, '--timezone Africa/Nairobi')).toBe(0);
    expect(await between('01/02/2024', '03/02/2024', '--time-order day-first')).toBe(2);
    expect(await between('1704067200', '1704240000', '--time-order unix-seconds')).toBe(2);
  });

  it('leaves out rows without a value when asked, and says which it used', async () => {
    const file = tableFile('x,y,v\n0,0,1\n10,0,\n10,5,3\n');
    const found = await analysed('local-gi-star --value v --distance 20 --missing skip', file);
    expect(found).toMatchObject({ n: 2, rows: [1, 3], warnings: [{ code: 'rows_skipped', value: 1 }] });
  });

  it('is readable without --json', async () => {
    const { text } = await analyseCommand(['near-repeat', good, '--time', 't', '--permutations', '0']);
    expect(text).toMatch(/^Does one incident lead to another nearby, soon after\?\nn: 2\npairs: 1\n/);
  });
});
