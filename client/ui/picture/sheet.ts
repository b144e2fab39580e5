import { element, escapeText } from './markup.ts';

/** A picture as it is handed out: with its title, its key, and lines that say where it comes from. */
export interface PictureSheet {
  readonly title: string;
  readonly subtitle?: string;
  readonly picture: {
    readonly width: number;
    readonly height: number;
    readonly markup: string;
    /** A line round it, where it does not end by itself. */
    readonly framed?: boolean;
  };
  readonly key: readonly KeyGroup[];
  readonly notes: readonly string[];
  /** The same for programs, as JSON in the metadata of a file that has a title. */
  readonly data: unknown;
  readonly colours: SheetColours;
  /** Free on all sides, in pixels. */
  readonly edge?: number;
}

export interface KeyGroup {
  readonly title: string;
  readonly rows: readonly KeyRow[];
}

export interface KeyRow {
  /** Markup in a box from -1 to 1; empty for a line of text. */
  readonly mark: string;
  readonly text: string;
}

export interface SheetColours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
}

/** Width of a text in pixels. */
export type Measure = (text: string, size: number, weight?: number) => number;

export const SHEET_FONT = "'Noto Sans', system-ui, sans-serif";

const EDGE = 24;
const TITLE = 20;
const TEXT = 13;
const NOTE = 11;
const LEADING = 1.45;
const MARK = 8;
const NARROWEST = 480;
const COLUMN = 250;

/** The whole sheet as one SVG file. */
export function sheetSvg(
  sheet: PictureSheet,
  measure: Measure,
): { svg: string; width: number; height: number } {
  const { picture, colours, edge = EDGE } = sheet;
  const inner = Math.max(picture.width, NARROWEST);
  const page = new Page(inner, measure, edge);
  page.text(sheet.title, TITLE, colours.ink, 600);
  if (sheet.subtitle) page.text(sheet.subtitle, TEXT, colours.quiet);
  if (sheet.title !== '') page.gap(8);
  page.picture(picture, colours.line);
  page.gap(12);
  page.key(sheet.key, colours);
  if (sheet.notes.length > 0) page.rule(colours.line);
  for (const note of sheet.notes) page.text(note, NOTE, colours.quiet);
  const [width, height] = [inner + 2 * edge, Math.ceil(page.height + edge)];
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': SHEET_FONT,
      'aria-label': sheet.title || undefined,
    },
    [
      ...(sheet.title === ''
        ? []
        : [
            element('title', {}, escapeText(sheet.title)),
            element('desc', {}, escapeText(sheet.notes.join('\n'))),
            element('metadata', {}, escapeText(JSON.stringify(sheet.data))),
          ]),
      element('rect', { width, height, fill: colours.paper }),
      page.markup,
    ].join('\n'),
  );
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width, height };
}

/** Words in lines that fit. A word longer than a line stands alone. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Things one below the other. */
class Page {
  markup = '';
  height: number;
  readonly #width: number;
  readonly #measure: Measure;
  readonly #edge: number;

  constructor(width: number, measure: Measure, edge: number) {
    this.#width = width;
    this.#measure = measure;
    this.#edge = edge;
    this.height = edge;
  }

  gap(pixels: number): void {
    this.height += pixels;
  }

  text(text: string, size: number, fill: string, weight?: number): void {
    for (const line of wrap(text, this.#width, (part) => this.#measure(part, size, weight))) {
      this.height += size * LEADING;
      this.markup += textAt(this.#edge, this.height - size * 0.35, line, { size, fill, weight });
    }
  }

  rule(stroke: string): void {
    this.markup += element('line', {
      x1: this.#edge,
      x2: this.#edge + this.#width,
      y1: this.height + 4,
      y2: this.height + 4,
      stroke,
    });
    this.height += 8;
  }

  picture({ width, height, markup, framed }: PictureSheet['picture'], stroke: string): void {
    const frame = { x: this.#edge, y: this.height, width, height };
    this.markup += element('svg', { ...frame, viewBox: `0 0 ${width} ${height}` }, markup);
    if (framed) this.markup += element('rect', { ...frame, fill: 'none', stroke });
    this.height += height;
  }

  /** Groups side by side in columns of one width, each under the shortest so far. */
  key(groups: readonly KeyGroup[], colours: SheetColours): void {
    const shown = groups.filter(({ rows }) => rows.length > 0);
    if (shown.length === 0) return;
    const columns = Math.max(1, Math.min(Math.floor(this.#width / COLUMN), shown.length));
    const wide = this.#width / columns;
    const bottoms = new Array<number>(columns).fill(this.height);
    for (const group of shown) {
      const column = bottoms.indexOf(Math.min(...bottoms));
      bottoms[column] = this.#group(group, this.#edge + column * wide, bottoms[column], wide - 16, colours);
    }
    this.height = Math.max(...bottoms) + 8;
  }

  #group(group: KeyGroup, x: number, top: number, width: number, colours: SheetColours): number {
    let y = top;
    if (group.title !== '') {
      y += TEXT * LEADING;
      this.markup += textAt(x, y - 4, group.title, { size: TEXT, fill: colours.ink, weight: 600 });
    }
    for (const { mark, text } of group.rows) {
      const indent = mark === '' ? 0 : 3 * MARK;
      if (mark !== '')
        this.markup += element(
          'g',
          { transform: `translate(${x + MARK} ${y + TEXT * 0.72}) scale(${MARK})` },
          mark,
        );
      for (const line of wrap(text, width - indent, (part) => this.#measure(part, TEXT))) {
        y += TEXT * LEADING;
        this.markup += textAt(x + indent, y - 4, line, { size: TEXT, fill: colours.ink });
      }
    }
    return y + 10;
  }
}

function textAt(
  x: number,
  y: number,
  text: string,
  { size, fill, weight }: { size: number; fill: string; weight?: number },
): string {
  const place = { x, y: Number(y.toFixed(1)), 'font-size': size, fill, 'font-weight': weight };
  return `${element('text', place, escapeText(text))}\n`;
}
