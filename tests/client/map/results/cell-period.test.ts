import { expect, test } from 'vitest';
import { readCellPeriod, writeCellPeriod } from '../../../../client/map/results/cell-period.ts';

test('a period of a cell is read as it was written', () => {
  for (const part of [
    { cell: '812', period: 3 },
    { cell: '812', period: null },
    { cell: '0', period: 0 },
  ])
    expect(readCellPeriod(writeCellPeriod(part))).toEqual(part);
});

test('a period that is no number leaves the cell', () => {
  expect(readCellPeriod('812@x')).toEqual({ cell: '812', period: null });
});
