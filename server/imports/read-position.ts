import type { PositionSource } from './contract.ts';

export const POSITION_OK = 0;
export const POSITION_BLANK = 1;
export const POSITION_BAD = 2;
export type PositionStatus = typeof POSITION_OK | typeof POSITION_BLANK | typeof POSITION_BAD;

/** The last position that was read; one object is reused for all rows. Not yet checked against the world. */
export interface PositionReader {
  readonly last: { lon: number; lat: number };
  read(cells: readonly string[]): PositionStatus;
}

const PLAIN = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?\s*$/i;
const COMMA = /^\s*[+-]?(?:\d+(?:,\d*)?|,\d+)(?:e[+-]?\d{1,3})?\s*$/i;

/** NaN for anything that is not one number with this decimal mark. */
export function readNumber(text: string, decimal: '.' | ','): number {
  if (decimal === '.') return PLAIN.test(text) ? Number(text) : otherMinus(text, decimal);
  return COMMA.test(text) ? Number(text.replace(',', '.')) : otherMinus(text, decimal);
}

function otherMinus(text: string, decimal: '.' | ','): number {
  return /^\s*[\u2212\u2013]/.test(text)
    ? readNumber(text.replace(/[\u2212\u2013]/, '-'), decimal)
    : Number.NaN;
}

export function createPositionReader(
  source: PositionSource,
  columnIndex: (name: string) => number,
  decimal: '.' | ',',
): PositionReader {
  const last = { lon: Number.NaN, lat: Number.NaN };
  if (source.from === 'columns') {
    const lonAt = columnIndex(source.swapped ? source.lat : source.lon);
    const latAt = columnIndex(source.swapped ? source.lon : source.lat);
    return {
      last,
      read(cells) {
        const lonText = cells[lonAt];
        const latText = cells[latAt];
        if (lonText.trim() === '' || latText.trim() === '') return POSITION_BLANK;
        last.lon = readNumber(lonText, decimal);
        last.lat = readNumber(latText, decimal);
        return Number.isNaN(last.lon) || Number.isNaN(last.lat) ? POSITION_BAD : POSITION_OK;
      },
    };
  }
  if (source.from === 'geometry')
    throw new RangeError('A table has no geometry: positions come from its columns.');
  const at = columnIndex(source.column);
  const latFirst = source.order === 'lat-lon';
  return {
    last,
    read(cells) {
      const text = cells[at].trim();
      if (text === '') return POSITION_BLANK;
      const pair = readPair(text);
      if (!pair) return POSITION_BAD;
      // POINT(…) is always written x y.
      const swap = latFirst && !pair.wellKnown;
      last.lon = swap ? pair.second : pair.first;
      last.lat = swap ? pair.first : pair.second;
      return POSITION_OK;
    },
  };
}

const POINT = /^(?:SRID=4326;)?\s*POINT\s*Z?\s*\(\s*(\S+)\s+([^\s)]+)(?:\s+[^\s)]+)?\s*\)$/i;
const PAIR = /^[([{]?\s*([^\s,;()[\]{}]+)(?:\s*[,;]\s*|\s+)([^\s,;()[\]{}]+)\s*[)\]}]?$/;
const COMMA_PAIR = /^[([]?\s*([+-]?\d+,\d+)(?:\s*;\s*|\s*,\s+|\s+)([+-]?\d+,\d+)\s*[)\]]?$/;

/** "48.97,-1.54", "(48.97 -1.54)", "48,97; -1,54", "POINT(-1.54 48.97)". */
export function readPair(text: string): { first: number; second: number; wellKnown: boolean } | null {
  const point = POINT.exec(text);
  const comma = point ? null : COMMA_PAIR.exec(text);
  const m = point ?? comma ?? PAIR.exec(text);
  if (!m) return null;
  const decimal = comma ? ',' : '.';
  const first = readNumber(m[1], decimal);
  const second = readNumber(m[2], decimal);
  return Number.isNaN(first) || Number.isNaN(second) ? null : { first, second, wellKnown: point !== null };
}
