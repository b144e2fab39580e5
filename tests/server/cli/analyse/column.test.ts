/** Every method that reads a table, over tables with hardly anything in them: a figure or a sentence, never a trace. */
import { describe, expect, it } from 'vitest';
import { METHODS } from '../../../../server/cli/analyse/methods.ts';
import { analyseCommand } from '../../../../server/cli/analyse.ts';
import { tableFile } from './run-analyse.ts';

const MONTHS = Array.from({ length: 24 }, (_, month) => `m${month}`);
/** What the options that must be given get. */
const GIVEN: Readonly<Record<string, string>> = {
  distance: '5',
  baseline: '2',
  predicted: 'guess',
  near: 'mark',
  months: MONTHS.join(),
  options: 'count,guess',
  counts: 'count',
};
const columns = [
  ...[
    'x',
    'y',
    'time',
    'from',
    'to',
    'value',
    'count',
    'cases',
    'population',
    'size',
    'weight',
    'kind',
    'all',
  ],
  ...['before', 'after', 'treated', 'control', 'observed', 'guess', 'mark', 'line', 'comparison', 'place'],
  ...['treated_before', 'treated_after', 'control_before', 'control_after'],
  ...MONTHS,
];
/** One row, all cells plain but for those said. */
const row = (cells: Readonly<Record<string, unknown>> = {}) =>
  columns.map(
    (name) => cells[name] ?? (name === 'time' || name === 'from' || name === 'to' ? '2024-01-01' : 1),
  );

const TABLES: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
  ['one row', [row()]],
  ['two equal rows', [row(), row()]],
  [
    'all at one point',
    Array.from({ length: 40 }, (_, k) => row({ time: `2024-01-${String((k % 30) + 1).padStart(2, '0')}` })),
  ],
  ['all on one line and one day', Array.from({ length: 40 }, (_, k) => row({ x: k * 10 }))],
  [
    'nothing but zeros',
    Array.from({ length: 5 }, () =>
      columns.map((name) => (row()[columns.indexOf(name)] === 1 ? 0 : '2024-01-01')),
    ),
  ],
  ['an incident and another row', [row({ line: '', kind: '', comparison: '' }), row({ x: 400, kind: 2 })]],
  [
    'one giant',
    [
      ...Array.from({ length: 30 }, (_, k) => row({ x: k * 10, y: (k % 7) * 10 })),
      row({ count: 5e4, cases: 5e4, before: 5e4, value: 1e12, weight: 1e12 }),
    ],
  ],
];

describe.each(TABLES)('cg analyse over %s', (_, rows) => {
  const file = tableFile([columns, ...rows]);

  it.each(METHODS.filter(({ readsTable }) => readsTable).map(({ name }) => name))('%s', async (name) => {
    const method = METHODS.find((known) => known.name === name);
    const options = Object.entries(method?.options ?? {}).flatMap(([option, { required, type }]) =>
      (required && type !== 'column') || (option === 'distance' && name !== 'local-knox')
        ? [`--${option}`, GIVEN[option]]
        : [],
    );
    const value = method?.options.value && !method.options.value.required ? ['--value', 'value'] : [];
    const { code, text } = await analyseCommand([name, file, ...options, ...value, '--json']);
    expect([0, 2, 3], text).toContain(code);
    const said = JSON.parse(text);
    if (code === 0)
      expect(said).toMatchObject({ parameters: expect.anything(), warnings: expect.any(Array) });
    else expect(said.detail).toMatch(/^[A-Z-].*\.$/);
  });
});
