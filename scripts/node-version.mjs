import { stop } from './say.mjs';

/** Whether the packages run on this Node.js: the build tool leaves out 21 and the first releases of 22. */
export function isSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

/** Stops with one clear sentence when the packages do not run on this Node.js. */
export function requireNode() {
  const { node } = process.versions;
  if (isSupported(node)) return;
  stop(
    `Common Ground needs Node.js 20.19 or newer, or 22.12 or newer; this is ${node}. ` +
      'Install one from https://nodejs.org and run the command again.',
  );
}
