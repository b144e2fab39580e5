/** SECURITY.md walks through OWASP ASVS 4.0.3: every requirement of levels 1 and 2 once, each with a verdict that can be checked. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from './source-files.ts';

/** Sections with the numbers in them; what the standard deleted and what only level 3 asks for is left out. */
const SECTIONS = `
1.1.1-7 1.2.1-4 1.4.1 1.4.4-5 1.5.1-4 1.6.1-4 1.7.1-2 1.8.1-2 1.9.1-2 1.10.1 1.11.1-2 1.12.2 1.14.1-6
2.1.1-12 2.2.1-3 2.3.1-3 2.4.1-5 2.5.1-7 2.6.1-3 2.7.1-6 2.8.1-7 2.9.1-3 2.10.1-4
3.1.1 3.2.1-4 3.3.1-4 3.4.1-5 3.5.1-3 3.7.1
4.1.1-3 4.1.5 4.2.1-2 4.3.1-3
5.1.1-5 5.2.1-8 5.3.1-10 5.4.1-3 5.5.1-4
6.1.1-3 6.2.1-6 6.3.1-2 6.4.1-2
7.1.1-4 7.2.1-2 7.3.1 7.3.3-4 7.4.1-3
8.1.1-4 8.2.1-3 8.3.1-8
9.1.1-3 9.2.1-4
10.2.1-2 10.3.1-3
11.1.1-8
12.1.1-3 12.2.1 12.3.1-6 12.4.1-2 12.5.1-2 12.6.1
13.1.1 13.1.3-5 13.2.1-3 13.2.5-6 13.3.1-2 13.4.1-2
14.1.1-4 14.2.1-6 14.3.2-3 14.4.1-7 14.5.1-4`;

const NUMBERS = SECTIONS.trim()
  .split(/\s+/)
  .flatMap((part) => {
    const [, section = '', first = '', last = first] = /^(\d+\.\d+)\.(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    const from = Number(first);
    return Array.from({ length: Number(last) - from + 1 }, (_, i) => `${section}.${from + i}`);
  });

const text = read('SECURITY.md');
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]*) \| ([^|]*) \|$/gm)].map(
  ([, number = '', verdict = '', why = '']) => ({ number, verdict, why }),
);

describe('SECURITY.md', () => {
  it('holds every requirement of levels 1 and 2 once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(NUMBERS);
  });

  it('gives each a verdict and a reason', () => {
    const wrong = rows.filter(
      ({ verdict, why }) => !['met', 'not met', 'n/a'].includes(verdict) || why.trim() === '',
    );
    expect(wrong).toEqual([]);
  });

  it('names what holds each that is met, or says why nothing is needed', () => {
    const bare = rows.filter(
      ({ verdict, why }) => verdict === 'met' && !why.includes('`') && why.length < 25,
    );
    expect(bare).toEqual([]);
    const withFile = rows.filter(({ verdict, why }) => verdict === 'met' && why.includes('`'));
    expect(withFile.length).toBeGreaterThan(rows.filter(({ verdict }) => verdict === 'met').length * 0.9);
  });

  it('names only files that exist', () => {
    const named = [...text.matchAll(/`([\w./-]+\.(?:ts|tsx|mjs|md|html|json)|\.ci\/run)`/g)].map(
      ([, file = '']) => file,
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('says how to report a fault, and who could do harm', () => {
    for (const heading of ['Reporting a weakness', 'Who could do harm', 'What is known to be weak'])
      expect(text).toContain(`## ${heading}`);
  });
});
