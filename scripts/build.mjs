import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { filesBelow, fingerprint, inProject, root, runNode, textOf } from './project.mjs';
import { say, stop } from './say.mjs';

const stamp = inProject('dist', '.built');
const SOURCE_FOLDERS = ['analysis', 'client', 'data', 'server'];
const SOURCE_FILES = ['vite.config.ts', 'tsconfig.base.json', 'package-lock.json'];
const vite = inProject('node_modules', 'vite', 'bin', 'vite.js');

/** Builds client and server unless the last build was of these very sources. */
export function ensureBuilt() {
  const wanted = sourceState();
  if (textOf(stamp) === wanted) return;
  say('Building the workbench …');
  rmSync(stamp, { force: true });
  build();
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(stamp, wanted);
}

function build() {
  for (const args of [['build'], ['build', '--ssr']]) {
    const code = runNode([vite, ...args, '--logLevel', 'warn'], {
      stdio: ['ignore', process.stderr.fd, 'inherit'],
    });
    if (code !== 0) stop('The build failed; the reason stands above.');
  }
}

/** The database lies in data/local by default; it is no source. */
const isData = (folder) => folder === inProject('data', 'local');

/** Contents, not dates: a fresh checkout of the same sources is the same build. */
function sourceState() {
  const files = SOURCE_FOLDERS.flatMap((folder) => filesBelow(inProject(folder), isData));
  const all = [...files, ...SOURCE_FILES.map((file) => inProject(file))];
  const contents = all.flatMap((file) => [file.slice(root.length), readFileSync(file)]);
  return fingerprint(process.version, ...contents);
}
