import { describe, expect, it } from 'vitest';
import { analyseCommand } from '../../../server/cli/analyse.ts';
import { analysed, failed, tableFile } from './analyse/run-analyse.ts';

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
    expect((await failed('nearrepeat', good)).text).toContain('choose one of kernel-density');
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
