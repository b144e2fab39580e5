import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { requireChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { filesBelow, inProject, runNode, textOf } from './project.mjs';
import { say, stop } from './say.mjs';

/** `npm test` runs everything; `npm test -- unit [filter]` and `npm test -- e2e [filter]` a part. */
const [part = 'all', ...filter] = process.argv.slice(2);
if (!['all', 'unit', 'e2e'].includes(part))
  stop('Say which part: npm test, npm test -- unit [filter], npm test -- e2e [filter]', 2);

requireNode();
ensureInstalled();
mkdirSync(inProject('.cache'), { recursive: true });

const totals = [];
if (part !== 'e2e') totals.push({ name: 'Unit and contract tests', ...runUnit() });
if (part !== 'unit') totals.push({ name: 'Browser journeys', ...runJourneys() });

for (const { name, passed, failed, skipped, failures, secondTry = [] } of totals) {
  for (const failure of failures) say(`Failed: ${failure}`);
  for (const test of secondTry) say(`Passed only at the second try: ${test}`);
  say(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
}
writeFileSync(inProject('.cache', 'test-totals.json'), JSON.stringify(totals));
process.exit(totals.every(({ failed, code }) => failed === 0 && code === 0) ? 0 : 1);

function runUnit() {
  const report = inProject('.cache', 'unit.json');
  rmSync(report, { force: true });
  const code = runNode([
    inProject('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filter,
  ]);
  const result = readReport(report);
  return {
    code,
    passed: result.numPassedTests ?? 0,
    // A test file that cannot be read has no tests to count.
    failed: Math.max(result.numFailedTests ?? 0, code === 0 ? 0 : 1),
    skipped: (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0),
    failures: failuresOfUnit(result),
  };
}

/** A line or a few each: what failed and the first of what it said. */
function failuresOfUnit({ testResults = [] }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${name}: ${start(message)}`] : [];
    return failed.map((test) => `${name} › ${test.fullName}: ${start(test.failureMessages[0])}`);
  });
}

function runJourneys() {
  const report = inProject('.cache', 'journeys.json');
  rmSync(report, { force: true });
  const journeys = filesBelow(inProject('tests', 'e2e')).some((file) => file.endsWith('.journey.ts'));
  if (!journeys) return { code: 0, passed: 0, failed: 0, skipped: 0, failures: [] };
  const chromium = requireChromium();
  ensureBuilt();
  const code = runNode(
    [
      inProject('node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--config',
      inProject('tests', 'e2e', 'playwright.config.ts'),
      ...filter,
    ],
    { env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  );
  const { stats = {}, suites = [] } = readReport(report);
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = stats;
  const journeysOf = (outcome) => suites.flatMap((suite) => specsOf(suite, outcome));
  return {
    code,
    passed: expected + flaky,
    failed: Math.max(unexpected, code === 0 ? 0 : 1),
    skipped,
    failures: journeysOf('unexpected'),
    secondTry: journeysOf('flaky'),
  };
}

/** The journeys of a suite that ended so, each with the first of what it said. */
function specsOf({ file, specs = [], suites = [] }, outcome) {
  const here = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === outcome)
      .map(
        ({ results }) => `${file} › ${title}: ${start(results.find(({ error }) => error)?.error.message)}`,
      ),
  );
  return [...here, ...suites.flatMap((suite) => specsOf(suite, outcome))];
}

/** The first lines of a message, without colours. */
function start(message = '') {
  return stripVTControlCharacters(message).split('\n').slice(0, 12).join('\n');
}

function readReport(file) {
  const text = textOf(file);
  return text === '' ? {} : JSON.parse(text);
}
