import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const inProject = (...parts) => join(root, ...parts);

/** The text of a file, or an empty text when it is not there. */
export function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Every file below a folder, in a fixed order, without the folders that `skip` names. */
export function filesBelow(folder, skip = () => false) {
  if (!existsSync(folder) || skip(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const found = entries.flatMap((entry) => {
    const file = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file, skip) : [file];
  });
  return found.sort();
}

export function fingerprint(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** Runs a script of an installed package, or any Node script, to its end; gives its exit code. */
export function runNode(args, options = {}) {
  const { status, signal } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
  return signal ? 1 : (status ?? 1);
}

/** The same without waiting. */
export function startNode(args, options = {}) {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
}
