import { describe, expect, it } from 'vitest';
import { analysed, failed, tableFile } from './run-analyse.ts';

describe('cg analyse for a committee', () => {
  it('B26 hides small counts and one more', async () => {
    const found = await analysed('suppression --counts n', tableFile('n\n3\n7\n12\n0\n'));
    expect(found).toMatchObject({ counts: [null, null, 12, 0], total: 22 });
    const table = await analysed('suppression --counts a,b', tableFile('a,b\n3,7\n12,0\n'));
    expect(table).toMatchObject({ rowTotals: [null, 12], columnTotals: [null, null], total: 22 });
  });

  it('B27 has dots and ranked lists', async () => {
    const dots = await analysed(
      'dot-votes --options light,bus,noise',
      tableFile('group,light,bus,noise\nw,12,10,8\nm,2,3,1\n'),
    );
    expect(dots.groups[0].places).toEqual([1, 2, 3]);
    expect(dots.groups[1]).toMatchObject({ shown: false, shares: [] });
    const lists = await analysed('borda-count --options a,b,c', tableFile('a,b,c\n1,2,3\n2,1,3\n1,3,2\n'));
    expect(lists.points).toEqual([5, 3, 1]);
    const open = await analysed('borda-count --options a,b,c,d', tableFile('a,b,c,d\n1,1,,\n'));
    expect(open.points).toEqual([2.5, 2.5, 0.5, 0.5]);
    expect(await failed('borda-count --options a,b', tableFile('a,b\n1,0\n'))).toMatchObject({ code: 3 });
  });

  it('puts the likest area first', async () => {
    const names = Array.from({ length: 24 }, (_, month) => `m${month + 1}`);
    const area = (size: number, more = 0) => [size, ...names.map((_, month) => 5 + (month % 3) + more)];
    const file = tableFile([['size', ...names], area(2), area(6), area(2), area(2.4)]);
    const found = await analysed(`control-match --months ${names.join()}`, file);
    expect(found.matches.map(({ row }: { row: number }) => row)).toEqual([3, 4, 2]);
    expect(found.matches[0]).toMatchObject({ mismatch: 0, suitable: true });
    expect((await failed('control-match --months m1,m2', file)).text).toContain('24 columns');
  });
});
