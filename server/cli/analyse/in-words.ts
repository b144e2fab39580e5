/** A plain result as text to be read at a terminal. */

const DIGITS = 6;
/** A table for eyes; all rows are in the JSON. */
const MOST_ROWS = 50;

export function inWords(question: string, result: Readonly<Record<string, unknown>>): string {
  const lines = [question];
  const lists = Object.entries(result).filter(([, value]) => isList(value));
  const columns = sameLength(lists);
  for (const [name, value] of Object.entries(result)) {
    if (columns.some(([column]) => column === name)) continue;
    if (isTable(value))
      lines.push(
        `${name}:`,
        ...shortened(aligned(value.slice(0, MOST_ROWS).map((row) => row.map(word))), value.length),
      );
    else lines.push(`${name}: ${word(value)}`);
  }
  if (columns.length > 0) lines.push(...asTable(columns));
  return lines.join('\n');
}

type Named = [name: string, list: readonly unknown[]];

/** Lists with one entry a row, which belong side by side: those of the most frequent length from three on. */
function sameLength(lists: readonly [string, unknown][]): Named[] {
  const named = lists.filter(
    (entry): entry is Named => isList(entry[1]) && !isTable(entry[1]) && entry[1].length > 2,
  );
  const sizes = named.map(([, { length }]) => length);
  const usual = sizes.find((size) => sizes.filter((other) => other === size).length > 1);
  return named.filter(([, { length }]) => length === usual);
}

function asTable(columns: readonly Named[]): readonly string[] {
  const length = columns[0][1].length;
  const rows = Array.from({ length: Math.min(length, MOST_ROWS) }, (_, i) => [
    String(i + 1),
    ...columns.map(([, list]) => word(list[i])),
  ]);
  const table = aligned([['', ...columns.map(([name]) => name)], ...rows]);
  return shortened(table, length);
}

function shortened(lines: readonly string[], length: number): readonly string[] {
  return length > MOST_ROWS ? [...lines, `  … ${length - MOST_ROWS} more; all of them with --json`] : lines;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0))) ?? [];
  return rows.map((row) => `  ${row.map((cell, k) => cell.padStart(widths[k])).join('  ')}`);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isTable(value: unknown): value is readonly (readonly unknown[])[] {
  return isList(value) && value.length > 0 && value.every((row) => isList(row));
}

function word(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(DIGITS)));
  if (isList(value)) return value.length === 0 ? 'none' : value.map(word).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, member]) => `${key} ${isList(member) ? `[${word(member)}]` : word(member)}`)
      .join(', ');
  return String(value);
}
