import { describe, expect, it } from 'vitest';
import { csvCell } from '../../../server/imports/refused-csv.ts';

describe('csvCell', () => {
  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
    'keeps %j from being a formula',
    (text) => expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/),
  );

  it.each(['-36.8', '+5', '12', 'a=b', '', ' plain', '-1,5'])('leaves %j readable', (text) => {
    expect(csvCell(text).replace(/^"|"$/g, '')).toBe(text);
  });

  it('quotes what would end the cell', () => {
    expect(csvCell('a,"b"\r\n=c')).toBe('"a,""b""\r\n=c"');
    expect(csvCell('=a,b')).toBe('"\'=a,b"');
  });
});
