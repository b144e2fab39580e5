import Papa from 'papaparse';
import type { Delimiter } from './contract.ts';
import { refuseFile } from './file-refusal.ts';

/** No row of data is longer. */
export const LONGEST_ROW = 1024 * 1024;

export type TakeRow = (cells: string[], line: number) => void;

export interface RowSplitter {
  feed(text: string): void;
  end(): void;
  /** 1-based line of the next row. */
  readonly line: number;
}

/**
 * Cuts text into rows as it comes. Line ends of every kind, also mixed, count as one; a line end inside quotes is kept
 * as a line feed. Lines without any character are not rows.
 */
export function createRowSplitter(delimiter: Delimiter, take: TakeRow): RowSplitter {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  let rest = '';
  let heldReturn = false;
  let line = 1;

  const split = (text: string, last: boolean): string => {
    const { data, meta } = parser.parse(text, 0, !last) as { data: string[][]; meta: { cursor: number } };
    const quoted = text.includes('"');
    for (const cells of data) {
      const start = line;
      line += quoted ? 1 + lineFeedsIn(cells) : 1;
      if (cells.length !== 1 || cells[0] !== '') take(cells, start);
    }
    return last ? '' : text.slice(meta.cursor);
  };

  return {
    get line() {
      return line;
    },
    feed(text) {
      let block = heldReturn ? `\r${text}` : text;
      heldReturn = block.endsWith('\r');
      if (heldReturn) block = block.slice(0, -1);
      if (block.includes('\r')) block = block.replace(/\r\n?/g, '\n');
      rest = split(rest + block, false);
      if (rest.length > LONGEST_ROW) throw tooLong(rest, line);
    },
    end() {
      const text = heldReturn ? `${rest}\n` : rest;
      if (text === '') return;
      if (hasOpenQuote(text, delimiter)) throw refuseFile('open_quote', { line });
      // A line end at the very end opens no further row.
      split(text.endsWith('\n') ? text.slice(0, -1) : text, true);
      rest = '';
    },
  };
}

function tooLong(rest: string, line: number): Error {
  return refuseFile(rest.includes('\n') ? 'open_quote' : 'line_too_long', { line });
}

function lineFeedsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}

/** At the end of the file: whether the last row is still inside quotes. */
function hasOpenQuote(row: string, delimiter: string): boolean {
  if (!row.includes('"')) return false;
  let inside = false;
  let atStart = true;
  for (let i = 0; i < row.length; i++) {
    const c = row[i];
    if (inside) {
      if (c !== '"') continue;
      if (row[i + 1] === '"') i++;
      else inside = false;
    } else if (c === '"' && atStart) inside = true;
    else atStart = c === delimiter || c === '\n';
  }
  return inside;
}
