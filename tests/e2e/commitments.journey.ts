import type { Page } from '@playwright/test';
import { invite } from './invite.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';

/** From a response card to a promise, and to residents who say that it was kept only in part. */
test.describe.configure({ mode: 'serial' });

const CASE = 'Thefts at the bus stops along North Road';
const PROMISE = 'Repair the twelve lamps at the three stops';
let analyst: Page;
let secretary: Page;

test.beforeAll(async ({ browser, workbench }) => {
  analyst = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(analyst, workbench);
  secretary = await invite(analyst, browser, workbench, 'Committee secretary', 'Mariam Secretary');
});
test.afterAll(async () => {
  await analyst.context().close();
  await secretary.context().close();
});

async function openResponse(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/problems`);
  const address = await page.getByRole('link', { name: CASE }).getAttribute('href');
  await page.goto(`${url}${address}?tab=response`);
  await expect(page.getByRole('heading', { name: 'Options' })).toBeVisible();
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test('an option is begun from a card and chosen', async ({ workbench, expectAccessible }) => {
  await openResponse(analyst, workbench.url);
  await analyst.getByRole('button', { name: 'Begin from a response card' }).click();
  const dialog = analyst.getByRole('dialog');
  await dialog.getByRole('searchbox', { name: 'Search' }).fill('lamps repaired');
  await dialog.getByText('7 Assist natural surveillance').click();
  await expect(dialog.getByRole('heading', { name: 'For example' })).toBeVisible();
  await expectAccessible(analyst, 'response cards');
  // One of our own stands beside the library, begun from what is there.
  await dialog.getByRole('button', { name: 'Write your own from this' }).click();
  await dialog.getByLabel('Name of the response').fill('Lamps repaired by the traders');
  await expectAccessible(analyst, 'a card of our own');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('searchbox', { name: 'Search' }).fill('by the traders');
  await dialog.getByText('Your own', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Take out' }).click();
  await expect(dialog.getByText('Your own', { exact: true })).toHaveCount(0);
  await dialog.getByRole('searchbox', { name: 'Search' }).fill('lamps repaired');
  await dialog.getByText('7 Assist natural surveillance').click();
  await dialog.getByRole('button', { name: 'Begin an option from this' }).click();
  await analyst.getByLabel('Name of the option').fill('Repair the lamps');
  await analyst.getByRole('button', { name: /Decision/ }).click();
  await analyst.getByRole('option', { name: 'Chosen' }).click();
  await analyst.getByLabel('Reason').fill('Residents named it first.');
  await analyst.getByRole('button', { name: 'Save' }).click();
  await expect(analyst.getByText('Rights check open')).toBeVisible();
  await expect(analyst.getByText('works by raising the chance').first()).toBeVisible();
  await expectAccessible(analyst, 'response of a case');
});

test('a secretary writes down what is promised, not for a day that is over', async ({ workbench }) => {
  await openResponse(secretary, workbench.url);
  await secretary.getByRole('button', { name: 'Write down a commitment…' }).click();
  const dialog = secretary.getByRole('dialog');
  await dialog.getByLabel('What is promised').fill(PROMISE);
  await dialog.getByRole('button', { name: 'Propose it' }).click();
  await expect(dialog.getByText(/A promise needs an owner/)).toBeVisible();
  await dialog.getByText('Another organisation').click();
  await dialog.getByLabel('Name', { exact: true }).fill('Street lighting company');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(dialog.getByRole('button', { name: /Street lighting company/ })).toBeVisible();
  await dialog.getByLabel('To be done by').fill(inDays(-3));
  await dialog.getByRole('button', { name: 'Propose it' }).click();
  await expect(dialog.getByText(/The due date is in the past/).first()).toBeVisible();
  await dialog.getByLabel('To be done by').fill(inDays(30));
  await dialog.getByRole('button', { name: 'Propose it' }).click();
  await expect(secretary.getByText(PROMISE)).toBeVisible();
});

test('its owner agrees and delivers, on a phone, and cannot say that it was kept', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const owner = await invite(analyst, browser, workbench, 'Agency', 'Omar Owner');
  await owner.goto(`${workbench.url}/commitments`);
  await expect(owner.getByText('ask an administrator')).toBeVisible();
  await analyst.goto(`${workbench.url}/settings`);
  await analyst.getByRole('button', { name: /Omar Owner speaks for/ }).click();
  await analyst.getByRole('option', { name: 'Street lighting company' }).click();
  await owner.setViewportSize({ width: 390, height: 844 });
  await owner.goto(`${workbench.url}/commitments`);
  await expect(owner.getByText(PROMISE)).toBeVisible();
  await expectAccessible(owner, 'commitments on a phone');
  await owner.getByRole('button', { name: 'Agree…' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('How everybody will see that it is done').fill('All twelve burn at night');
  await dialog.getByRole('button', { name: 'Agree' }).click();
  // The owner's people alone change what was agreed, with a reason; what was promised before stays beside it.
  await owner.getByRole('button', { name: 'Change…' }).click();
  await dialog.getByLabel('To be done by').fill(inDays(40));
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('Why it changes').fill('The poles come late.');
  await expectAccessible(owner, 'a change of a commitment');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await owner.getByText('What happened so far').click();
  await expect(owner.getByText('The poles come late.')).toBeVisible();
  await owner.getByText('What happened so far').click();
  await owner.getByRole('button', { name: 'Begin' }).click();
  await expect(owner.getByText('Under way', { exact: true })).toBeVisible();
  await owner.getByRole('button', { name: 'It is done…' }).click();
  await dialog.getByLabel('What shows that it is done').fill('12 of 12 burn');
  await dialog.getByRole('button', { name: 'It is done' }).click();
  await owner.getByText(/^With residents/).click();
  await expect(owner.getByText('Said to be done')).toBeVisible();
  await expect(owner.getByRole('button', { name: 'Record what residents say…' })).toHaveCount(0);
  await owner.context().close();
});

test('residents find it done in part, so it is open again for a new day', async ({ workbench }) => {
  await openResponse(secretary, workbench.url);
  await secretary.getByRole('button', { name: 'Record what residents say…' }).click();
  const dialog = secretary.getByRole('dialog');
  const count = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  await count('Done').fill('3');
  await count('Partly').fill('6');
  await count('Not done').fill('2');
  await expect(dialog.getByText(/partly done, so it is open again/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(dialog.getByText(/say by which day/).first()).toBeVisible();
  await dialog.getByLabel(/to be done by/).fill(inDays(60));
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(secretary.getByText('Open again', { exact: true })).toBeVisible();
  const line = secretary.getByRole('listitem').filter({ hasText: PROMISE });
  await line.getByText('What happened so far').click();
  await expect(secretary.getByText('Partly done, residents say')).toBeVisible();
  await expect(secretary.getByText('12 of 12 burn')).toBeVisible();
});
