import { measurer } from './save-picture.ts';
import { type KeyGroup, type Measure, type PictureSheet, type SheetColours, sheetSvg } from './sheet.ts';

/** Ink on white, whatever the theme of the screen. */
export const PAPER: SheetColours = { paper: '#ffffff', ink: '#111111', quiet: '#444444', line: '#999999' };

/** Pixels that a figure is wide: 170 mm, as wide as the text of a page. */
export const PAPER_WIDTH = 640;

export interface PaperPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A figure for a page: the picture with its key under it. Title and notes are text of the page. */
export function paperPicture(
  picture: PictureSheet['picture'],
  key: readonly KeyGroup[],
  measure: Measure = measurer(),
): PaperPicture {
  return sheetSvg(
    { title: '', picture, key: key.flatMap(halves), notes: [], data: undefined, colours: PAPER, edge: 1 },
    measure,
  );
}

/** Rows of a key before it goes on in the next column. */
const ROWS = 4;

function halves(group: KeyGroup): KeyGroup[] {
  const { rows } = group;
  if (rows.length <= ROWS) return [group];
  const half = Math.ceil(rows.length / 2);
  return [
    { ...group, rows: rows.slice(0, half) },
    { title: '', rows: rows.slice(half) },
  ];
}

/** What the key says, for those who do not see it. */
export const keyText = (key: readonly KeyGroup[]): string =>
  key
    .flatMap(({ title, rows }) => [title, ...rows.map(({ text }) => text)])
    .filter(Boolean)
    .join('; ');
