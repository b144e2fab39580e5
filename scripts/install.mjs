import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint, inProject, root, textOf } from './project.mjs';
import { say, stop } from './say.mjs';

const stamp = inProject('node_modules', '.installed');

/** Installs the packages of package-lock.json unless they are there already, built for this Node.js. */
export function ensureInstalled() {
  const wanted = wantedInstall();
  if (textOf(stamp) === wanted) return;
  if (!alreadyInstalled()) install();
  writeFileSync(stamp, wanted);
}

function wantedInstall() {
  return fingerprint(
    textOf(inProject('package-lock.json')),
    process.versions.modules,
    process.platform,
    process.arch,
  );
}

/** True when someone ran `npm ci` by hand: same packages, and SQLite loads in this Node.js. */
function alreadyInstalled() {
  const installed = packagesOf(inProject('node_modules', '.package-lock.json'));
  if (installed === null) return false;
  const locked = packagesOf(inProject('package-lock.json'));
  const same = Object.entries(locked).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
  return same && sqliteLoads();
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(textOf(file)).packages : null;
}

function sqliteLoads() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0;
}

function install() {
  say('Installing packages (once; about two minutes, SQLite may be compiled on this machine) …');
  const code = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    ...process.env,
    ...nodeHeaders(),
  });
  if (code !== 0)
    stop(
      'The packages could not be installed; the reason stands above. The first start needs the network, ' +
        'and, where no ready SQLite is offered for this machine, python3, make and a C++ compiler.',
    );
  if (!sqliteLoads())
    stop('SQLite was installed but does not load. Delete the folder node_modules and run the command again.');
}

/**
 * Compiling SQLite needs the headers of this very Node.js: those of another version build without complaint and crash later,
 * and without them the build tool asks the network. So they are named whenever they lie beside the running Node.js.
 */
function nodeHeaders() {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
}

function npm(args, env) {
  const script = process.env.npm_execpath;
  // npm's own standard output goes to the error stream: `cg --json` must print nothing else.
  const options = { cwd: root, env, stdio: ['ignore', process.stderr.fd, 'inherit'] };
  const done = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return done.status ?? 1;
}
