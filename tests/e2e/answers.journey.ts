import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { makeAccount } from './sign-in.ts';
import { expect, test, watch } from './test.ts';

/** An answer is one thing: what is chosen on its map, in its tables and in its charts is the same, and all of it can be taken home. */
test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let page: Page;
let expectNothingAmiss: () => void;

test.beforeAll(async ({ browser, workbench }) => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  expectNothingAmiss = watch(context, workbench);
  page = await context.newPage();
  await makeAccount(page, workbench);
  await expect(page.getByTestId('incident-count')).toContainText('40,000', { timeout: 60_000 });
});

test.afterEach(() => expectNothingAmiss());
test.afterAll(async () => context.close());

const selected = () => new URL(page.url()).searchParams.get('sel');

async function ask(url: string, question: string): Promise<void> {
  await page.goto(`${url}/?panel=questions`);
  await page.getByText(question, { exact: true }).click();
  await page.getByRole('button', { name: 'Answer this' }).click();
  await expect(page.getByRole('heading', { name: /^Answer( on the map)?$/ })).toBeVisible({
    timeout: 90_000,
  });
}

test('a bar, a row and a place on the map are one', async ({ workbench, expectAccessible }) => {
  await ask(workbench.url, 'How concentrated is it?');
  const chart = page.getByRole('group', { name: 'Incidents at each of the places with most of them' });
  const row = page.getByRole('grid', { name: 'Places by incidents' }).locator('[aria-selected="true"]');

  await chart.locator('[data-part="2"]').click();
  await expect(row).toContainText('2');
  await expect(page.getByRole('heading', { name: 'Why is this coloured?' })).toBeVisible();

  await chart.focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(selected).toBe('cell:14');
  // The table stands further down in the panel; in it the row was brought into sight.
  await page.getByRole('grid', { name: 'Places by incidents' }).evaluate((grid) => grid.scrollIntoView());
  await expect(row).toBeInViewport();

  await row.click();
  await page.keyboard.press('ArrowUp');
  await expect.poll(selected).not.toBe('cell:14');
  const chosen = selected()?.slice('cell:'.length);
  await expect(chart.locator('[data-selected]')).toHaveAttribute('data-part', chosen ?? '');

  await expectAccessible(page, 'concentration with its chart');
});

test('places can be community assets, by their names, and it says how many incidents are near none', async ({
  workbench,
  expectAccessible,
}) => {
  await page.goto(`${workbench.url}/?panel=questions`);
  await page.getByText('How concentrated is it?', { exact: true }).click();
  await page.locator('label', { hasText: 'Community assets' }).click();
  await page.locator('label', { hasText: /^School/ }).click();
  await page.getByRole('button', { name: 'Answer this' }).click();
  await expect(
    page.getByText(/within 100 m of an asset \(School\); .* near none and not counted/),
  ).toBeVisible({
    timeout: 90_000,
  });
  const grid = page.getByRole('grid', { name: 'Places by incidents' });
  await grid
    .getByRole('row', { name: /School, / })
    .first()
    .click();
  await expect(page.getByText(/School, .*: number 1 of \d+ places/)).toBeVisible();
  await expectAccessible(page, 'concentration at assets');
  await page.getByRole('button', { name: 'About this asset' }).click();
  await expect.poll(selected).toMatch(/^asset:\d+$/);
});

test('a click on the map marks the row of the hotspot it lies in', async ({ workbench }) => {
  await ask(workbench.url, 'Which concentrations are more than chance?');
  const grid = page.getByRole('grid', { name: 'Hotspots by incidents' });
  await grid.getByRole('row').nth(1).click();
  await expect(grid.locator('[aria-selected="true"]')).toHaveCount(1);
  const first = selected();
  // The map flew there: its middle is the hotspot.
  await page.waitForTimeout(1500);
  await expect(page.locator('[data-map-idle="true"]')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await expect.poll(selected).toBeNull();
  await expect(grid.locator('[aria-selected="true"]')).toHaveCount(0);
  const map = await page.locator('canvas.maplibregl-canvas').boundingBox();
  await clickUntilCell(map ?? { x: 0, y: 0, width: 0, height: 0 });
  await expect(grid.locator('[aria-selected="true"]')).toHaveCount(1);
  expect(first).toMatch(/^cell:/);
});

/** Markers lie over the cells: beside them the cell answers. */
async function clickUntilCell(box: { x: number; y: number; width: number; height: number }): Promise<void> {
  for (const [dx, dy] of [
    [0, 0],
    [40, 0],
    [0, 40],
    [-40, 0],
    [0, -40],
    [60, 60],
    [-60, -60],
  ] as const) {
    await page.mouse.click(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy);
    await page.waitForTimeout(400);
    if (selected()?.startsWith('cell:')) return;
  }
}

test('an hour of the clock shows its incidents on the map', async ({ workbench, expectAccessible }) => {
  await ask(workbench.url, 'When does it happen?');
  await page
    .getByRole('group', { name: 'Incidents by hour of the day' })
    .locator('[data-part="h17"]')
    .click();
  await expect(page.getByText(/Every day from 17 to 18/)).toBeVisible();
  await expect(page.getByText(/incidents that happened then/)).toBeVisible();
  const cell = page.getByRole('table', { name: 'Incidents by hour of the day and weekday' });
  await cell.getByRole('row').nth(18).getByRole('button').nth(2).click();
  await expect.poll(selected).toBe('cell:w3h17');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(selected).toBe('cell:w3h16');
  await expectAccessible(page, 'an hour of the clock');
});

async function saved(item: string | RegExp, menu: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: menu }).first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const PNG = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Different colours in the upper part, where the picture is. */
  readonly colours: number;
}

/** Draws a file in the page and counts what is in it: a blank map has one colour. */
function look(bytes: Buffer, type: string): Promise<Pixels> {
  return page.evaluate(
    async ({ data, mime }) => {
      const image = new Image();
      image.src = `data:${mime};base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const top = Math.round(canvas.height * 0.1);
      const { data: pixels } = context.getImageData(0, top, canvas.width, Math.round(canvas.height * 0.3));
      const colours = new Set<number>();
      for (let i = 0; i < pixels.length; i += 4)
        colours.add((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
      return { width: canvas.width, height: canvas.height, colours: colours.size };
    },
    { data: bytes.toString('base64'), mime: type },
  );
}

/** What the file says of itself, read by an XML parser. */
function read(bytes: Buffer): Promise<{ errors: number; metadata: string; text: string; paths: number }> {
  return page.evaluate((markup) => {
    const file = new DOMParser().parseFromString(markup, 'image/svg+xml');
    return {
      errors: file.querySelectorAll('parsererror').length,
      metadata: file.querySelector('metadata')?.textContent ?? '',
      text: file.documentElement.textContent ?? '',
      paths: file.querySelectorAll('path, circle, polygon').length,
    };
  }, bytes.toString('utf8'));
}

test('the map of an answer is saved as PNG and SVG, with what it is made from', async ({ workbench }) => {
  await ask(workbench.url, 'Which concentrations are more than chance?');
  await page.waitForTimeout(1000);
  await expect(page.locator('[data-map-idle="true"]')).toBeVisible();

  const png = await saved(/Map as PNG/, 'Save as…');
  expect(png.name).toMatch(/^common-ground-local-gi-star-\d{4}-\d\d-\d\d-map\.png$/);
  expect(png.bytes.subarray(0, 8)).toEqual(PNG);
  const map = await page.locator('canvas.maplibregl-canvas').boundingBox();
  const pixels = await look(png.bytes, 'image/png');
  expect(pixels.width).toBeGreaterThan((map?.width ?? 0) * 1.9);
  expect(pixels.height).toBeGreaterThan((map?.height ?? 0) * 1.9);
  expect(pixels.colours).toBeGreaterThan(100);

  const svg = await saved(/Map as SVG/, 'Save as…');
  const file = await read(svg.bytes);
  expect(file.errors).toBe(0);
  expect(file.paths).toBeGreaterThan(50);
  expect(JSON.parse(file.metadata)).toMatchObject({ method: 'local-gi-star', methodVersion: 1, n: 39_101 });
  expect(Object.keys(JSON.parse(file.metadata))).toEqual(
    expect.arrayContaining(['parameters', 'filter', 'dataVersion', 'madeAt', 'warnings', 'digest']),
  );
  for (const said of ['n = 39,101', 'Hot, z 5 or more', 'All times', '1 km'])
    expect(file.text).toContain(said);
  expect((await look(svg.bytes, 'image/svg+xml')).colours).toBeGreaterThan(50);
});

test('its figures are saved as CSV and GeoJSON', async () => {
  const csv = await saved(/^CSV/, 'Save as…');
  const lines = csv.bytes.toString('utf8').split('\r\n');
  for (const name of ['method', 'parameters', 'filter', 'dataVersion', 'n', 'warnings', 'digest'])
    expect(lines.some((line) => line.startsWith(`# ${name}: `))).toBe(true);
  const geojson = await saved(/^GeoJSON/, 'Save as…');
  const { provenance, features } = JSON.parse(geojson.bytes.toString('utf8'));
  expect(provenance.method).toBe('local-gi-star');
  expect(features.length).toBeGreaterThan(100);
});

test('a chart is saved as PNG and SVG in colours that need no page', async ({ workbench }) => {
  await ask(workbench.url, 'How concentrated is it?');
  const svg = await saved('SVG', 'Save the picture');
  const text = svg.bytes.toString('utf8');
  expect(text).not.toContain('var(--');
  const file = await read(svg.bytes);
  expect(file.errors).toBe(0);
  expect(JSON.parse(file.metadata).method).toBe('concentration');
  expect(file.text).toContain('Share of incidents');
  const png = await saved('PNG', 'Save the picture');
  expect(png.bytes.subarray(0, 8)).toEqual(PNG);
  expect((await look(png.bytes, 'image/png')).colours).toBeGreaterThan(10);
});
