import type { Page } from '@playwright/test';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';

/** From the board to a search, from a concern along its chain to what was promised, and back. */
test.describe.configure({ mode: 'serial' });

let page: Page;
let caseId: string;
const PROMISE = 'Relight the six lamps';

test.beforeAll(async ({ browser, workbench }) => {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: workbench.url });
  page = await context.newPage();
  await makeAccount(page, workbench);
  const headers = { Origin: workbench.url };
  const post = async (path: string, data: object) => {
    const reply = await page.request.post(`${workbench.url}${path}`, { data, headers });
    expect(reply.ok(), path).toBe(true);
    return reply.json();
  };
  caseId = (await post('/api/problems', { title: 'Vols près du Théâtre', statement: 'On market days.' })).id;
  for (let i = 0; i < 30; i++) await post('/api/problems', { title: `Another case ${i}` });
  const told = { receivedOn: '2026-01-10', channel: 'box', summary: 'My bag was taken at the theatre' };
  const { concern } = await post('/api/concerns', told);
  await page.request.post(`${workbench.url}/api/concerns/${concern.id}/triage`, {
    data: { step: 'attach', problemId: caseId },
    headers: { ...headers, 'If-Match': `"${concern.version}"` },
  });
  const { id: organisationId } = await post('/api/organisations', { name: 'City lights', kind: 'utility' });
  const promise = { problemId: caseId, organisationId, text: PROMISE, kind: 'infrastructure' };
  await post('/api/commitments', promise);
});
test.afterAll(() => page.context().close());

test('the board says how many more there are, and keeps its filters in the address', async ({
  workbench,
  expectAccessible,
}) => {
  await page.goto(`${workbench.url}/problems`);
  const scanning = page.getByRole('region', { name: 'Scanning' });
  await expect(scanning.getByRole('listitem')).toHaveCount(24);
  await scanning.getByRole('button', { name: /Show more/ }).click();
  await expect(scanning.getByRole('button', { name: /Show more/ })).toHaveCount(0);
  await page.getByText('Silent for 30 days').click();
  await expect(page).toHaveURL(/silent=true/);
  await expect(scanning.getByText(/silent for \d+ days/).first()).toBeVisible();
  await expect(scanning.getByText('Another case')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Silent for 30 days' })).toBeChecked();
  await expectAccessible(page, 'board');
  await page.getByText('List', { exact: true }).click();
  await expect(page).toHaveURL(/view=list/);
  await expect(page.getByRole('grid', { name: 'Problem cases' })).toBeVisible();
  await expectAccessible(page, 'list of cases');
});

test('the search takes accents aside, in the top bar and on its page', async ({
  workbench,
  expectAccessible,
}) => {
  await page.goto(`${workbench.url}/problems`);
  const box = page.getByRole('combobox', { name: /Find a case/ });
  await box.fill('theatre');
  const list = page.getByRole('listbox');
  await expect(list.getByRole('option', { name: /Vols près du Théâtre/ })).toBeVisible();
  await expect(list.getByRole('option', { name: /My bag was taken/ })).toBeVisible();
  await list.getByRole('option', { name: /All that holds/ }).click();
  await expect(page).toHaveURL(/\/search\?text=theatre/);
  await expect(page.locator('mark', { hasText: 'Théâtre' })).toBeVisible();
  await expectAccessible(page, 'search');
  await page.getByRole('button', { name: /What/ }).click();
  await page.getByRole('option', { name: 'Concerns' }).click();
  await expect(page).toHaveURL(/kind=concern/);
  await expect(page.getByRole('link', { name: /Théâtre/ })).toHaveCount(0);
  await page.getByRole('link', { name: /My bag was taken/ }).click();
});

test('the chain leads from the concern to the commitment and back', async ({ expectAccessible }) => {
  const chain = page.getByRole('region', { name: 'From the concern to the answer' });
  await expect(chain.getByText('Not measured yet')).toBeVisible();
  await expectAccessible(page, 'chain');
  await chain.getByRole('link', { name: PROMISE }).click();
  await expect(page).toHaveURL(/\/commitments/);
  const line = page.getByRole('listitem').filter({ hasText: PROMISE }).first();
  await line.getByText('The whole chain').click();
  await expect(chain.getByText('Nothing chosen yet')).toBeVisible();
  await chain.getByRole('link', { name: /Théâtre/ }).press('Enter');
  await expect(page).toHaveURL(new RegExp(caseId));
  await chain.getByRole('link', { name: /My bag was taken/ }).click();
  await expect(page.getByRole('heading', { name: 'My bag was taken at the theatre' })).toBeVisible();
});
