import { describe, expect, it } from 'vitest';
import { resultTable } from '../../server/jobs/result-table.ts';
import { csvOf } from '../../server/run-export.ts';
import type { AnalysisRun } from '../../server/store/ports.ts';

const TYPED = 'weights, =HYPERLINK("http://example.invalid"); -1';
const run: AnalysisRun = {
  id: 'r1',
  method: 'counts',
  methodVersion: 1,
  parameters: { harm: { table: TYPED, weights: [1, -2] } },
  filter: {},
  dataVersion: {},
  state: 'done',
  summary: null,
  digest: 'd',
  failure: null,
  createdBy: 'u1',
  createdAt: '2025-03-01T12:00:00.000Z',
  finishedAt: '2025-03-01T12:00:01.000Z',
};

async function linesOf(): Promise<string[]> {
  let text = '';
  const rows = resultTable([{ name: 'cell', data: Uint32Array.of(1, 2) }], []);
  for await (const part of csvOf(run, rows)) text += part;
  return text.trim().split('\r\n');
}

describe('an answer as CSV', () => {
  it('says where it comes from and then holds the rows', async () => {
    const lines = await linesOf();
    expect(lines.filter((line) => !line.startsWith('#'))).toEqual(['cell', '1', '2']);
    expect(lines).toContain('# method: counts');
  });

  it('gives a spreadsheet no formula that somebody typed, and a program the text as it was', async () => {
    const line = (await linesOf()).find((each) => each.startsWith('# parameters: ')) ?? '';
    expect(line.split(/[,;]/).filter((cell) => /^\s*[=+@-](?!\d)/.test(cell))).toEqual([]);
    expect(JSON.parse(line.slice('# parameters: '.length))).toEqual(run.parameters);
  });
});
