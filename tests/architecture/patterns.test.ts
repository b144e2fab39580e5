/**
 * No pattern of ours takes more than a moment on any text (catastrophic backtracking). Each is tried on long texts made
 * from texts that fit it, with a part repeated fifty thousand times and an end that does not fit.
 */
import { createContext, Script } from 'node:vm';
import fc from 'fast-check';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { projectFiles, read } from './source-files.ts';

const REPEATS = 50_000;
/** Linear work takes less than a millisecond, quadratic a second, exponential for ever. */
const MOST_MS = 400;

interface Pattern {
  source: string;
  flags: string;
}

/** The regular expressions of a file, and those given to RegExp as one text. */
function patternsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const { program } = parseSync(file, read(file));
  JSON.stringify(program, (_, node: unknown) => {
    if (typeof node === 'object' && node !== null && 'regex' in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ source: pattern, flags });
    }
    return typeof node === 'bigint' ? null : node;
  });
  return found;
}

const places = projectFiles()
  .filter((file) => /^(server|analysis|client|data)\/.*\.tsx?$/.test(file))
  .flatMap((file) => patternsOf(file).map((pattern) => ({ file, ...pattern })));
const patterns = [...new Map(places.map((place) => [`/${place.source}/${place.flags}`, place])).values()];

/** Texts that fit, as far as they can be made up. */
function fitting({ source, flags }: Pattern): string[] {
  try {
    const texts = fc.stringMatching(new RegExp(source, flags.replace(/[gy]/g, '')), { size: 'small' });
    return fc.sample(texts, { numRuns: 6, seed: 1 });
  } catch {
    return [];
  }
}

/** Single characters that the pattern speaks of, and some it may mean by a class. */
const lettersOf = ({ source }: Pattern) => [
  ...new Set([...source.replace(/\\./g, ''), ...'a0 \t\n-.,;:"\'<>/=_(é']),
];

function* attacks(pattern: Pattern): Generator<string> {
  for (const letter of lettersOf(pattern)) yield `${letter.repeat(REPEATS)}\u0001`;
  for (const text of fitting(pattern)) {
    const parts = new Set<string>();
    for (let start = 0; start < Math.min(text.length, 12); start++)
      for (let length = 1; length <= 3; length++) parts.add(`${start}:${length}`);
    for (const part of parts) {
      const [start = 0, length = 0] = part.split(':').map(Number);
      const repeated = text.slice(start, start + length).repeat(REPEATS / length);
      yield `${text.slice(0, start)}${repeated}${text.slice(start + length)}\u0001`;
    }
  }
}

const sandbox = createContext({ text: '', pattern: /x/ });
const script = new Script('pattern.lastIndex = 0; pattern.test(text)');

/** Whether the pattern is done with the text within its time. */
function isQuick({ source, flags }: Pattern, text: string): boolean {
  Object.assign(sandbox, { text, pattern: new RegExp(source, flags) });
  try {
    script.runInContext(sandbox, { timeout: MOST_MS });
    return true;
  } catch {
    return false;
  }
}

/** On a busy machine one try may be late. */
const isSlow = (pattern: Pattern, text: string) => !isQuick(pattern, text) && !isQuick(pattern, text);

describe('patterns', () => {
  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(100);
  });

  it('take no more than a moment on any text', { timeout: 300_000 }, () => {
    const slow = patterns.flatMap((pattern) => {
      for (const text of attacks(pattern))
        if (isSlow(pattern, text))
          return [`${pattern.file} /${pattern.source}/ on ${JSON.stringify(text.slice(0, 40))}`];
      return [];
    });
    expect(slow).toEqual([]);
  });

  it.each([
    ['exponential', /^(a+)+$/],
    ['quadratic', /\s+$/],
  ])('would be found: %s', (_, { source, flags }) => {
    const pattern = { source, flags };
    expect([...attacks(pattern)].some((text) => isSlow(pattern, text))).toBe(true);
  });
});
