import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { stop } from './say.mjs';

if (process.argv.length === 2)
  stop(
    'Say what to do: npm run -s cg -- import FILE --dataset NAME | analyse METHOD FILE | analyse --list | status --json | link',
    2,
  );
requireNode();
ensureInstalled();
ensureBuilt();
// npm runs this in the project's folder; files are named from where the command was typed.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import('../dist/server/main.js');
