import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';

requireNode();
ensureInstalled();
ensureBuilt();
// In this process, so that signals, exit code and terminal are the server's own.
await import('../dist/server/main.js');
endWithParent();

/** npm starts this through a shell that passes no signal on: without this, stopping npm would leave the server running. */
function endWithParent() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
