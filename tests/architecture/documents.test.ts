import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, read, root } from './source-files.ts';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'data/README.md',
  'analysis/README.md',
];
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
const app = read('server/app.ts');

describe.each(DOCUMENTS)('%s', (document) => {
  const text = existsSync(join(root, document)) ? read(document) : '';

  it('is there', () => {
    expect(text).not.toBe('');
  });

  it('names only commands that exist', () => {
    const named = [...text.matchAll(/\bnpm (?:run (?:-s |--silent )?)?([a-z][a-z:-]*)/g)].map(
      ([, name]) => name,
    );
    const own = named.filter((name) => !['ci', 'install', 'run'].includes(name));
    expect(own.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('names only commands of cg that exist', () => {
    const named = [...text.matchAll(/\bcg -- ([a-z]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !existsSync(join(root, 'server', 'cli', `${name}.ts`)))).toEqual([]);
  });

  it('names only routes that exist', () => {
    const named = [...text.matchAll(/\/api\/([a-z]+(?:\.json)?)/g)].map(([, name]) => name);
    expect(named.filter((name) => !app.includes(`'/api/${name}'`))).toEqual([]);
  });

  it('points only at files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, link]) => link);
    const folder = document.includes('/') ? document.slice(0, document.lastIndexOf('/')) : '';
    expect(links.filter((link) => !existsSync(join(root, folder, link)))).toEqual([]);
  });
});

describe('documents', () => {
  it('keep the README short', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(151);
  });

  it('list every file of analysis in its README', () => {
    const listed = read('analysis/README.md');
    const files = projectFiles().filter((file) => /^analysis\/[^/]+\.ts$/.test(file));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !listed.includes(file.replace('analysis/', '')))).toEqual([]);
  });

  it('hold every setting of the server', () => {
    const named = [
      ...read('server/config.ts').matchAll(/\b(PORT|HOST|TRUST_PROXY|(?:CG|TLS|OIDC)_[A-Z_]+)\b/g),
    ].map(([name]) => name);
    expect(new Set(named).size).toBeGreaterThan(5);
    expect(named.filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the message catalogue', () => {
  it('is what the source says', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/messages.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  });
});
