/** Reads the wanted columns of a plain CSV file with the parts of the import: encoding, delimiter, header, rows. */
import type { Delimiter } from '../../imports/contract.ts';
import { refuseFile } from '../../imports/file-refusal.ts';
import { type FileText, openFileText } from '../../imports/file-text.ts';
import { guessTable, MOST_COLUMNS, type TableShape } from '../../imports/guess-table.ts';
import type { FileBytes } from '../../imports/import-service.ts';
import { SAMPLE_CHARACTERS } from '../../imports/inspection-parts.ts';
import { createRowSplitter } from '../../imports/split-rows.ts';
import { isUnnamed, NAME_COLUMNS, namedByValues } from './bare-table.ts';
import type { Column } from './column.ts';
import { RefusedInput, WrongUsage } from './refusals.ts';

/** A column a method asks for. */
export interface Wish {
  /** What the cells are asked for by. */
  readonly key: string;
  readonly option: string;
  /** As the user named it; null when it was left out. */
  readonly named: string | null;
  readonly usual: readonly string[];
  readonly required: boolean;
  readonly blanks: boolean;
}

export interface TableForm {
  readonly delimiter: Delimiter | null;
  /** Names for the columns of a file without a header. */
  readonly names: readonly string[] | null;
  /** False: the first row is data, whatever it looks like. */
  readonly header: boolean;
  /** What is done with rows that lack a value in a column of the method. */
  readonly missing: 'refuse' | 'skip';
}

export interface Table {
  readonly columns: ReadonlyMap<string, Column>;
  /** Rows that were left out because a value is missing. */
  readonly skipped: number;
  /** Number of each row that is used among the rows of data, from 1 on. */
  readonly rows: Uint32Array;
  /** Columns of a file without a header that were found by their values. */
  readonly guessed: number;
}

export async function readTable(
  file: FileBytes,
  form: TableForm,
  wishesFor: (names: readonly string[]) => readonly Wish[],
): Promise<Table> {
  const text = openFileText(file, null);
  try {
    const { sample, whole } = await readSample(text);
    const given = shapeOf(sample, whole, form);
    const shape = form.names === null && given.headerLine === 0 ? namedByValues(given, sample, whole) : given;
    const isGuessed = ({ named, at }: Wish & { at: number }) =>
      shape.columns[at] !== given.columns[at] && !/^\d+$/.test(named ?? '');
    const wanted = wishesFor(shape.columns).flatMap((wish) => {
      const at = placeOf(wish, shape);
      return at === null ? [] : [{ ...wish, at }];
    });
    const rows = collector(shape, wanted, form);
    const splitter = createRowSplitter(shape.delimiter, rows.take);
    splitter.feed(sample);
    for (let part = whole ? null : await text.next(); part !== null; part = await text.next())
      splitter.feed(part);
    splitter.end();
    return { ...rows.table(), guessed: wanted.filter(isGuessed).length };
  } finally {
    await text.stop();
  }
}

async function readSample(text: FileText): Promise<{ sample: string; whole: boolean }> {
  let sample = '';
  while (sample.length < SAMPLE_CHARACTERS) {
    const part = await text.next();
    if (part === null) return { sample, whole: true };
    sample += part;
  }
  return { sample, whole: false };
}

function shapeOf(sample: string, whole: boolean, { delimiter, names, header }: TableForm): TableShape {
  if (sample.trim() === '') throw refuseFile('empty_file');
  const given = { ...(delimiter && { delimiter }), ...((names || !header) && { headerLine: 0 }) };
  const shape = guessTable(sample, whole, given);
  if (shape === null) throw refuseFile('empty_file');
  if (shape.columns.length > MOST_COLUMNS)
    throw refuseFile('too_many_columns', { count: shape.columns.length });
  if (!names) return shape;
  if (names.length !== shape.columns.length)
    throw new WrongUsage(
      `--columns must name every column of the file, which has ${shape.columns.length}: as in --columns x,y,time.`,
    );
  return { ...shape, columns: [...names] };
}

/** Where the column stands; null when it was left out and may be. */
function placeOf(
  { option, named, usual, required }: Wish,
  { columns, headerLine }: TableShape,
): number | null {
  if (named === null) {
    const at = usual.map((name) => indexOf(columns, name)).find((found) => found >= 0);
    if (at !== undefined) return at;
    if (!required) return null;
    throw new WrongUsage(
      `--${option} is missing: give the name of a column of the file, or its number${bareHint({ columns, headerLine })}.`,
    );
  }
  const at = indexOf(columns, named);
  if (at >= 0) return at;
  if (/^\d+$/.test(named) && Number(named) >= 1 && Number(named) <= columns.length) return Number(named) - 1;
  throw new WrongUsage(
    `--${option} must name a column of the file or be its number from 1 to ${columns.length}${bareHint({ columns, headerLine })}.`,
  );
}

function bareHint({ columns, headerLine }: Pick<TableShape, 'columns' | 'headerLine'>): string {
  return headerLine === 0 && isUnnamed(columns) ? `; ${NAME_COLUMNS}` : '';
}

function indexOf(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  return exact >= 0 ? exact : columns.findIndex((other) => other.toLowerCase() === name.toLowerCase());
}

function collector(
  { columns, headerLine }: TableShape,
  wanted: readonly (Wish & { at: number })[],
  { missing }: TableForm,
) {
  const cellsOf = wanted.map((): string[] => []);
  const lines: number[] = [];
  const rows: number[] = [];
  let seen = 0;
  let skipped = 0;
  return {
    take(cells: string[], line: number): void {
      if (line <= headerLine) return;
      seen++;
      if (cells.length !== columns.length)
        throw new RefusedInput(
          `Line ${line} has ${cells.length} cells where ${columns.length} are expected: check the delimiter or mend the line.`,
        );
      const blank = wanted.find(({ at, blanks }) => !blanks && cells[at].trim() === '');
      if (blank && missing === 'refuse')
        throw new RefusedInput(
          `Line ${line} has nothing in the column of --${blank.option}: fill it in, or leave such rows out with --missing skip.`,
        );
      if (blank) skipped++;
      else {
        for (let k = 0; k < wanted.length; k++) cellsOf[k].push(cells[wanted[k].at]);
        lines.push(line);
        rows.push(seen);
      }
    },
    table(): Omit<Table, 'guessed'> {
      if (seen === 0) throw refuseFile('header_only');
      if (rows.length === 0)
        throw new RefusedInput('No row has a value in every column that is needed: choose other columns.');
      const at = Uint32Array.from(lines);
      const named = wanted.map(({ key, option }, k): [string, Column] => [
        key,
        { option, cells: cellsOf[k], lines: at },
      ]);
      return { columns: new Map(named), skipped, rows: Uint32Array.from(rows) };
    },
  };
}
