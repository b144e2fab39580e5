import type { BrowserContext, Page } from '@playwright/test';
import { areaFile, assetFile, dropFile, incidentFile } from './incident-file.ts';
import { fillScanning } from './scanning.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test, watch } from './test.ts';

/** The main job from a dropped export to a problem case that survives a power cut, by one person in one go. */
test.describe.configure({ mode: 'serial' });

const incidents = incidentFile();
const number = (value: number) => value.toLocaleString('en-GB');
let context: BrowserContext;
let page: Page;
let expectNothingAmiss: () => void;
let caseAddress = '';

test.beforeAll(async ({ browser, workbench }) => {
  if (!incidents.real)
    process.stderr.write('NOTE: the real police export is absent; a made file of its shape is used.\n');
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  expectNothingAmiss = watch(context, workbench);
  page = await context.newPage();
  await makeAccount(page, workbench);
});

test.afterEach(() => expectNothingAmiss());
test.afterAll(async () => context.close());

const shownCount = () => page.getByTestId('incident-count');
const theMap = () => page.locator('canvas.maplibregl-canvas');

async function mapIsDrawn() {
  await expect(theMap()).toBeVisible();
  await expect(page.locator('[data-map-idle="true"]')).toBeVisible({ timeout: 60_000 });
}

test('the workbench opens on the demo area', async ({ expectAccessible }) => {
  await expect(page.getByText('Fictional demo').first()).toBeVisible();
  await expect(shownCount()).toContainText('40,000 of 40,000 incidents', { timeout: 60_000 });
  await mapIsDrawn();
  await expectAccessible(page, 'map of the demo area');
});

test('a dropped export is understood, put to the user and stored', async ({ expectAccessible }) => {
  test.setTimeout(240_000);
  await dropFile(page, incidents);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: `Rows read ${number(incidents.rows)}` })).toBeVisible({
    timeout: 90_000,
  });
  await expect(dialog.getByText(/protected categories will be refused/)).toBeVisible();
  if (incidents.real) await dialog.getByRole('button', { name: 'Refuse all of them' }).click();
  const load = dialog.getByRole('button', { name: /^Load [\d,]+ rows/ });
  await expect(load).toBeEnabled({ timeout: 90_000 });
  await expectAccessible(page, 'import preview');
  await load.click();
  await expect(dialog.getByText(new RegExp(`^${number(incidents.rows)} rows:`))).toBeVisible({
    timeout: 120_000,
  });
  await expect(
    dialog.getByRole('row', { name: new RegExp(`protected category.* ${number(incidents.refused)}`) }),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Show on the map' }).click();
  await expect(shownCount()).toContainText(
    `${number(incidents.rows - incidents.refused)} of ${number(incidents.rows - incidents.refused + 40_000)} incidents`,
    { timeout: 60_000 },
  );
  await mapIsDrawn();
});

test('areas and assets come the same way', async () => {
  for (const file of [areaFile(), assetFile()]) {
    await dropFile(page, file);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Load [\d,]+/ }).click({ timeout: 60_000 });
    await expect(dialog.getByText(new RegExp(`^${file.rows} rows:`))).toBeVisible({ timeout: 60_000 });
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(dialog).toBeHidden();
  }
});

test('a category and a period narrow every number on the screen', async ({ expectAccessible }) => {
  const before = await shownCount().textContent();
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page
    .locator('label')
    .filter({ hasText: /^Thefts/ })
    .first()
    .click();
  await expect(shownCount()).not.toHaveText(before ?? '');
  const thefts = await shownCount().textContent();
  await expectAccessible(page, 'filters');
  await page.getByRole('button', { name: 'Filters', exact: true }).click();

  const strip = await page.getByRole('img', { name: /^Incidents over time/ }).boundingBox();
  if (!strip) throw new Error('The time strip is not there.');
  await page.mouse.move(strip.x + strip.width * 0.4, strip.y + strip.height / 2);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.5, strip.y + strip.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(shownCount()).not.toHaveText(thefts ?? '');
  expect(page.url()).toContain('categories=');
  expect(page.url()).toContain('from=');
  const brushed = await shownCount().textContent();
  await page.getByRole('slider').last().focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(shownCount()).not.toHaveText(brushed ?? '');
  await page.getByRole('button', { name: 'Show all times' }).click();
  await expect(shownCount()).toHaveText(thefts ?? '');
});

test('where do incidents concentrate: a surface with its unit', async ({ expectAccessible }) => {
  await page.getByRole('button', { name: 'Questions', exact: true }).click();
  await page.locator('label', { hasText: 'Kernel density' }).click();
  await page.getByRole('button', { name: 'Answer this' }).click();
  await expect(page.getByText('Incidents per km²')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Kernel density, version/)).toBeVisible();
  await mapIsDrawn();
  await expectAccessible(page, 'density');
});

test('which concentrations are more than chance: hotspots, and why a cell is coloured', async ({
  expectAccessible,
}) => {
  await page.getByText('Which concentrations are more than chance?').click();
  await page.getByRole('button', { name: 'Answer this' }).click();
  const list = page.getByRole('grid', { name: 'Hotspots by incidents' });
  await expect(list).toBeVisible({ timeout: 60_000 });
  await mapIsDrawn();
  await expectAccessible(page, 'hotspots');
  await list.getByRole('rowheader').or(list.getByRole('gridcell')).first().click();
  await mapIsDrawn();
  await page.waitForTimeout(1500);
  const box = await theMap().boundingBox();
  if (!box) throw new Error('The map has no size.');
  const inspector = page.getByRole('complementary');
  for (const [x, y] of [
    [0.5, 0.5],
    [0.45, 0.5],
    [0.55, 0.45],
    [0.5, 0.6],
    [0.4, 0.4],
    [0.6, 0.6],
  ]) {
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
    await page.waitForTimeout(400);
    if (/sel=cell/.test(page.url())) break;
  }
  expect(page.url()).toMatch(/sel=cell/);
  await expect(page.getByText('Expected there if spread evenly')).toBeVisible();
  await expect(page.getByText(/^Rule: a cell is coloured when/)).toBeVisible();
  expect(inspector).toBeTruthy();
});

/** By typed coordinates, as somebody without a mouse draws. */
async function drawSquare([lon, lat]: readonly [number, number], half: number) {
  const positions = page.getByLabel('Positions');
  if (!(await positions.isVisible())) await page.getByText('Type coordinates instead').click();
  await page.getByRole('button', { name: /Shape$/ }).click();
  await page.getByRole('option', { name: 'Polygon' }).click();
  const corners = [
    [lon - half, lat - half],
    [lon + half, lat - half],
    [lon + half, lat + half],
    [lon - half, lat + half],
  ];
  await positions.fill(corners.map(([x, y]) => `${x.toFixed(5)}, ${y.toFixed(5)}`).join('\n'));
  await page.getByRole('button', { name: 'Put on the map' }).click();
}

test('a drawn polygon becomes a note and a problem case with linked incidents', async ({
  expectAccessible,
}) => {
  await page.getByRole('button', { name: 'Draw', exact: true }).click();
  await drawSquare(incidents.centre, 0.01);
  await page.getByLabel('Keep it as a note').fill('Bags are left open on café chairs here.');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByText('Bags are left open on café chairs here.').first()).toBeVisible();

  await drawSquare(incidents.centre, 0.008);
  await page.getByRole('button', { name: 'Open a problem case…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Thefts round the central square');
  await dialog
    .getByLabel('Statement')
    .fill('Visitors lose bags and phones at the tables outside, mostly in the evening.');
  await expect(dialog.getByText(/[1-9][\d,]* incidents linked now/)).toBeVisible();
  await expectAccessible(page, 'new problem case');
  await dialog.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByText(/is open, under Scanning/)).toBeVisible();
  await page.getByRole('button', { name: 'Go to the case' }).click();
  await expect(page.getByRole('heading', { name: 'Thefts round the central square' })).toBeVisible();
  caseAddress = page.url();
  await expectAccessible(page, 'case page');
});

test('the case moves to Analysis once its gate lets it, with a reason that its history keeps', async ({
  expectAccessible,
}) => {
  await page.getByRole('link', { name: 'Problems' }).click();
  await expect(page.getByRole('heading', { name: 'Scanning' })).toBeVisible();
  await expectAccessible(page, 'problems board');
  await page.goto(caseAddress);
  await expect(page.getByText(/things are missing for Analysis/)).toBeVisible();
  await fillScanning(page, caseAddress);
  await page.reload();
  await page.getByRole('button', { name: /^Move or delete/ }).click();
  await page.getByRole('menuitem', { name: /Analysis/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/More than one kind of source/).fill('The walk is next week.');
  await dialog.getByLabel('Why now?').fill('The committee chose it on Tuesday.');
  await dialog.getByRole('button', { name: 'Move to Analysis' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText('The committee chose it on Tuesday.')).toBeVisible();
  await expect(page.getByText('From Scanning to Analysis')).toBeVisible();
});

test('a colleague opens the copied address and sees the same view', async ({ workbench }) => {
  const address = `${workbench.url}/?at=-31.00019,24.00018,13.2&from=2024-01-01T00:00:00Z&to=2024-07-01T00:00:00Z&layers=-assets&panel=table`;
  await page.goto(address);
  await mapIsDrawn();
  const count = await shownCount().textContent();
  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByTestId('incident-count')).toHaveText(count ?? '', { timeout: 60_000 });
  expect(new URL(colleague.url()).searchParams.get('layers')).toBe('-assets');
  await expect(colleague.getByRole('heading', { name: 'Table' })).toBeVisible();
  await colleague.close();
});

test('after kill -9 everything is there', async ({ workbench }) => {
  await workbench.kill();
  await workbench.restart();
  await page.goto(caseAddress);
  await expect(page.getByRole('heading', { name: 'Thefts round the central square' })).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText('From Scanning to Analysis')).toBeVisible();
  await page.getByRole('link', { name: 'Data' }).click();
  await expect(page.getByText(number(incidents.rows - incidents.refused)).first()).toBeVisible();
});
