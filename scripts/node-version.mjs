import { stop } from './say.mjs';

const NEEDED = [20, 19];

/** Stops with one clear sentence when this Node.js is too old for the packages. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
  if (!enough)
    stop(
      `Common Ground needs Node.js ${NEEDED.join('.')} or newer; this is ${process.versions.node}. ` +
        'Install a newer one from https://nodejs.org and run the command again.',
    );
}
