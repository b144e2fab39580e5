import { describe, expect, it } from 'vitest';
import { dotGrid, middleOfCell } from '../../../../../client/views/meetings/sheets/dot-grid.ts';
import { dotsTyped, typedDots } from '../../../../../client/views/meetings/type-back/typed-dots.ts';

const CODE = 'KRTF-DWXQ';
const grid = dotGrid([36.8, -1.3, 36.836, -1.268]);
const sheet = {
  code: CODE,
  grid,
  receivedOn: '2026-03-04',
  typedBefore: new Set<number>(),
  checked: new Set<number>(),
};

describe('dots that are typed', () => {
  it('lie in the middle of their square, as exactly as it is wide', () => {
    const [dot] = typedDots({ '3': { square: 'c7', what: ' Lamps are out ', when: 'after dark' } }, sheet);
    expect(dot).toEqual({
      row: 3,
      fault: null,
      concern: {
        receivedOn: '2026-03-04',
        channel: 'paper_form',
        summary: 'Lamps are out',
        detail: `after dark\n${CODE} row 3`,
        position: middleOfCell(grid, { column: 2, row: 6 }),
        precision: 'block_cell',
      },
    });
  });

  it('say what is wrong with each row', () => {
    const dots = typedDots(
      {
        '1': { square: 'Z99', what: 'a' },
        '2': { square: 'A1' },
        '3': { what: 'No place was marked' },
        '4': { square: ' ' },
      },
      sheet,
    );
    expect(dots.map(({ fault }) => fault)).toEqual(['no_square', 'no_what', null]);
    expect(dots[2].concern).not.toHaveProperty('position');
  });

  it('are known when they come a second time', () => {
    const [dot] = typedDots({ '3': { what: 'Lamps' } }, sheet);
    const before = dotsTyped([{ detail: String(dot.concern.detail) }, { detail: 'Something else' }], CODE);
    expect([...before]).toEqual([3]);
    expect(typedDots({ '3': { what: 'Lamps' } }, { ...sheet, typedBefore: before })[0].fault).toBe(
      'typed_before',
    );
  });

  it('keep words that were read again', () => {
    const [dot] = typedDots({ '3': { what: 'Lamps' } }, { ...sheet, checked: new Set([3]) });
    expect(dot.concern.wordsChecked).toBe(true);
  });
});
