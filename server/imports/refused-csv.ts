import type { RefusedRow } from '../store/ports.ts';

const UTF8_MARK = '\ufeff';

/**
 * The refused rows of an import as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe in front,
 * which spreadsheets do not show.
 */
export async function* refusedCsv(rows: AsyncIterable<RefusedRow>): AsyncGenerator<string> {
  yield `${UTF8_MARK}line,reason,detail,cells\r\n`;
  for await (const { line, reason, detail, cells } of rows)
    yield `${[String(line), reason, detail, ...cells].map(csvCell).join(',')}\r\n`;
}

export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !isNumber(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function isNumber(text: string): boolean {
  return /^[+-]?\d+([.,]\d+)?$/.test(text);
}
