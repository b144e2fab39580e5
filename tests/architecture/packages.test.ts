import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { importsOf, packageOf, projectFiles, read, root } from './source-files.ts';

interface Locked {
  license?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

const LICENCES =
  'MIT ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 MPL-2.0 CC0-1.0 Unlicense EDL-1.0 BSL-1.0'.split(
    ' ',
  );
/** MIT by its README; the package does not say so in the field. */
const UNSTATED = ['node_modules/@mapbox/jsonlint-lines-primitives'];
/** The picture library under sharp: linked while running, unchanged and replaceable, which is what the LGPL asks. */
const LINKED = /^node_modules\/@img\/sharp-/;

describe('packages', () => {
  it('come under licences that fit Apache-2.0', () => {
    const wrong = packages.filter(
      ([path, { license }]) =>
        !UNSTATED.includes(path) &&
        !alternatives(license).some((all) => all.every((one) => isFit(path, one))),
    );
    expect(wrong.map(([path, { license }]) => `${path}: ${license ?? 'no licence'}`)).toEqual([]);
  });

  it('are locked for every platform', () => {
    for (const tool of ['@biomejs/biome', 'lightningcss', 'rolldown']) {
      const named = Object.keys(lock.packages[`node_modules/${tool}`].optionalDependencies ?? {});
      expect(named.length, tool).toBeGreaterThan(4);
      expect(named.filter((name) => !(`node_modules/${name}` in lock.packages))).toEqual([]);
    }
    expect(spawnSync(process.execPath, ['scripts/check-lock.mjs'], { cwd: root }).status).toBe(0);
  });

  it('are locked without the address they came from', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('are declared when they are imported', () => {
    const declared = { ...manifest.dependencies, ...manifest.devDependencies };
    const undeclared = projectFiles()
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('tests/architecture/'))
      .flatMap((file) => importsOf(file))
      .filter(({ specifier }) => !/^(\.|node:|virtual:|\/)/.test(specifier))
      .filter(({ specifier, typeOnly }) => !isDeclared(packageOf(specifier), typeOnly));
    expect(undeclared.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);

    /** Types of a package may come along with those of another; they are gone once built. */
    function isDeclared(name: string, typeOnly: boolean): boolean {
      return name in declared || `@types/${name}` in declared || (typeOnly && isLocked(`@types/${name}`));
    }
  });

  it('of the running server are no development packages', () => {
    const wrong = projectFiles()
      .filter((file) => /^(analysis|server|data|client)\/.*\.tsx?$/.test(file))
      .flatMap((file) => importsOf(file))
      .filter(({ specifier, typeOnly }) => !typeOnly && packageOf(specifier) in manifest.devDependencies);
    expect(wrong.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });
});

function isFit(path: string, licence: string): boolean {
  return LICENCES.includes(licence) || (licence === 'LGPL-3.0-or-later' && LINKED.test(path));
}

function isLocked(name: string): boolean {
  return `node_modules/${name}` in lock.packages;
}

/** '(MIT OR Apache-2.0)' leaves the choice; of 'Apache-2.0 AND BSL-1.0' both hold. */
function alternatives(license: string | undefined): string[][] {
  const plain = (license ?? '').replace(/[()]/g, '');
  return plain.split(' OR ').map((all) => all.split(' AND '));
}
