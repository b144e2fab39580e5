import type { Browser, Page } from '@playwright/test';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';
import type { Workbench } from './workbench.ts';

/** The owner invites a secretary and an overseer: each sees another workbench, and the server decides which. */
test.describe.configure({ mode: 'serial' });

const PASSPHRASE = 'river lantern market bicycle';
let owner: Page;

test.beforeAll(async ({ browser, workbench }) => {
  owner = await browser.newPage();
  await makeAccount(owner, workbench);
});
test.afterAll(() => owner.close());

/** Ends on the map of the new person, in a browser of their own. */
async function invite(browser: Browser, workbench: Workbench, role: string, name: string): Promise<Page> {
  await owner.goto(`${workbench.url}/settings`);
  await owner.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByText(role).first().click();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByLabel('The link', { exact: true }).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('A passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Make the account and sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
}

test('a secretary works on cases and is given no incident', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const page = await invite(browser, workbench, 'Committee secretary', 'Mariam Secretary');
  await expect(page.getByTestId('incident-count')).toContainText('not incidents');
  await expect(page.locator('[data-map-idle="true"]')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('link', { name: 'Problems' })).toBeVisible();
  for (const hidden of ['Data', 'History'])
    await expect(page.getByRole('link', { name: hidden, exact: true })).toHaveCount(0);
  await expectAccessible(page, 'map of a secretary');
  // The page offers none; the server gives none either.
  const statuses = await page.evaluate(async () => {
    const ask = (path: string, body?: string) =>
      fetch(path, body ? { method: 'POST', body, headers: { 'Content-Type': 'application/json' } } : {});
    const replies = await Promise.all([
      ask('/api/datasets/1/columns'),
      ask('/api/incidents/1'),
      ask('/api/runs'),
      ask('/api/incidents/query', '{"filter":{}}'),
      ask('/api/people'),
      ask('/api/audit'),
    ]);
    return replies.map(({ status }) => status);
  });
  expect(statuses).toEqual([403, 403, 403, 403, 403, 403]);
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
  const page = await invite(browser, workbench, 'Oversight', 'Ove Overseer');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('Mariam Secretary').first()).toBeVisible();
  await page.getByRole('button', { name: 'Check that it is whole' }).click();
  await expect(page.getByText(/fit the one before/)).toBeVisible();
  await expectAccessible(page, 'history');
  await page.context().close();
});

test('a role that is ended ends at once', async ({ browser, workbench }) => {
  const page = await invite(browser, workbench, 'Safety analyst', 'Joris Analyst');
  await expect(page.getByTestId('incident-count')).toContainText('40,000', { timeout: 60_000 });
  await owner.goto(`${workbench.url}/settings`);
  await owner.getByRole('button', { name: 'End the role Safety analyst of Joris Analyst' }).click();
  await expect(owner.getByText('No role any more')).toBeVisible();
  expect(await page.evaluate(async () => (await fetch('/api/incidents/1')).status)).toBe(403);
  await page.context().close();
});
