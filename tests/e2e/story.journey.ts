import { readFile } from 'node:fs/promises';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { cityFiles, laterThefts } from './incident-file.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test, watch } from './test.ts';

/** An analyst with two years of a city asks all eight questions about one category, keeps an answer, and asks again later. */
test.describe.configure({ mode: 'serial' });

const files = cityFiles();
const real = files.every((file) => file.real);
/** What the importer asks about two categories of the real export. */
const DECISIONS = {
  'Offenses Against Family and Children': 'protected',
  'Prostitution and Commercialized Vice': 'protected',
};
/** Far beyond what any answer takes: times are told, not tested. */
const PATIENCE = 90_000;
const CASE = 'Thefts round the busiest corner';
const NOTE = 'A few places hold a good part of all thefts.';

let context: BrowserContext;
let page: Page;
let expectNothingAmiss: () => void;
let caseAddress = '';
let barsSeen = 0;
const timings: string[] = [];

test.beforeAll(async ({ browser, workbench }) => {
  test.setTimeout(240_000);
  if (!real)
    process.stderr.write('NOTE: the real police exports are absent; made files of their shape are used.\n');
  for (const file of files) {
    const map = real && /incidents/.test(file.name) ? { decisions: DECISIONS } : {};
    expect(await workbench.load(file, file.dataset, map), file.name).toBeGreaterThan(0);
  }
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  expectNothingAmiss = watch(context, workbench);
  page = await context.newPage();
  await makeAccount(page, workbench);
});

test.afterEach(() => expectNothingAmiss());
test.afterAll(async () => {
  process.stderr.write(`From the question to its answer:\n${timings.join('\n')}\n`);
  await context.close();
});

const selected = () => new URL(page.url()).searchParams.get('sel');
const shownCount = () => page.getByTestId('incident-count');
const why = () => page.getByRole('heading', { name: 'Why is this coloured?' });

async function mapIsDrawn() {
  await expect(page.locator('[data-map-idle="true"]')).toBeVisible({ timeout: 60_000 });
}

test('the filter leaves one category of two data sets', async ({ expectAccessible }) => {
  await expect(shownCount()).toContainText('incidents', { timeout: 60_000 });
  const everything = (await shownCount().textContent()) ?? '';
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  for (const name of [/^Thefts/, /^Philadelphia 2023/, /^Philadelphia 2024/])
    await page.locator('label').filter({ hasText: name }).first().click();
  await expect(shownCount()).not.toHaveText(everything);
  if (real) await expect(shownCount()).toContainText('77,477 of');
  await page.getByRole('button', { name: 'Questions', exact: true }).click();
  // The demo area lies far away: whoever narrows the filter is taken to what is left.
  await mapIsDrawn();
  await expectAccessible(page, 'questions about one category');
});

/** Chooses the question in the open panel, reads what is promised and has it answered. */
async function ask(question: string, cannot: RegExp): Promise<void> {
  await page.getByText(question, { exact: true }).click();
  await expect(page.getByText(cannot).filter({ visible: true }).first()).toBeVisible();
  const progress = page.getByRole('progressbar', { name: 'Working out the answer' });
  const heading = page.getByRole('heading', { name: /^Answer( on the map)?$/ });
  await expect(heading).toBeHidden();
  const asked = Date.now();
  await page.getByRole('button', { name: 'Answer this' }).click();
  // A quick answer may be there before anybody could have seen the bar.
  await progress.or(heading).first().waitFor({ timeout: PATIENCE });
  const seen = await progress.isVisible();
  if (seen) barsSeen++;
  const bar = seen ? `progress after ${Date.now() - asked} ms` : 'no time for progress';
  await heading.waitFor({ timeout: PATIENCE });
  timings.push(`  ${question} ${bar}, answer after ${Date.now() - asked} ms`);
}

/** The facts under an answer: which incidents, how many, and what was chosen. */
async function expectFacts(...said: readonly RegExp[]): Promise<void> {
  await expect(
    page.getByText('Thefts · Philadelphia 2023 or Philadelphia 2024', { exact: true }),
  ).toBeVisible();
  await expect(page.getByText('Incidents (n)', { exact: true })).toBeVisible();
  for (const text of said) await expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
}

/** A row of the list goes to its place and says why that is coloured. */
async function openRow(list: string, at: number, explains: RegExp): Promise<void> {
  const grid = page.getByRole('grid', { name: list });
  const row = grid.getByRole('row').nth(at);
  await row.click();
  await expect(grid.locator('[aria-selected="true"]')).toHaveCount(1);
  await expect(why()).toBeVisible();
  await expectExplained(explains);
}

async function expectExplained(explains: RegExp): Promise<void> {
  await expect(page.getByText(explains).filter({ visible: true }).first()).toBeVisible();
}

async function closeCard(): Promise<void> {
  await page.getByRole('button', { name: 'Close' }).last().click();
  await expect.poll(selected).toBeNull();
}

test('where do incidents concentrate?', async () => {
  await ask('Where do incidents concentrate?', /it cannot tell whether that is more than chance/);
  await expect(page.getByText('No incidents: not filled')).toBeVisible();
  await expect(page.getByText(/^Half of [\d,]+ incidents happened in [\d,]+ of [\d,]+ cells/)).toBeVisible();
  await expectFacts(/[\d,]+ squares of [\d.,]+ k?m, together/);
  await openRow('Cells by incidents', 1, /[Ii]ncidents/);
  await closeCard();
});

test('which concentrations are more than chance?', async ({ expectAccessible }) => {
  await ask('Which concentrations are more than chance?', /it cannot tell why/);
  await expect(page.getByText('Could be chance: not filled')).toBeVisible();
  await expect(page.getByText(/^[\d,]+ hotspots?$/)).toBeVisible();
  await expectFacts(/5%, corrected for many cells/, /\d+ hot cells?/);
  await openRow('Hotspots by incidents', 1, /^Rule: a cell is coloured when/);
  await closeCard();
  await clickColouredCell(page.getByRole('button', { name: 'Open a problem case about this hotspot…' }));
  await expectExplained(/^Rule: a cell is coloured when/);
  await expect(page.getByText('Expected there if spread evenly')).toBeVisible();
  await expectAccessible(page, 'hotspots of one category');
});

/** The list has flown there: a cell of the hotspot lies near the middle, but markers lie over cells. */
async function clickColouredCell(card: Locator): Promise<void> {
  await page.waitForTimeout(1500);
  await mapIsDrawn();
  for (const [dx, dy] of [
    [0, 0],
    [40, 0],
    [0, 40],
    [-40, 0],
    [0, -40],
    [60, 60],
    [-60, -60],
    [90, 0],
    [0, 90],
  ] as const) {
    // A marker opens a card too, and leaves the map less room.
    const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
    if (!box) throw new Error('The map has no size.');
    await page.mouse.click(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy);
    await page.waitForTimeout(400);
    if (selected()?.startsWith('cell:') && (await card.isVisible())) break;
  }
  expect(selected()).toMatch(/^cell:/);
  await expect(why()).toBeVisible();
  await expect(card).toBeVisible();
}

test('the answer is taken home with what it is made from', async () => {
  const csv = (await saved(/^CSV/)).toString('utf8').split('\r\n');
  for (const name of ['method', 'parameters', 'filter', 'dataVersion', 'n', 'warnings', 'digest'])
    expect(
      csv.some((line) => line.startsWith(`# ${name}: `)),
      name,
    ).toBe(true);
  const svg = (await saved(/^Map as SVG/)).toString('utf8');
  const told = await page.evaluate((markup) => {
    const file = new DOMParser().parseFromString(markup, 'image/svg+xml');
    return file.querySelector('parsererror') ? '' : (file.querySelector('metadata')?.textContent ?? '');
  }, svg);
  expect(JSON.parse(told)).toMatchObject({
    method: 'local-gi-star',
    filter: { categories: [expect.any(Number)] },
  });
  expect(JSON.parse(told).n).toBe(
    Number(csv.find((line) => line.startsWith('# n: '))?.slice('# n: '.length)),
  );
  expect(svg).toContain('Thefts · Philadelphia 2023 or Philadelphia 2024');
});

async function saved(item: RegExp): Promise<Buffer> {
  await page.getByRole('button', { name: 'Save as…' }).first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ]);
  return readFile(await download.path());
}

test('the answer is kept on a case about the place', async ({ expectAccessible }) => {
  await page.getByRole('button', { name: 'Open a problem case about this hotspot…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill(CASE);
  await dialog
    .getByLabel('Statement')
    .fill('Visitors lose bags and phones, and nobody has changed anything yet.');
  await dialog.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByText(/is open, under Scanning/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep on a case…' }).click();
  await dialog.getByLabel('What does it show?').fill(NOTE);
  await dialog.getByRole('button', { name: /Problem case/ }).click();
  await page.getByRole('option', { name: new RegExp(CASE) }).click();
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText(/^Kept on /)).toBeVisible();
  await expectAccessible(page, 'a kept answer');
});

test('where is it changing?', async () => {
  await ask('Where is it changing?', /it cannot tell why/);
  await expect(page.getByText('More than before')).toBeVisible();
  await expect(page.getByText(/^[\d,]+ incidents in the first period, [\d,]+ in the second/)).toBeVisible();
  await expectFacts(/incidents in \d+ days/, /5%, corrected for many cells/);
  if (real) await openRow('Places that changed', 1, /chance/);
});

test('does one lead to another nearby?', async () => {
  await ask('Does one lead to another nearby?', /it cannot tell that the same person came back/);
  await expect(page.getByRole('table', { name: /^Observed pairs divided by expected pairs/ })).toBeVisible();
  await expect(page.getByText('Followed an earlier one')).toBeVisible();
  await expectFacts(/Manhattan/, /seed 1/);
  await openRow('Chains, the longest first', 1, /chain/);
});

test('when does it happen?', async () => {
  await ask('When does it happen?', /it cannot tell when if nobody knows/);
  await expect(page.getByText(/^The busiest hour of the week is/)).toBeVisible();
  await expectFacts(/America\/New_York|UTC/);
  const hours = page.getByRole('table', { name: 'Incidents by hour of the day and weekday' });
  await hours.getByRole('row').nth(18).getByRole('button').nth(2).click();
  await expect(page.getByRole('heading', { name: 'What happened then?' })).toBeVisible();
  await expect.poll(selected).toBe('cell:w3h17');
});

test('how concentrated is it?', async () => {
  await ask('How concentrated is it?', /it cannot tell why/);
  await expect(page.getByText(/^Half of [\d,]+ incidents happened at/)).toBeVisible();
  await expectFacts(/generalised/);
  await openRow('Places by incidents', 1, /[Ii]ncidents/);
});

test('around which places?', async () => {
  await ask('Around which places?', /it cannot tell that the asset is the cause/);
  await expect(page.getByText('Rings, by kind of asset')).toBeVisible();
  await expectFacts(/to 100, 200,? and 400 m around/, /5%, corrected for many rings/);
  await openRow('Assets by incidents in the first ring', 1, /[Ii]ncidents/);
});

test('which map would have been right?', async () => {
  await ask('Which map would have been right?', /it cannot promise the next/);
  await expect(page.getByText(/would have been right most often/).first()).toBeVisible();
  await expect(page.getByText('Not watched, and nothing happened')).toBeVisible();
  await expectFacts(/Maps saw/, /Held against/);
  await closeCardIfOpen();
  await clickColouredCell(why());
  expect(barsSeen, 'questions that showed how far they were').toBeGreaterThan(0);
});

async function closeCardIfOpen(): Promise<void> {
  if (selected() !== null) await closeCard();
}

test('asked again after a power cut, the kept answer is the same', async ({ workbench }) => {
  await page.getByRole('link', { name: 'Problems' }).click();
  await page.getByRole('link', { name: new RegExp(CASE) }).click();
  await page.getByRole('tab', { name: 'Analysis' }).click();
  await expect(page.getByText(NOTE)).toBeVisible();
  caseAddress = page.url();
  await workbench.kill();
  await workbench.restart();
  await page.goto(caseAddress);
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByText(/the same data give the same answer/)).toBeVisible({ timeout: PATIENCE });
});

test('asked again after more thefts were loaded, it says what is different', async ({
  workbench,
  expectAccessible,
}) => {
  const later = { name: 'later.csv', bytes: laterThefts(300) };
  expect(await workbench.load(later, 'Philadelphia 2024')).toBe(300);
  await page.goto(caseAddress);
  await page.getByRole('button', { name: 'Run again' }).click();
  const difference = page.getByRole('table', { name: 'What is different now' });
  await expect(difference).toBeVisible({ timeout: PATIENCE });
  const row = difference
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'n', exact: true }) });
  const [then, now] = (await row.getByRole('cell').allTextContents()).map((text) =>
    Number(text.replaceAll(',', '')),
  );
  expect(now - then).toBe(300);
  await expectAccessible(page, 'what is different now');
  await page.getByRole('link', { name: 'Open the new answer on the map' }).click();
  await expect(page.getByRole('heading', { name: 'Answer on the map' })).toBeVisible({ timeout: 60_000 });
});
