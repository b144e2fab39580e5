import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { inProject, startNode } from './project.mjs';
import { say } from './say.mjs';

requireNode();
ensureInstalled();
say('Server: http://127.0.0.1:4310 (or PORT), restarted on change. Client: http://localhost:5173.');

const parts = [
  startNode([
    inProject('node_modules', 'tsx', 'dist', 'cli.mjs'),
    'watch',
    '--clear-screen=false',
    'server/main.ts',
  ]),
  startNode([inProject('node_modules', 'vite', 'bin', 'vite.js')]),
];
const endAll = (signal) => {
  for (const part of parts) part.kill(signal);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endAll(signal));
for (const part of parts)
  part.on('exit', (code) => {
    process.exitCode ||= code ?? 0;
    endAll('SIGTERM');
  });
