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
await import('../dist/server/main.js');
