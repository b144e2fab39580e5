import type { Browser, Page } from '@playwright/test';
import { makeAccount, PERSON } from './sign-in.ts';
import { expect, test } from './test.ts';
import type { Workbench } from './workbench.ts';

/** A secretary types what came in on paper, one of it to be kept by nobody; an analyst makes a case of two of them. */
test.describe.configure({ mode: 'serial' });

const PROTECTED = 'My neighbour is beaten at night';
let owner: Page;

test.beforeAll(async ({ browser, workbench }) => {
  owner = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(owner, workbench);
});
test.afterAll(() => owner.context().close());

async function inviteSecretary(browser: Browser, workbench: Workbench): Promise<Page> {
  await owner.goto(`${workbench.url}/settings`);
  await owner.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByText('Committee secretary').first().click();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByLabel('The link', { exact: true }).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill('Mariam Secretary');
  await page.getByLabel('A passphrase', { exact: true }).fill(PERSON.passphrase);
  await page.getByRole('button', { name: 'Make the account and sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
}

const sentence = (page: Page, row: number) => page.getByLabel(`In a sentence: what happens?, row ${row}`);

test('a secretary types three slips; of the protected one nothing is sent but where the person is taken', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const page = await inviteSecretary(browser, workbench);
  await page.goto(`${workbench.url}/concerns/paper`);
  await sentence(page, 1).fill('Mr Otieno was robbed at the ferry steps');
  await sentence(page, 1).press('Enter');
  await expect(sentence(page, 2)).toBeFocused();
  await page.keyboard.type('Bags are snatched at the ferry steps');
  await page.keyboard.press('Enter');
  await sentence(page, 3).fill(PROTECTED);
  await page.getByLabel('Protected, row 3').check();
  await page.getByLabel('Where is the person taken?, row 3').selectOption('survivor_support');
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/concerns/batch'));
  await page.getByRole('button', { name: 'Save 3 rows' }).click();
  expect((await sent).postData()).not.toContain(PROTECTED);
  const rows = page.getByRole('row');
  await expect(rows.nth(1)).toContainText('a number, an address or a name');
  await expect(rows.nth(2)).toContainText('Stored. Receipt');
  await expect(rows.nth(3)).toContainText('nothing else was kept');
  await expectAccessible(page, 'paper');
  await sentence(page, 1).fill('A man was robbed at the ferry steps');
  await page.getByRole('button', { name: 'Save 1 row' }).click();
  await expect(rows.nth(1)).toContainText('Stored. Receipt');
  await page.goto(`${workbench.url}/concerns`);
  await expect(page.getByRole('link', { name: /ferry steps/ })).toHaveCount(2);
  await expect(page.getByRole('heading', { name: 'Passed on as protected' })).toBeVisible();
  await expectAccessible(page, 'concerns');
  await page.context().close();
});

test('an analyst opens a case from two of them, and finds each from the other', async ({
  workbench,
  expectAccessible,
}) => {
  await owner.goto(`${workbench.url}/concerns?text=ferry`);
  await owner.getByText('Bags are snatched').first().waitFor();
  for (const name of [/Choose “Bags/, /Choose “A man/])
    await owner.getByRole('checkbox', { name }).check({ force: true });
  await owner.getByRole('button', { name: 'Open a problem case from them' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('What the problem is').fill('Robberies at the ferry steps');
  await dialog.getByRole('button', { name: 'Open the case' }).click();
  await expect(owner.getByRole('heading', { name: 'Robberies at the ferry steps' })).toBeVisible();
  await owner.getByRole('tab', { name: 'Scanning' }).click();
  await expect(owner.getByRole('heading', { name: 'Concerns (2)' })).toBeVisible();
  await owner.getByRole('link', { name: 'Bags are snatched at the ferry steps' }).click();
  await expect(owner.getByText('In a problem case')).toBeVisible();
  // In the chain above and among the facts.
  await expect(owner.getByRole('link', { name: /Robberies at the ferry steps/ })).toHaveCount(2);
  await owner.getByLabel('Next step').click();
  await owner.getByRole('option', { name: 'Answer' }).click();
  await owner.getByLabel('What the person was told').fill('We look into it together.');
  await owner.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(owner.getByText('We look into it together.')).toBeVisible();
  await expect(owner.getByText(/answer due/)).toHaveCount(0);
  // What was written down is corrected; its story says what, and not the words.
  await owner.getByRole('button', { name: 'Correct what was written down' }).click();
  const correcting = owner.getByRole('dialog');
  await correcting.getByLabel('In a sentence: what happens?').fill('Bags are cut at the ferry steps');
  await expectAccessible(owner, 'a correction');
  await correcting.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByRole('heading', { name: 'Bags are cut at the ferry steps' })).toBeVisible();
  await expect(owner.getByText('Corrected: The sentence')).toBeVisible();
  await expectAccessible(owner, 'concern');
});
