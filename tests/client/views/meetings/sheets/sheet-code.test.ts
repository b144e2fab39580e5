import { describe, expect, it } from 'vitest';
import {
  readCode,
  rowCode,
  rowsIn,
  rowsText,
  sheetCode,
} from '../../../../../client/views/meetings/sheets/sheet-code.ts';

const MEETING = '3b0f2a4e-0000-4000-8000-000000000001';

describe('the code of a sheet', () => {
  it('is the same for the same sheet and another for another', () => {
    expect(sheetCode(MEETING, 'ballot', 'a')).toBe(sheetCode(MEETING, 'ballot', 'a'));
    const codes = [
      sheetCode(MEETING, 'tally'),
      sheetCode(MEETING, 'promises'),
      sheetCode(MEETING, 'ballot', 'a'),
      sheetCode(MEETING, 'ballot', 'b'),
      sheetCode('another', 'ballot', 'a'),
    ];
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has no vowel and no digit, so that it is no word and no number', () => {
    for (let i = 0; i < 500; i++)
      expect(sheetCode(`meeting ${i}`, 'dots', `grid ${i}`)).toMatch(
        /^[BCDFGHJKLMNPQRSTVWXZ]{4}-D[BCDFGHJKLMNPQRSTVWXZ]{3}$/,
      );
  });

  it('seldom meets twice in one meeting', () => {
    const rows = Array.from({ length: 40 }, (_, i) => rowCode(`commitment-${i}`));
    expect(new Set(rows).size).toBeGreaterThanOrEqual(39);
  });

  it('is read as people write it, and says of which meeting it is not', () => {
    const code = sheetCode(MEETING, 'ballot', 'a');
    expect(readCode(MEETING, code.toLowerCase().replace('-', ' '))).toBe(code);
    expect(readCode(MEETING, ` ${code} `)).toBe(code);
    expect(readCode('another', code)).toBe('other_meeting');
    for (const wrong of ['', 'KRTF', 'KRTF-Q', `${code}K`, '12'])
      expect(readCode(MEETING, wrong)).toBe('unreadable');
  });
});

describe('rows', () => {
  it('stand in a few characters and are found again', () => {
    expect(rowsText([3, 1, 2, 7, 7])).toBe('1-3 7');
    const rows = [1, 2, 3, 7, 40, 41];
    expect(rowsIn(`KRTF-BWXQ rows ${rowsText(rows)}`, 'KRTF-BWXQ')).toEqual(rows);
    expect(rowsIn(`KRTF-BWXQ row 5; late`, 'KRTF-BWXQ')).toEqual([5]);
  });

  it('are none where the note is about something else', () => {
    expect(rowsIn('KRTF-BWXQ rows 1-3', 'KRTF-BWXZ')).toEqual([]);
    expect(rowsIn('KRTF-BWXQ rows 1-3', 'KRTF-B')).toEqual([]);
    expect(rowsIn('', 'KRTF-B')).toEqual([]);
    expect(rowsIn('KRTF-B rows 1-999999999', 'KRTF-B').length).toBeLessThanOrEqual(10_000);
  });
});
