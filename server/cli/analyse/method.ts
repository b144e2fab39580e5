/** One method of the command line: what it asks, what it needs, and how it runs the code of analysis/. */
import type { Warning } from '../../../analysis/warning.ts';
import { isUnnamed, NAME_COLUMNS } from './bare-table.ts';
import type { Column } from './column.ts';
import { isColumn, isColumns, type Option, type Options, type ValuesOf } from './option.ts';
import type { Wish } from './read-table.ts';
import { WrongUsage } from './refusals.ts';

/** Plain values, arrays and typed arrays; NaN stands for "not defined". Warnings have one form in all methods. */
export type Result = Readonly<Record<string, unknown>> & { readonly warnings?: readonly Warning[] };

export interface Method {
  readonly name: string;
  readonly question: string;
  /** Files of analysis/ whose methods it runs. */
  readonly files: readonly string[];
  readonly options: Options;
  /** Whether it reads a file; else all it needs are its options. */
  readonly readsTable: boolean;
  /** Checks what was given before anything is read. */
  prepare(given: ReadonlyMap<string, string>): Prepared;
}

export interface Prepared {
  /** Columns of a file with these names that it reads. */
  wishes(names: readonly string[]): Wish[];
  run(columns: ReadonlyMap<string, Column>): Result;
}

interface Definition<O extends Options> {
  readonly name: string;
  readonly question: string;
  readonly files: readonly string[];
  readonly options: O;
  readonly run: (values: ValuesOf<O>) => Result;
}

export function defineMethod<O extends Options>({ run, ...rest }: Definition<O>): Method {
  const { options, name } = rest;
  return {
    ...rest,
    readsTable: Object.values(options).some((option) => isColumn(option) || isColumns(option)),
    prepare(given) {
      const values = readValues(name, options, given);
      const lists = listsOf(name, options, given);
      return {
        wishes: (names) =>
          eitherPosition([...wishesOf(options, given), ...lists.flatMap(wishesOfList)], names),
        run: (cells) => {
          const single = Object.keys(options).flatMap((option) =>
            isColumn(options[option]) ? [[option, cells.get(option) ?? null]] : [],
          );
          const many = lists.map(({ option, names }) => [
            option,
            names.flatMap((column) => {
              const found = cells.get(keyOf(option, column));
              return found ? [{ name: column, column: found }] : [];
            }),
          ]);
          // Every option was read by its own reader and every column is there: the record has the types of O.
          return run({ ...values, ...Object.fromEntries([...single, ...many]) } as ValuesOf<O>);
        },
      };
    },
  };
}

interface List {
  readonly option: string;
  readonly names: readonly string[];
  readonly blanks: boolean;
}

function wishesOf(options: Options, given: ReadonlyMap<string, string>): Wish[] {
  return Object.entries(options).flatMap(([option, kind]) => {
    if (!isColumn(kind)) return [];
    const { usual, required, blanks } = kind;
    return [{ key: option, option, named: given.get(option) ?? null, usual, required, blanks }];
  });
}

function listsOf(method: string, options: Options, given: ReadonlyMap<string, string>): List[] {
  return Object.entries(options).flatMap(([option, kind]) => {
    if (!isColumns(kind)) return [];
    const text = given.get(option);
    if (text === undefined)
      throw new WrongUsage(`${method} needs --${option}: ${kind.about}. Allowed: ${kind.allowed}.`);
    const names = text.split(',').map((name) => name.trim());
    if (names.length > kind.most || new Set(names).size < names.length || names.includes(''))
      throw new WrongUsage(`--${option} must be ${kind.allowed}, each once.`);
    return [{ option, names, blanks: kind.blanks }];
  });
}

function wishesOfList({ option, names, blanks }: List): Wish[] {
  return names.map((named) => ({
    key: keyOf(option, named),
    option,
    named,
    usual: [],
    required: true,
    blanks,
  }));
}

const keyOf = (option: string, column: string) => `${option}=${column}`;

function readValues(
  method: string,
  options: Options,
  given: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(options))
    if (!isColumn(option) && !isColumns(option))
      values[name] = readValue(method, name, option, given.get(name));
  return values;
}

function readValue(method: string, name: string, option: Option<unknown>, text: string | undefined): unknown {
  if (text === undefined) {
    if (option.required)
      throw new WrongUsage(`${method} needs --${name}: ${option.about}. Allowed: ${option.allowed}.`);
    return option.standard;
  }
  const value = option.read(text);
  if (value === undefined) throw new WrongUsage(`--${name} must be ${option.allowed}.`);
  return value;
}

/** Positions stand in x and y or in lon and lat: only the pair that was meant is read, and that one is needed. */
function eitherPosition(wishes: Wish[], names: readonly string[]): Wish[] {
  const isNamed = (...pair: string[]) =>
    wishes.some(({ option, named }) => pair.includes(option) && named !== null);
  if (!wishes.some(({ option }) => option === 'lon')) return wishes;
  const metres = isNamed('x', 'y');
  const degrees = isNamed('lon', 'lat');
  if (metres && degrees) throw new WrongUsage('Give --x and --y, or --lon and --lat, not both.');
  const has = (name: string) => names.some((other) => other.toLowerCase() === name);
  const chosen = degrees || (!metres && !(has('x') && has('y'))) ? ['lon', 'lat'] : ['x', 'y'];
  if (!metres && !degrees && chosen[0] === 'lon' && !isUsual(wishes, names))
    throw new WrongUsage(
      `Say where positions stand: --x and --y in metres, or --lon and --lat in degrees${isUnnamed(names) ? `; ${NAME_COLUMNS}` : ''}.`,
    );
  return wishes
    .filter(({ option }) => !['x', 'y', 'lon', 'lat'].includes(option) || chosen.includes(option))
    .map((wish) => (chosen.includes(wish.option) ? { ...wish, required: true } : wish));
}

function isUsual(wishes: readonly Wish[], names: readonly string[]): boolean {
  const lower = names.map((name) => name.toLowerCase());
  return ['lon', 'lat'].every((pair) =>
    wishes.some(({ option, usual }) => option === pair && usual.some((name) => lower.includes(name))),
  );
}
