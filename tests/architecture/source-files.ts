import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file git knows or would add, relative to the folder of the project, with forward slashes. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => file !== '' && existsSync(join(root, file)));
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

export interface Import {
  /** The file that imports. */
  from: string;
  /** As written: './x.ts' or a package. */
  specifier: string;
  /** The imported file of the project; null for a package. */
  to: string | null;
  typeOnly: boolean;
}

const STATIC = /^\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"$]+)['"]/g;
const WORKER = /new URL\(\s*['"](\.[^'"]+\.tsx?)(?:\?[^'"]*)?['"]\s*,\s*import\.meta\.url/g;

/** What a source file imports, types included. Reads the text: there is no parser to keep up to date. */
export function importsOf(file: string, text: string = read(file)): Import[] {
  const code = withoutComments(text);
  const found = [
    ...[...code.matchAll(STATIC)].map((match) => ({
      specifier: match[3],
      typeOnly: match[2] !== undefined || onlyTypes(match[0]),
    })),
    ...[...code.matchAll(DYNAMIC), ...code.matchAll(WORKER)].map((match) => ({
      specifier: match[1],
      typeOnly: false,
    })),
  ];
  return found.map(({ specifier, typeOnly }) => ({
    from: file,
    specifier,
    typeOnly,
    to: specifier.startsWith('.') ? resolve(file, specifier) : null,
  }));
}

/** `import { type A, type B } from` holds nothing but types. */
function onlyTypes(statement: string): boolean {
  const named = /\{([^}]*)\}/.exec(statement)?.[1];
  if (named === undefined || /import\s+[\w*]/.test(statement)) return false;
  const names = named.split(',').filter((name) => name.trim() !== '');
  return names.length > 0 && names.every((name) => name.trim().startsWith('type '));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function resolve(from: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, '');
  return relative(root, join(root, dirname(from), plain)).replaceAll('\\', '/');
}

/** The package of a specifier: '@scope/name/part' is '@scope/name'. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
