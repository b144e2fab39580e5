import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, read } from './source-files.ts';

const files = projectFiles();
const code = files.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file));
const ROOMS = ['analysis', 'server', 'client', 'data', 'tests', 'bench', 'scripts'];
const FORBIDDEN_FOLDERS = ['shared', 'utils', 'util', 'common', 'types', 'helpers', 'lib', 'misc'];
const LONGEST_FILE = 400;
/** Tests that hold for the whole house or a whole folder and mirror no single file. */
const FREE_TESTS = [
  'tests/architecture/',
  'tests/contract/',
  'tests/e2e/',
  'tests/fixtures/',
  'tests/server/access-matrix.test.ts',
  'tests/server/error-sweep.test.ts',
  'tests/server/every-door.test.ts',
  'tests/server/imports/real-files.test.ts',
  'tests/server/middleware/guards.test.ts',
  'tests/server/precision.test.ts',
  'tests/server/store/kill.test.ts',
];

describe('the house', () => {
  it('has no folder that collects what belongs elsewhere', () => {
    const wrong = files.filter((file) =>
      dirname(file)
        .split('/')
        .some((folder) => FORBIDDEN_FOLDERS.includes(folder)),
    );
    expect(wrong).toEqual([]);
  });

  it('names files and folders in kebab-case', () => {
    const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    const MIGRATION = /^\d{4}_[a-z0-9_]+\.sql$/;
    // Python's own habit: such a name can be imported.
    const PYTHON = /^[a-z0-9_]+\.py$/;
    const wrong = files
      .filter((file) => ROOMS.includes(file.split('/')[0]))
      .filter((file) => !file.startsWith('tests/fixtures/'))
      .filter((file) =>
        file
          .split('/')
          .some(
            (part) =>
              !KEBAB.test(part) && !MIGRATION.test(part) && !PYTHON.test(part) && part !== 'README.md',
          ),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps each test where its source is', () => {
    const known = new Set(files);
    const lost = files
      .filter((file) => /\.test\.tsx?$/.test(file) && !FREE_TESTS.some((folder) => file.startsWith(folder)))
      .filter((file) => {
        const source = file.replace(/^tests\//, '').replace(/\.test\.tsx?$/, '');
        return (
          !['.ts', '.tsx', '.mjs', '.json'].some((ending) => known.has(source + ending)) && !hasFolder(source)
        );
      });
    expect(lost).toEqual([]);
  });

  it('exports by name', () => {
    const allowed = (file: string) => /(^vite|\.)config\.ts$/.test(basename(file));
    const wrong = code.filter((file) => !allowed(file) && /^export default\b/m.test(read(file)));
    expect(wrong).toEqual([]);
  });

  it('reads the environment in server/main.ts alone', () => {
    const running = code.filter((file) => /^(analysis|data|server|client)\//.test(file));
    const wrong = running.filter((file) => file !== 'server/main.ts' && read(file).includes('process.env'));
    expect(wrong).toEqual([]);
  });

  it('lets routes come to problem cases, annotations and commitments by what is in reach alone', () => {
    const wrong = code.filter(
      (file) =>
        file.startsWith('server/routes/') &&
        /\bstore\.(problems|annotations|commitments)\.(get|list)\b/.test(read(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps files short enough to read', () => {
    const long = code.filter((file) => read(file).split('\n').length > LONGEST_FILE + 1);
    expect(long).toEqual([]);
  });

  it('leaves nothing unfinished', () => {
    const marks = /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck)|\b(it|describe|test)\.(only|todo)\(/;
    const wrong = code.filter(
      (file) => file !== 'tests/architecture/house.test.ts' && marks.test(read(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('takes chance and the clock from outside in analysis', () => {
    const wrong = code.filter(
      (file) =>
        /^(analysis|data\/demo)\//.test(file) &&
        /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)/.test(read(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('names no machine and no package registry', () => {
    const machine =
      /(?<![\w.~-])\/(work|root|home\/\w+|tmp\/\w+)\/|(registry|mirror|nexus|artifactory)\.[a-z]+\.[a-z]{2,}/;
    const wrong = files
      .filter((file) => !/\.(png|pmtiles|gz|bin|woff2?)$/.test(file))
      .filter((file) => file !== 'tests/architecture/house.test.ts' && machine.test(read(file)));
    expect(wrong).toEqual([]);
  });
});

/** A test may be about a whole folder, such as all readers of a format. */
function hasFolder(source: string): boolean {
  return files.some((file) => file.startsWith(`${source}/`));
}
