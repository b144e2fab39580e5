/** Options of a method on the command line: what `--list` tells of them, and how their text is read. */

import { readNumber } from '../../imports/read-position.ts';
import type { Column } from './column.ts';

export type OptionType =
  | 'number'
  | 'whole number'
  | 'list of numbers'
  | 'choice'
  | 'text'
  | 'column'
  | 'list of columns';

export interface Option<T> {
  readonly type: OptionType;
  readonly about: string;
  readonly unit: string | null;
  /** What may be given, in words. */
  readonly allowed: string;
  readonly required: boolean;
  /** As it is shown and used when the option is left out; null for none. */
  readonly standard: T | null;
  /** Undefined for a text that is not allowed. */
  read(text: string): T | undefined;
}

/** Names a column of the table; its cells are what the method gets. */
export interface ColumnOption<T extends Column | null> extends Option<T> {
  readonly type: 'column';
  /** Columns that are taken, the first that exists, when the option is left out. */
  readonly usual: readonly string[];
  /** Whether a cell may be blank. */
  readonly blanks: boolean;
}

/** Names several columns; the method gets the cells of each, under its name. */
export interface ColumnsOption<T extends readonly NamedColumn[] | null> extends Option<T> {
  readonly type: 'list of columns';
  readonly most: number;
  readonly blanks: boolean;
}

export interface NamedColumn {
  readonly name: string;
  readonly column: Column;
}

export type Options = Readonly<Record<string, Option<unknown>>>;
export type ValuesOf<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never;
};

interface Told {
  readonly about: string;
  readonly unit?: string;
}

interface Limits {
  readonly min?: number;
  readonly max?: number;
  /** Greater than this, not equal. */
  readonly above?: number;
  readonly below?: number;
}

/** Without a standard the option must be given; with null it may be left out. */
type NumberLimits<D> = Told & Limits & { readonly standard?: D };
type MayBeLeftOut<L> = L & { readonly standard: null };

export function number(limits: MayBeLeftOut<NumberLimits<null>>): Option<number | null>;
export function number(limits: NumberLimits<number>): Option<number>;
export function number(limits: NumberLimits<number | null>): Option<number | null> {
  return numeric('number', limits, 'a number', (value) => Number.isFinite(value));
}

export function whole(limits: MayBeLeftOut<NumberLimits<null>>): Option<number | null>;
export function whole(limits: NumberLimits<number>): Option<number>;
export function whole(limits: NumberLimits<number | null>): Option<number | null> {
  return numeric('whole number', limits, 'a whole number', Number.isSafeInteger);
}

function numeric(
  type: 'number' | 'whole number',
  limits: NumberLimits<number | null>,
  what: string,
  isKind: (value: number) => boolean,
): Option<number | null> {
  return {
    ...told(limits),
    type,
    allowed: `${what}${limitsInWords(limits)}`,
    required: limits.standard === undefined,
    standard: limits.standard ?? null,
    read(text) {
      const value = readNumber(text, '.');
      return isKind(value) && isWithin(value, limits) ? value : undefined;
    },
  };
}

type ListLimits<D> = NumberLimits<D> & {
  /** How many numbers; the least when `orMore`. */
  readonly length: number;
  readonly orMore?: boolean;
  readonly ascending?: boolean;
  readonly wholes?: boolean;
  /** The last may be written "inf". */
  readonly open?: boolean;
};

export function numbers(limits: MayBeLeftOut<ListLimits<null>>): Option<readonly number[] | null>;
export function numbers(limits: ListLimits<readonly number[]>): Option<readonly number[]>;
export function numbers(limits: ListLimits<readonly number[] | null>): Option<readonly number[] | null> {
  const { length, orMore = false, ascending = false, wholes = false, open = false } = limits;
  const isKind = wholes ? Number.isSafeInteger : Number.isFinite;
  const words = [
    `${length}${orMore ? ' or more' : ''} ${wholes ? 'whole ' : ''}numbers with commas between them`,
    limitsInWords(limits).trim() && `each ${limitsInWords(limits).trim()}`,
    ascending && 'ascending',
    open && 'the last may be inf',
  ];
  return {
    ...told(limits),
    type: 'list of numbers',
    allowed: words.filter(Boolean).join(', '),
    required: limits.standard === undefined,
    standard: limits.standard ?? null,
    read(text) {
      const parts = text.split(',');
      const values = parts.map((part, i) =>
        open && i === parts.length - 1 && /^\s*inf(inity)?\s*$/i.test(part)
          ? Infinity
          : readNumber(part, '.'),
      );
      const fits = (value: number, i: number) =>
        (isKind(value) || value === Infinity) &&
        (value === Infinity || isWithin(value, limits)) &&
        (!ascending || i === 0 || value > values[i - 1]);
      const isLength = orMore ? values.length >= length : values.length === length;
      return isLength && values.every(fits) ? values : undefined;
    },
  };
}

export function choice<const C extends string>(
  choices: readonly C[],
  { standard, ...rest }: Told & { readonly standard?: NoInfer<C> },
): Option<C> {
  return {
    ...told(rest),
    type: 'choice',
    allowed: choices.join(', '),
    required: standard === undefined,
    standard: standard ?? null,
    read: (text) => choices.find((known) => known === text),
  };
}

/** A number, or one of some words. */
export function numberOr<const C extends string>(
  words: readonly C[],
  limits: Told & Limits & { readonly standard: C; readonly wholes?: boolean },
): Option<number | C> {
  const { standard, wholes = false, ...rest } = limits;
  const read = (wholes ? whole : number)({ ...rest, standard: null });
  return {
    ...told(limits),
    type: read.type,
    allowed: `${words.join(', ')} or ${read.allowed}`,
    required: false,
    standard,
    read: (text) => words.find((known) => known === text) ?? read.read(text) ?? undefined,
  };
}

/** Names a column that the method cannot do without. */
export function column(
  about: string,
  { usual = [], unit, blanks = false }: { usual?: readonly string[]; unit?: string; blanks?: boolean } = {},
): ColumnOption<Column> {
  return { ...columnParts(about, usual, unit), required: true, blanks };
}

export function optionalColumn(
  about: string,
  { usual = [], unit, blanks = false }: { usual?: readonly string[]; unit?: string; blanks?: boolean } = {},
): ColumnOption<Column | null> {
  return { ...columnParts(about, usual, unit), required: false, blanks };
}

export function columns(
  about: string,
  { unit, most = 100, blanks = false }: { unit?: string; most?: number; blanks?: boolean } = {},
): ColumnsOption<readonly NamedColumn[]> {
  return {
    ...told({ about, unit }),
    type: 'list of columns',
    allowed: `1 to ${most} names or numbers of columns of the file, with commas between them`,
    required: true,
    standard: null,
    most,
    blanks,
    read: () => undefined,
  };
}

export function isColumns(option: Option<unknown>): option is ColumnsOption<readonly NamedColumn[]> {
  return option.type === 'list of columns';
}

/** Any words that are not blank. */
export function text(limits: MayBeLeftOut<Told>): Option<string | null>;
export function text(limits: Told & { readonly standard?: string }): Option<string>;
export function text(limits: Told & { readonly standard?: string | null }): Option<string | null> {
  const { standard } = limits;
  return {
    ...told(limits),
    type: 'text',
    allowed: 'a word or words',
    required: standard === undefined,
    standard: standard ?? null,
    read: (words) => (words.trim() === '' ? undefined : words.trim()),
  };
}

function columnParts(about: string, usual: readonly string[], unit: string | undefined) {
  return {
    ...told({ about, unit }),
    type: 'column' as const,
    allowed: 'the name of a column of the file, or its number from 1 on',
    standard: null,
    usual,
    // The cells take the place of the name once the table is read.
    read: () => undefined,
  };
}

export function isColumn(option: Option<unknown>): option is ColumnOption<Column | null> {
  return option.type === 'column';
}

function told({ about, unit }: Told): { about: string; unit: string | null } {
  return { about, unit: unit ?? null };
}

function isWithin(
  value: number,
  { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity }: Limits,
): boolean {
  return value >= min && value <= max && value > above && value < below;
}

function limitsInWords({ min, max, above, below }: Limits): string {
  const from = min !== undefined ? ` from ${min}` : above !== undefined ? ` above ${above}` : '';
  const to = max !== undefined ? ` up to ${max}` : below !== undefined ? ` below ${below}` : '';
  return from + to;
}
