import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inProject, textOf } from './project.mjs';
import { say, stop } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium for the journeys; installs Debian's when it may, else stops and says what is missing. */
export function requireChromium() {
  return findChromium() ?? installChromium() ?? stop(missing());
}

function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : stop(`CHROMIUM_PATH names ${named}, which is not there.`);
  return NAMES.map(onPath).find(Boolean) ?? [...PLACES, playwrightsOwn()].find(existsSync) ?? null;
}

function onPath(name) {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.split(/\r?\n/)[0].trim() : null;
}

function playwrightsOwn() {
  const require = createRequire(inProject('package.json'));
  return require('@playwright/test').chromium.executablePath();
}

function installChromium() {
  const debian = /^ID(_LIKE)?=.*debian/m.test(textOf('/etc/os-release'));
  if (!debian || process.getuid?.() !== 0) return null;
  say('Installing Chromium from Debian for the browser journeys …');
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  } catch {
    return null;
  }
  return findChromium();
}

function missing() {
  return (
    'The browser journeys need Chromium, and none was found. Install it (Debian: apt-get install chromium) ' +
    'or set CHROMIUM_PATH to its program, then run the command again. `npm test -- unit` runs without it.'
  );
}
