import { describe, expect, it } from 'vitest';
import { rooms, violation } from './borders.ts';
import { cycles } from './cycles.ts';
import { importsOf, projectFiles } from './source-files.ts';

/** Without these tests themselves, which hold imports as examples. */
const files = projectFiles().filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith('tests/architecture/'),
);
const sources = files.filter((file) => !file.startsWith('tests/'));
const imports = files.flatMap((file) => importsOf(file));

describe('imports', () => {
  it('stay within the borders of the rooms', () => {
    expect(imports.map(violation).filter((sentence) => sentence !== null)).toEqual([]);
  });

  it('name files that exist', () => {
    const known = new Set(projectFiles());
    const missing = imports.filter(({ to }) => to !== null && !known.has(to));
    expect(missing.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  it('never run in a circle, types included', () => {
    const edges = new Map(sources.map((file) => [file, importsOf(file).flatMap(({ to }) => to ?? [])]));
    expect(cycles(edges)).toEqual([]);
  });

  it('leave tests alone', () => {
    const wrong = imports.filter(({ from, to }) => !from.startsWith('tests/') && to?.startsWith('tests/'));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
});

describe('the scanner itself', () => {
  const scan = (text: string, from = 'client/views/map/x.ts') => importsOf(from, text);
  const wrong = (text: string, from?: string) => scan(text, from).map(violation).filter(Boolean);

  it('sees every way to import', () => {
    const text = [
      "import a from './a.ts';",
      "import type { B } from './b.ts';",
      "import { type C, type D } from './c.ts';",
      "import {\n  e,\n  type F,\n} from './e.ts';",
      "export * from './g.ts';",
      "import './h.css';",
      "const i = await import('./i.ts');",
      "new Worker(new URL('./j.ts', import.meta.url));",
      "// import k from './k.ts';",
      "/* import l from './l.ts'; */",
    ].join('\n');
    expect(scan(text).map(({ to, typeOnly }) => `${to?.slice(17)} ${typeOnly}`)).toEqual([
      'a.ts false',
      'b.ts true',
      'c.ts true',
      'e.ts false',
      'g.ts false',
      'h.css false',
      'i.ts false',
      'j.ts false',
    ]);
  });

  it.each([
    ["import fs from 'node:fs';", 'analysis/a.ts'],
    ["import { x } from '../server/errors.ts';", 'analysis/a.ts'],
    ["import { z } from 'kysely';", 'server/routes/areas.ts'],
    ["import { x } from '../store/areas.ts';", 'server/routes/areas.ts'],
    ["import type { Context } from 'hono';", 'server/domain/stage.ts'],
    ["import { createApp } from '../../server/app.ts';", 'client/api/client.ts'],
    ["import type { Dataset } from '../../server/store/ports.ts';", 'client/api/client.ts'],
    ["import maplibre from 'maplibre-gl';", 'client/views/map/map.tsx'],
    ["import { x } from '../problems/board.tsx';", 'client/views/map/map.tsx'],
    ["import { x } from '../map/scene.ts';", 'client/ui/button.tsx'],
    ["import { x } from '../tests/e2e/test.ts';", 'server/main.ts'],
    ["import sqlite from 'better-sqlite3';", 'server/main.ts'],
  ])('refuses %s in %s', (text, from) => {
    expect(wrong(text, from)).toHaveLength(1);
  });

  it.each([
    ["import type { Api } from '../../server/app.ts';", 'client/api/client.ts'],
    ["import { project } from '../../analysis/projection.ts';", 'client/map/cells.ts'],
    ["import type { Store } from '../store/ports.ts';", 'server/routes/areas.ts'],
    ["import { Kysely } from 'kysely';", 'server/store/areas.ts'],
    ["import { Button } from '../../ui/button.tsx';", 'client/views/map/map.tsx'],
  ])('lets stand %s in %s', (text, from) => {
    expect(wrong(text, from)).toEqual([]);
  });

  it('finds circles, long and short', () => {
    const edges = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a', 'd']],
      ['d', []],
      ['e', ['e']],
    ]);
    expect(cycles(edges)).toEqual([['a', 'b', 'c'], ['e']]);
  });

  it('knows the room of every source file', () => {
    const homeless = sources.filter(
      (file) => file.includes('/') && !rooms.some(({ folder }) => file.startsWith(folder)),
    );
    expect(homeless).toEqual([]);
  });
});
