import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { inProject, startNode } from './project.mjs';
import { say } from './say.mjs';

requireNode();
ensureInstalled();
say(
  `The server, restarted on change, answers on port ${process.env.PORT || 4310}; open the client at http://localhost:5173 ` +
    '(a sign-in link too, with this port in place of the other).',
);

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
