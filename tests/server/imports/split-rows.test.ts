import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Delimiter } from '../../../server/imports/contract.ts';
import { createRowSplitter } from '../../../server/imports/split-rows.ts';
import { hasSharedData, SHARED_DATA } from '../../fixtures/import-files.ts';

function split(text: string, delimiter: Delimiter = ',', piece = text.length || 1) {
  const rows: string[][] = [];
  const lines: number[] = [];
  const splitter = createRowSplitter(delimiter, (cells, line) => {
    rows.push(cells);
    lines.push(line);
  });
  for (let at = 0; at < text.length; at += piece) splitter.feed(text.slice(at, at + piece));
  splitter.end();
  return { rows, lines };
}

describe('rows of a table', () => {
  it('takes all line ends, also mixed', () => {
    const expected = [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ];
    for (const text of [
      'a,b\n1,2\n3,4',
      'a,b\r\n1,2\r\n3,4\r\n',
      'a,b\r1,2\r3,4',
      'a,b\r1,2\r3,4\r',
      'a,b\r\n1,2\n3,4\r',
    ])
      for (const piece of [1, 2, 3, 100]) expect(split(text, ',', piece).rows).toEqual(expected);
  });

  it('keeps line ends, delimiters and quotes inside quotes', () => {
    const { rows, lines } = split('a,b\n"x\ny, ""z""",2\n3,4');
    expect(rows).toEqual([
      ['a', 'b'],
      ['x\ny, "z"', '2'],
      ['3', '4'],
    ]);
    expect(lines).toEqual([1, 2, 4]);
  });

  it('skips lines without any character and counts them as lines', () => {
    expect(split('a,b\n\n1,2\n\n')).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      lines: [1, 3],
    });
  });

  it('gives back every table, however it is cut', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '=', '\t', '1', '\u{1f600}'),
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, piece) => {
          const text = Papa.unparse(rows, { delimiter, newline: '\n', quotes: true });
          expect(split(text, delimiter, piece).rows).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names the line that is too long', () => {
    expect(() => split(`a,b\n1,2\n${'x'.repeat(2_000_000)}\n3,4`, ',', 60_000)).toThrow(/Line 3 is longer/);
  });

  it('names the line of a quotation mark that is never closed', () => {
    expect(() => split('a,b\n1,"two\n3,4\n')).toThrow(/line 2 is never closed/);
    expect(() => split(`a,b\n1,"two\n${'3,4\n'.repeat(400_000)}`, ',', 60_000)).toThrow(
      /line 2 is never closed/,
    );
  });
});

describe.runIf(hasSharedData)('csv-spectrum', () => {
  const folder = join(SHARED_DATA, 'messy/csv-spectrum');
  const names = hasSharedData
    ? readdirSync(join(folder, 'csvs')).map((name) => name.replace('.csv', ''))
    : [];
  it.each(names)('%s', (name) => {
    const text = readFileSync(join(folder, 'csvs', `${name}.csv`), 'utf8');
    const expected = JSON.parse(
      readFileSync(join(folder, 'json', `${name}.json`), 'utf8').replaceAll('\\r\\n', '\\n'),
    );
    const [header, ...rows] = split(text, ',', 7).rows;
    expect(rows.map((cells) => Object.fromEntries(header.map((key, i) => [key, cells[i]])))).toEqual(
      expected,
    );
  });
});
