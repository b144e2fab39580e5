import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analysed, near, tableFile } from './run-analyse.ts';

const methods = new URL('../../../../../shared/data/methods/', import.meta.url);
const available = existsSync(methods);
if (!available) process.stderr.write('SKIPPED: published cases of methods are absent (../shared/data)\n');
const read = (path: string) => readFileSync(new URL(path, methods), 'utf8');

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
