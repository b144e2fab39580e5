/** `cg analyse`: any method on a plain table or on counts, without a database. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { AppError } from '../errors.ts';
import { DELIMITERS, type Delimiter } from '../imports/contract.ts';
import { readGiven } from './analyse/arguments.ts';
import { inWords } from './analyse/in-words.ts';
import { listed, listInWords, methodInWords } from './analyse/list.ts';
import type { Method, Result } from './analyse/method.ts';
import { METHODS } from './analyse/methods.ts';
import { plain } from './analyse/plain.ts';
import { readTable, type Table, type TableForm } from './analyse/read-table.ts';
import { RefusedInput, WrongUsage } from './analyse/refusals.ts';

export const ANALYSE_USAGE = `Usage: npm run -s cg -- analyse METHOD [FILE] [options]
       npm run -s cg -- analyse --list [METHOD] [--json]
  Runs a method on a CSV file (plain or .gz), or on counts given as options, without a database.
  --list             names the methods with their parameters, defaults and units
  --json             prints one object
  --delimiter MARK   comma, semicolon, tab or bar; found out when left out
  --no-header        says that the first row is data; found out when left out
  --columns A,B,C    names the columns of a file without a header; metres and dates are known as x, y and date
  --missing WHAT     refuse (the default) or skip: rows without a value that is needed
  Ends with 0 when done, 2 on wrong usage, 3 when the file was refused.`;

export interface AnalyseOutcome {
  code: 0 | 2 | 3;
  text: string;
}

const MARKS: Readonly<Record<string, Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
};

export async function analyseCommand(args: readonly string[]): Promise<AnalyseOutcome> {
  const isJson = args.includes('--json');
  try {
    return { code: 0, text: await answer(args, isJson) };
  } catch (error) {
    const code = error instanceof WrongUsage ? 2 : 3;
    if (!(error instanceof WrongUsage || error instanceof RefusedInput || error instanceof AppError))
      throw error;
    const name = error instanceof AppError ? error.code : code === 2 ? 'wrong_usage' : 'refused_input';
    return { code, text: isJson ? JSON.stringify({ code: name, detail: error.message }) : error.message };
  }
}

async function answer(args: readonly string[], isJson: boolean): Promise<string> {
  const { words, options } = readGiven(args);
  if (options.has('list')) return list(words, isJson);
  const [name, ...files] = words;
  if (name === undefined) throw new WrongUsage(ANALYSE_USAGE);
  const method = methodNamed(name);
  if (options.has('help')) return methodInWords(listed([method])[0]);
  const result = await run(method, files, options);
  return isJson ? JSON.stringify(result) : inWords(method.question, result);
}

function list([name]: readonly string[], isJson: boolean): string {
  const methods = name === undefined ? METHODS : [methodNamed(name)];
  return isJson ? JSON.stringify({ methods: listed(methods) }) : listInWords(methods);
}

function methodNamed(name: string): Method {
  const method = METHODS.find((known) => known.name === name);
  if (method) return method;
  throw new WrongUsage(
    `There is no such method: choose one of ${METHODS.map((known) => known.name).join(', ')}.`,
  );
}

async function run(
  method: Method,
  files: readonly string[],
  options: ReadonlyMap<string, string>,
): Promise<Readonly<Record<string, unknown>>> {
  refuseUnknown(method, options);
  const prepared = method.prepare(options);
  const form = tableForm(options);
  const table = method.readsTable ? await tableOf(method, files, form, prepared.wishes) : null;
  if (table === null && files.length > 0)
    throw new WrongUsage(`${method.name} reads no file: it needs its options alone.`);
  const result = withSkipped(
    withinRange(method, () => prepared.run(table?.columns ?? new Map())),
    table,
  );
  return Object.fromEntries(Object.entries(result).map(([key, value]) => [key, plain(value)]));
}

function refuseUnknown(
  { name, options: known, readsTable }: Method,
  options: ReadonlyMap<string, string>,
): void {
  const allowed = [
    ...Object.keys(known),
    ...(readsTable ? ['delimiter', 'no-header', 'columns', 'missing'] : []),
    'json',
  ];
  for (const option of options.keys())
    if (!allowed.includes(option))
      throw new WrongUsage(
        `${name} has no option --${option}: allowed are ${allowed.map((one) => `--${one}`).join(', ')}.`,
      );
}

function tableForm(options: ReadonlyMap<string, string>): TableForm {
  const mark = options.get('delimiter');
  const delimiter = mark === undefined ? null : (MARKS[mark] ?? DELIMITERS.find((known) => known === mark));
  if (delimiter === undefined)
    throw new WrongUsage(`--delimiter must be one of ${Object.keys(MARKS).join(', ')}.`);
  const missing = options.get('missing') ?? 'refuse';
  if (missing !== 'refuse' && missing !== 'skip') throw new WrongUsage('--missing must be refuse or skip.');
  const names =
    options
      .get('columns')
      ?.split(',')
      .map((name) => name.trim()) ?? null;
  if (names && (names.includes('') || new Set(names).size < names.length))
    throw new WrongUsage('--columns must be different names with commas between them.');
  return { delimiter, names, header: !options.has('no-header'), missing };
}

async function tableOf(
  { name }: Method,
  [file, ...more]: readonly string[],
  form: TableForm,
  wishes: (names: readonly string[]) => ReturnType<ReturnType<Method['prepare']>['wishes']>,
): Promise<Table> {
  if (file === undefined || more.length > 0)
    throw new WrongUsage(`${name} reads one file: cg analyse ${name} FILE [options].`);
  if (!existsSync(file) || !statSync(file).isFile())
    throw new WrongUsage('There is no such file: FILE must be the path of a CSV file.');
  return readTable(createReadStream(file), form, wishes);
}

/** What the code of analysis/ refuses is a parameter that does not fit the others or the data. */
function withinRange(method: Method, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new WrongUsage(`${method.name} cannot run with these options: ${error.message}.`);
  }
}

function withSkipped(result: Result, table: Table | null): Result {
  const warnings = [...(result.warnings ?? [])];
  if (table !== null && table.guessed > 0) warnings.push({ code: 'columns_guessed', value: table.guessed });
  if (table === null || table.skipped === 0) return { ...result, warnings };
  const said = { ...result, warnings: [...warnings, { code: 'rows_skipped', value: table.skipped }] };
  return isByRow(result, table) ? { ...said, rows: table.rows } : said;
}

/** Whether something in the result has one entry a row, so that the numbers of the rows are needed. */
function isByRow(result: Result, { rows }: Table): boolean {
  return Object.values(result).some(
    (value) =>
      typeof value === 'object' && value !== null && 'length' in value && value.length === rows.length,
  );
}
