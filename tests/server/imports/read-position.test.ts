import { describe, expect, it } from 'vitest';
import {
  createPositionReader,
  POSITION_BAD,
  POSITION_BLANK,
  readNumber,
  readPair,
} from '../../../server/imports/read-position.ts';
import { isSwapped } from '../../../server/imports/swapped-position.ts';

describe('numbers', () => {
  it.each<[string, '.' | ',', number]>([
    ['36.8', '.', 36.8],
    [' -1.25 ', '.', -1.25],
    ['+.5', '.', 0.5],
    ['3.68e1', '.', 36.8],
    ['−1.25', '.', -1.25],
    ['36,8', ',', 36.8],
    ['36', ',', 36],
  ])('%j with “%s”', (text, mark, expected) => {
    expect(readNumber(text, mark)).toBe(expected);
  });

  it.each<[string, '.' | ',']>([
    ['', '.'],
    ['36,8', '.'],
    ['36.8', ','],
    ['212.562.442', '.'],
    ['0x10', '.'],
    ['Infinity', '.'],
    ['1 2', '.'],
  ])('%j with “%s” is none', (text, mark) => {
    expect(readNumber(text, mark)).toBeNaN();
  });
});

describe('two numbers in one text', () => {
  it.each<[string, number, number]>([
    ['48.97,-1.54', 48.97, -1.54],
    ['(48.97, -1.54)', 48.97, -1.54],
    ['48.97 -1.54', 48.97, -1.54],
    ['48,97; -1,54', 48.97, -1.54],
    ['POINT(-1.54 48.97)', -1.54, 48.97],
    ['SRID=4326;POINT Z (-1.54 48.97 12)', -1.54, 48.97],
  ])('%s', (text, first, second) => {
    expect(readPair(text)).toMatchObject({ first, second });
  });

  it('keeps the order of POINT whatever the column says', () => {
    const reader = createPositionReader({ from: 'column', column: 'p', order: 'lat-lon' }, () => 0, '.');
    reader.read(['POINT(-1.54 48.97)']);
    expect(reader.last).toEqual({ lon: -1.54, lat: 48.97 });
    reader.read(['48.97,-1.54']);
    expect(reader.last).toEqual({ lon: -1.54, lat: 48.97 });
    expect(reader.read([' '])).toBe(POSITION_BLANK);
    expect(reader.read(['north gate'])).toBe(POSITION_BAD);
  });
});

describe('swapped positions', () => {
  const nairobi: [number, number][] = [
    [-1.25, 36.87],
    [-1.28, 36.82],
    [-1.3, 36.75],
  ];
  const right = nairobi.map(([a, b]): [number, number] => [b, a]);

  it('are on the open sea and on land the other way round', () => {
    expect(isSwapped(nairobi, [])).toBe(true);
    expect(isSwapped(right, [])).toBe(false);
  });

  it('have a latitude beyond 90 degrees', () => {
    expect(
      isSwapped(
        [
          [39.95, -95.16],
          [39.9, -95.2],
        ],
        [],
      ),
    ).toBe(true);
  });

  it('lie outside of everything known, and inside the other way round', () => {
    expect(isSwapped([[52.9, 1.1]], [[1, 52, 2, 53]])).toBe(true);
    expect(isSwapped([[1.1, 52.9]], [[1, 52, 2, 53]])).toBe(false);
  });

  it('are not those of a small island', () => {
    expect(
      isSwapped(
        [
          [14.51, 35.9],
          [14.4, 35.92],
        ],
        [],
      ),
    ).toBe(false);
    expect(isSwapped([[57.5, -20.16]], [])).toBe(false);
  });
});
