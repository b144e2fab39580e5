import type { Page } from '@playwright/test';
import { invite } from './invite.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';

/** The owner invites a secretary and an overseer: each sees another workbench, and the server decides which. */
test.describe.configure({ mode: 'serial' });

let owner: Page;

test.beforeAll(async ({ browser, workbench }) => {
  owner = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(owner, workbench);
});
test.afterAll(() => owner.context().close());

test('a secretary works on cases and is given squares and months, no incident', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const page = await invite(owner, browser, workbench, 'Committee secretary', 'Mariam Secretary');
  await expect(page.getByTestId('incident-count')).toContainText('shown as squares and months', {
    timeout: 60_000,
  });
  await expect(page.getByText('by month')).toBeVisible();
  await expect(page.locator('[data-map-idle="true"]')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('link', { name: 'Problems' })).toBeVisible();
  for (const hidden of ['Data', 'History'])
    await expect(page.getByRole('link', { name: hidden, exact: true })).toHaveCount(0);
  await expectAccessible(page, 'map of a secretary');
  // The page offers none; the server gives none either.
  const statuses = await page.evaluate(async () => {
    const ask = (path: string, body?: string) =>
      fetch(path, body ? { method: 'POST', body, headers: { 'Content-Type': 'application/json' } } : {});
    const sets: { id: number; kind: string }[] = (await (await ask('/api/datasets')).json()).items;
    const replies = await Promise.all([
      ask(`/api/datasets/${sets.find(({ kind }) => kind === 'incidents')?.id}/columns`),
      ask('/api/incidents/1'),
      ask('/api/runs'),
      ask('/api/incidents/query', '{"filter":{}}'),
      ask('/api/people'),
      ask('/api/audit'),
    ]);
    return replies.map(({ status }) => status);
  });
  expect(statuses).toEqual([200, 403, 403, 403, 403, 403]);
  await page.goto(`${workbench.url}/problems`);
  await page.getByRole('link', { name: /bus stops/ }).click();
  await expect(page.getByRole('heading', { name: 'The problem' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Linked incidents' })).toHaveCount(0);
  await page.context().close();
});

test('an overseer reads who did what, and that the history is whole', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const page = await invite(owner, browser, workbench, 'Oversight', 'Ove Overseer');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('Mariam Secretary').first()).toBeVisible();
  await page.getByRole('button', { name: 'Check that it is whole' }).click();
  await expect(page.getByText(/fit the one before/)).toBeVisible();
  await expectAccessible(page, 'history');
  await page.context().close();
});

test('a role that is ended ends at once', async ({ browser, workbench }) => {
  const page = await invite(owner, browser, workbench, 'Safety analyst', 'Joris Analyst');
  await expect(page.getByTestId('incident-count')).toContainText('40,000', { timeout: 60_000 });
  await owner.goto(`${workbench.url}/settings`);
  await owner.getByRole('button', { name: 'End the role Safety analyst of Joris Analyst' }).click();
  await expect(owner.getByText('No role any more')).toBeVisible();
  expect(await page.evaluate(async () => (await fetch('/api/incidents/1')).status)).toBe(403);
  await page.context().close();
});

test('an analyst of one neighbourhood does not see the case of the next', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  await owner.goto(`${workbench.url}/settings`);
  const elsewhere = await owner.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' };
    const areas = (await (await fetch('/api/areas')).json()).items;
    const { id: area } = areas.find(({ name }: { name: string }) => name === 'Riverside');
    const body = JSON.stringify({ title: 'Bicycles in Riverside', rule: { areas: [area] } });
    await fetch('/api/problems', { method: 'POST', headers, body });
    const cases = (await (await fetch('/api/problems')).json()).items;
    return cases.find(({ title }: { title: string }) => /bus stops/.test(title)).id as string;
  });
  const page = await invite(owner, browser, workbench, 'Safety analyst', 'Rina Riverside', 'Riverside');
  await page.goto(`${workbench.url}/problems`);
  await expect(page.getByRole('link', { name: /Bicycles in Riverside/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /bus stops/ })).toHaveCount(0);
  const answers = await page.evaluate(async (id) => {
    const ask = async (path: string) => {
      const reply = await fetch(`/api/problems/${path}`);
      const { detail } = await reply.json();
      return `${reply.status} ${detail}`;
    };
    return [await ask(id), await ask(crypto.randomUUID())];
  }, elsewhere);
  expect(answers[0]).toMatch(/^404 /);
  expect(answers[0]).toBe(answers[1]);
  await page.goto(`${workbench.url}/history`);
  await expect(page.getByText('This page is not for your roles')).toBeVisible();
  await page.goto(`${workbench.url}/settings`);
  await expect(page.getByText('Safety analyst in Riverside')).toBeVisible();
  await expectAccessible(page, 'settings of an analyst of one neighbourhood');
  await owner.reload();
  await owner.getByRole('button', { name: 'End the role Safety analyst in Riverside of Rina' }).click();
  await expect(owner.getByText('No role any more').last()).toBeVisible();
  await page.reload();
  await expect(page.getByText('no role of yours holds today')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Map' })).toHaveCount(0);
  await page.context().close();
});

test('what could harm people is refused, left behind or kept off the map', async ({
  workbench,
  expectAccessible,
}) => {
  const row = (id: number, label: string) =>
    `${id},2025-03-0${1 + (id % 9)} 10:00,${label},Road ${id},30.0${id},-1.9,Marker,Marker\n`;
  const labels = [...Array.from({ length: 20 }, () => 'Theft'), 'Domestic violence', 'Domestic violence'];
  const incidents = `id,date,category,place,lon,lat,ethnicity,victim_name\n${labels.map((label, i) => row(i, label)).join('')}`;
  await owner.goto(`${workbench.url}/data`);
  const choose = (name: string, text: string) =>
    owner
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('incidents.csv', incidents);
  const dialog = owner.getByRole('dialog').first();
  await expect(dialog.getByText('2 rows of protected categories will be refused')).toBeVisible();
  await expect(dialog.getByText('left behind: ethnicity and victim_name')).toBeVisible();
  await expect(dialog.getByText('Marker')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Record that this was asked for' }).click();
  await owner.getByRole('button', { name: 'Put on record' }).click();
  await expect(owner.getByText('It is on record, and stays there.')).toBeVisible();
  await dialog.getByRole('button', { name: /^Load 20 rows/ }).click();
  await expect(dialog.getByText('Of a protected category: counted, and written nowhere')).toBeVisible();

  await owner.goto(`${workbench.url}/data`);
  await choose(
    'assets.csv',
    'name,type,lon,lat\nHill School,School,30.05,-1.95\nHaven,Safe house,30.06,-1.96\n',
  );
  await dialog.getByRole('button', { name: /^Load / }).click();
  await expect(dialog.getByText(/listed without its position, never on a map/)).toBeVisible();
  await owner.goto(`${workbench.url}/data?tab=places`);
  await expect(owner.getByRole('heading', { name: 'Haven' })).toBeVisible();
  await expectAccessible(owner, 'protected places');
  const served = await owner.evaluate(async () => (await fetch('/api/assets?limit=999')).text());
  expect(served).toContain('Hill School');
  expect(served).not.toContain('Haven');

  await owner.goto(`${workbench.url}/history`);
  await owner.getByText('Asked for and refused: 1 request').click();
  await expect(owner.getByText('A file with the columns ethnicity and victim_name').first()).toBeVisible();
  await expectAccessible(owner, 'history with red lines');
});

test('figures are prepared, let out by two persons, and read without an account', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  await owner.goto(`${workbench.url}/published`);
  await expect(owner.getByText('Nothing prepared yet')).toBeVisible();
  await owner.getByRole('button', { name: 'Prepare figures' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('Title').fill('Incidents by neighbourhood');
  await expectAccessible(owner, 'preparing figures');
  await dialog.getByRole('button', { name: 'Count and check' }).click();
  await expect(owner.getByRole('heading', { name: 'Incidents by neighbourhood' })).toBeVisible();
  await expect(owner.getByRole('table').getByRole('rowheader', { name: 'Riverside' })).toBeVisible();
  await expect(owner.getByText('Waits for a data guardian.')).toBeVisible();
  const address = owner.url();

  const guardian = await invite(owner, browser, workbench, 'Data guardian', 'Gita Guardian');
  await guardian.goto(address);
  await guardian.getByRole('button', { name: 'Approve' }).click();
  await expect(guardian.getByText('Waits for a publisher.')).toBeVisible();
  await guardian.context().close();

  const publisher = await invite(owner, browser, workbench, 'Publisher', 'Pavo Publisher');
  await publisher.goto(address);
  await expect(publisher.getByRole('button', { name: 'Release…' })).toBeVisible();
  await expectAccessible(publisher, 'a publication');
  await publisher.getByRole('button', { name: 'Release…' }).click();
  await publisher.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(publisher.getByRole('link', { name: 'See it as everybody does' })).toBeVisible();
  await publisher.context().close();

  const anybody = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  const asked: string[] = [];
  anybody.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await anybody.goto(`${workbench.url}/sign-in`);
  await anybody.getByRole('link', { name: 'What this workspace has published' }).click();
  await anybody.getByRole('link', { name: 'Incidents by neighbourhood' }).click();
  await expect(anybody.getByRole('table').getByRole('rowheader', { name: 'Riverside' })).toBeVisible();
  await expectAccessible(anybody, 'a release on the notice board');
  expect(asked.filter((path) => /map-(view|engine|canvas)|maplibre|deck/.test(path))).toEqual([]);
  await anybody.context().close();
});
