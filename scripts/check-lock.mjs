import { inProject, textOf } from './project.mjs';
import { say, stop } from './say.mjs';

/**
 * What an install silently leaves out of package-lock.json on one machine is missing on all others: every platform package that a
 * native tool names must be locked.
 */
const lock = JSON.parse(textOf(inProject('package-lock.json'))).packages;
const missing = Object.entries(lock).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !isLocked(path, name))
    .map((name) => `${path.replace(/^node_modules\//, '')} needs ${name}`),
);
if (missing.length > 0)
  stop(`package-lock.json lacks platform packages:\n${missing.join('\n')}\nDelete it and install again.`);
say(`package-lock.json is whole: ${Object.keys(lock).length - 1} packages.`);

function isLocked(path, name) {
  if (`${path}/node_modules/${name}` in lock) return true;
  const parent = path.lastIndexOf('/node_modules/');
  return parent === -1 ? `node_modules/${name}` in lock : isLocked(path.slice(0, parent), name);
}
