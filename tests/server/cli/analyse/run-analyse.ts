import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { analyseCommand } from '../../../../server/cli/analyse.ts';

const folder = mkdtempSync(join(tmpdir(), 'common-ground-analyse-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A table as a file; rows may be given as lists. */
export function tableFile(text: string | Buffer | readonly (readonly unknown[])[]): string {
  const path = join(folder, `table-${files++}.csv`);
  const isRows = typeof text !== 'string' && !Buffer.isBuffer(text);
  writeFileSync(path, isRows ? `${text.map((row) => row.join(',')).join('\n')}\n` : text);
  return path;
}

/** `Result` of a command line that must work; the words are cut at blanks. */
export async function analysed(line: string, ...files: string[]) {
  const [method, ...options] = line.split(/\s+/).filter(Boolean);
  const { code, text } = await analyseCommand([method, ...files, ...options, '--json']);
  expect(code, text).toBe(0);
  return JSON.parse(text);
}

/** Code and message of a command line that must fail. */
export async function failed(line: string, ...files: string[]) {
  const [method, ...options] = line.split(/\s+/).filter(Boolean);
  const { code, text } = await analyseCommand([method, ...files, ...options]);
  expect(code, text).not.toBe(0);
  return { code, text };
}

/** Near to so many digits after the point, entry by entry; null stands for not defined. */
export function near(actual: readonly (number | null)[], expected: readonly (number | null)[], digits = 6) {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    if (value === null) expect(actual[i], `entry ${i}`).toBeNull();
    else expect(actual[i], `entry ${i}`).toBeCloseTo(value, digits);
  });
}
