import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject, runNode, textOf } from './project.mjs';
import { say, stop } from './say.mjs';

/**
 * Writes client/locales/en.json from the texts in the source; with --check only says whether it is up to date.
 * Keys are sorted, so that two people adding texts rarely meet in one line.
 */
const catalogue = inProject('client', 'locales', 'en.json');
const extracted = inProject('.cache', 'messages.json');

mkdirSync(inProject('.cache'), { recursive: true });
const code = runNode([
  inProject('node_modules', '@formatjs', 'cli', 'bin', 'formatjs'),
  'extract',
  'client/**/*.{ts,tsx}',
  '--out-file',
  extracted,
  '--format',
  'simple',
  '--throws',
]);
if (code !== 0) stop('The texts could not be read from the source; the reason stands above.');

const texts = JSON.parse(readFileSync(extracted, 'utf8'));
const sorted = Object.fromEntries(
  Object.keys(texts)
    .sort()
    .map((id) => [id, texts[id]]),
);
const wanted = `${JSON.stringify(sorted, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(catalogue, wanted);
else if (textOf(catalogue) !== wanted)
  stop('client/locales/en.json is not up to date: run `npm run messages` and commit it.');
else say(`client/locales/en.json is up to date: ${Object.keys(sorted).length} texts.`);
