import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ListedMethod } from '../../../../server/cli/analyse/list.ts';
import { METHODS } from '../../../../server/cli/analyse/methods.ts';
import { analyseCommand } from '../../../../server/cli/analyse.ts';

const readme = readFileSync(new URL('../../../../analysis/README.md', import.meta.url), 'utf8');

/** Files of the table "Methods": the third column of its rows. */
function methodFiles(): string[] {
  const section = /\n## Methods\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && line.includes('.ts`'));
  return rows.flatMap((row) => row.split('|')[3].match(/[\w-]+\.ts/g) ?? []);
}

describe('cg analyse --list', () => {
  it('names every method of analysis/README.md', () => {
    expect(methodFiles().length).toBeGreaterThan(1);
    const run = new Set(METHODS.flatMap(({ files }) => files));
    expect(methodFiles().filter((file) => !run.has(file))).toEqual([]);
  });

  it('runs files that exist, under names of their own', () => {
    for (const file of METHODS.flatMap(({ files }) => files))
      readFileSync(new URL(`../../../../analysis/${file}`, import.meta.url));
    const names = METHODS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('tells parameters, defaults and units', async () => {
    const { code, text } = await analyseCommand(['--list', '--json']);
    expect(code).toBe(0);
    const { methods }: { methods: ListedMethod[] } = JSON.parse(text);
    expect(methods.map(({ name }) => name)).toEqual(METHODS.map(({ name }) => name));
    const nearRepeat = methods.find(({ name }) => name === 'near-repeat');
    expect(nearRepeat).toMatchObject({ input: 'table', question: expect.stringMatching(/\?$/) });
    expect(nearRepeat?.parameters).toContainEqual({
      name: 'days',
      type: 'list of numbers',
      about: 'edges of the time bands',
      unit: 'days',
      default: [0, 7, 14, 21, 28],
      required: false,
      allowed: expect.stringContaining('ascending'),
    });
    expect(methods.find(({ name }) => name === 'weighted-displacement')?.input).toBe('options');
    for (const { question, parameters } of methods) {
      expect(question).toMatch(/\?$/);
      for (const { about, allowed } of parameters) expect(about.length * allowed.length).toBeGreaterThan(0);
    }
  });

  it('takes its own defaults', () => {
    for (const { options } of METHODS)
      for (const [name, { standard, read, type }] of Object.entries(options))
        if (standard !== null && !type.includes('column'))
          expect(read(String(standard)), name).toEqual(standard);
  });

  it('is readable, also for one method', async () => {
    const { text } = await analyseCommand(['--list', 'near-repeat']);
    expect(text).toMatch(/^near-repeat FILE: Does one incident/);
    expect(text).toContain('--space  edges of the space bands');
    expect((await analyseCommand(['near-repeat', '--help'])).text).toBe(text);
    expect((await analyseCommand(['--list', 'nothing'])).code).toBe(2);
  });
});
