import { describe, expect, it } from 'vitest';
import { pastedCells, spread } from '../../../client/ui/typing-grid.tsx';

describe('what is pasted from a spreadsheet', () => {
  it('is rows of cells, whatever ends its lines', () => {
    expect(pastedCells('1\t2\r\n3\t\r\n')).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
    expect(pastedCells('one')).toEqual([['one']]);
    expect(pastedCells('')).toEqual([['']]);
  });

  it('is spread from where it falls; beyond the table and over saved rows nothing is written', () => {
    const columns = ['a', 'b'].map((id) => ({ id, label: id, kind: 'text' as const }));
    const rows = ['1', '2', '3'].map((id) => ({ id, head: id, cells: {}, isDone: id === '2' }));
    const pasted = [
      ['p', 'q'],
      ['r', 's'],
      ['t', 'u'],
      ['v', 'w'],
    ];
    expect(spread(pasted, { columns, rows }, 0, 1)).toEqual([
      { row: '1', column: 'b', value: 'p' },
      { row: '3', column: 'b', value: 't' },
    ]);
  });
});
