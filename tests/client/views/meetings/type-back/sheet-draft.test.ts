import { describe, expect, it } from 'vitest';
import {
  isEmptyRow,
  readDraft,
  typed,
  without,
} from '../../../../../client/views/meetings/type-back/sheet-draft.ts';

describe('the draft of a sheet', () => {
  it('takes cells, many at once, and lets saved rows go', () => {
    const cells = typed({ '1': { a: 'x' } }, [
      { row: '1', column: 'b', value: 'y' },
      { row: '2', column: 'a', value: 'z' },
    ]);
    expect(cells).toEqual({ '1': { a: 'x', b: 'y' }, '2': { a: 'z' } });
    expect(without(cells, ['1'])).toEqual({ '2': { a: 'z' } });
    expect([isEmptyRow(undefined), isEmptyRow({ a: ' ' }), isEmptyRow({ a: '0' })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('reads what was kept, and nothing of what something else wrote', () => {
    const draft = { cells: { '1': { a: 'x' } }, sent: [{ text: '{}', key: 'k' }] };
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(readDraft({ cells: { '1': { a: 5, b: 'y' } }, sent: [{ text: 1 }] })).toEqual({
      cells: { '1': { b: 'y' } },
      sent: [],
    });
    for (const other of [null, 'x', 5, {}, { cells: null }]) expect(readDraft(other)).toBeNull();
  });
});
