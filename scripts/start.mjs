import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';

requireNode();
ensureInstalled();
ensureBuilt();
// In this process, so that signals, exit code and terminal are the server's own.
await import('../dist/server/main.js');
