import { DELIMITERS, type Delimiter } from './contract.ts';
import { ownText } from './label-book.ts';
import { createRowSplitter } from './split-rows.ts';

export interface TableShape {
  delimiter: Delimiter;
  /** Likeliest first. */
  delimiters: Delimiter[];
  /** 0 when there is no header. */
  headerLine: number;
  columns: string[];
}

interface SampleRow {
  line: number;
  cells: string[];
}

export const MOST_COLUMNS = 1000;
const SAMPLE_ROWS = 1000;
/** Titles and notes stand above the header within this many rows. */
const HEADER_SEARCH = 30;

/** Rows of a piece of text; the last one may be cut off and is left out unless `whole`. */
export function sampleRows(text: string, delimiter: Delimiter, whole: boolean): SampleRow[] {
  const rows: SampleRow[] = [];
  const splitter = createRowSplitter(delimiter, (cells, line) => {
    if (rows.length < SAMPLE_ROWS) rows.push({ line, cells });
  });
  splitter.feed(text);
  if (whole) splitter.end();
  return rows;
}

export function guessTable(
  text: string,
  whole: boolean,
  given: { delimiter?: Delimiter; headerLine?: number },
): TableShape | null {
  const delimiters = given.delimiter
    ? [given.delimiter, ...DELIMITERS.filter((d) => d !== given.delimiter)]
    : rankDelimiters(text, whole);
  const delimiter = delimiters[0];
  const rows = sampleRows(text, delimiter, whole);
  if (rows.length === 0) return null;
  const headerLine = given.headerLine ?? guessHeaderLine(rows);
  const header = headerLine === 0 ? null : (rows.find((row) => row.line >= headerLine)?.cells ?? null);
  const width = header ? header.length : usualWidth(rows);
  return { delimiter, delimiters, headerLine, columns: columnNames(header ?? Array(width).fill('')) };
}

function rankDelimiters(text: string, whole: boolean): Delimiter[] {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter, whole) }));
  return scored.sort((a, b) => b.score - a.score).map(({ delimiter }) => delimiter);
}

/** How evenly the rows fall into several cells. */
function scoreOf(text: string, delimiter: Delimiter, whole: boolean): number {
  let rows: SampleRow[];
  try {
    rows = sampleRows(text, delimiter, whole).slice(0, 200);
  } catch {
    return 0;
  }
  const width = usualWidth(rows);
  if (width < 2) return 0;
  const even = rows.filter(({ cells }) => cells.length === width).length / rows.length;
  return even * 10 + Math.min(width, 50) / 50;
}

function usualWidth(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts)
    if (count > (counts.get(best) ?? 0) || (count === counts.get(best) && width > best)) best = width;
  return best;
}

/** The first row as wide as the data whose cells are names rather than values. */
function guessHeaderLine(rows: readonly SampleRow[]): number {
  const width = usualWidth(rows);
  for (const { line, cells } of rows.slice(0, HEADER_SEARCH)) {
    if (cells.length !== width) continue;
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length < width / 2 && width > 2) continue;
    return filled.some(looksLikeValue) ? 0 : line;
  }
  return rows[0].line;
}

function looksLikeValue(cell: string): boolean {
  return /^\s*[+-]?[\d.,]+\s*$/.test(cell) || /^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell);
}

/** Blank names are numbered, repeated ones too, so that a name means one column. */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, i) => {
    const base = ownText(cell.trim().replace(/\s+/g, ' ').slice(0, 200)) || `Column ${i + 1}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base} (${n})`;
    taken.add(name);
    return name;
  });
}
