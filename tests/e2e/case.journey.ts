/** A case from its first questions to the gate that lets it go on, and two people who write the same thing. */
import type { Page } from '@playwright/test';
import { invite } from './invite.ts';
import { fillScanning } from './scanning.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

let page: Page;
let address: string;

test.beforeAll(async ({ browser, workbench }) => {
  page = await (await browser.newContext()).newPage();
  await makeAccount(page, workbench);
  address = await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ title: 'Lamps at the market', statement: 'It is dark at the market.' });
    const reply = await fetch('/api/problems', { method: 'POST', headers, body });
    return `/problems/${(await reply.json()).id}`;
  });
  address = workbench.url + address;
});
test.afterAll(() => page.context().close());

const dialog = () => page.getByRole('dialog');

test('the gate says what is missing, and who can give it', async ({ expectAccessible }) => {
  await page.goto(address);
  await page.getByText(/things are missing for Analysis/).click();
  await expect(page.getByText(/All six questions of the CHEERS test/)).toBeVisible();
  await expect(page.getByText('Can be given by: Committee secretary')).toBeVisible();
  await page.getByRole('button', { name: 'Move to Analysis…' }).click();
  await expect(dialog().getByText('5 things are missing before the case can go on')).toBeVisible();
  await dialog().getByLabel('Why now?').fill('Because.');
  await expect(dialog().getByRole('button', { name: 'Move to Analysis' })).toBeDisabled();
  await expectAccessible(page, 'a gate that is shut');
  await dialog()
    .getByRole('link', { name: /CHEERS/ })
    .click();
  await expect(page.getByRole('tab', { name: 'Scanning' })).toHaveAttribute('aria-selected', 'true');
});

test('the CHEERS test is filled in, letter by letter', async ({ expectAccessible }) => {
  await page
    .getByRole('region', { name: /CHEERS/ })
    .getByRole('button', { name: 'Fill in' })
    .click();
  await page.getByLabel('Groups affected').fill('Traders\nWomen who walk home');
  await page.getByText('Fear', { exact: true }).click();
  await page.getByLabel('What is expected').fill('Lamps that work.');
  await page.getByText('A meeting', { exact: true }).click();
  await page.getByLabel('Kinds of events').fill('Theft from a stall');
  await page.getByRole('textbox', { name: 'Events', exact: true }).fill('30');
  await page.getByRole('textbox', { name: 'In how many months' }).fill('6');
  await page.getByText(/^Chronic/).click();
  await page.getByText('Where', { exact: true }).click();
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await expectAccessible(page, 'CHEERS');
  // Another page of the case, and what was written is still there.
  await page.getByRole('tab', { name: 'Overview' }).click();
  await page.getByRole('tab', { name: 'Scanning' }).click();
  await expect(page.getByLabel('Groups affected')).toHaveValue('Traders\nWomen who walk home');
  await page
    .getByRole('region', { name: /CHEERS/ })
    .getByRole('button', { name: 'Save' })
    .click();
  await expect(page.getByText('Six of six')).toBeVisible();
});

test('two people write the same, each in a browser: both versions are shown, and nothing is lost unseen', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const colleague = await invite(page, browser, workbench, 'Committee secretary', 'Mariam Secretary');
  await page.goto(`${address}?tab=scanning`);
  await colleague.goto(`${address}?tab=scanning`);
  const cheers = page.getByRole('region', { name: /CHEERS/ });
  const theirs = colleague.getByRole('region', { name: /CHEERS/ });
  await cheers.getByRole('button', { name: 'Edit' }).click();
  await theirs.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Events', exact: true }).fill('44');
  await page.getByLabel('What is expected').fill('Lamps that work, all night.');
  // Somebody else is faster.
  await colleague.getByRole('textbox', { name: 'Events', exact: true }).fill('31');
  await colleague.getByText('Loss of property', { exact: true }).click();
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByRole('button', { name: 'Edit' })).toBeVisible();
  await cheers.getByRole('button', { name: 'Save' }).click();
  await expect(dialog().getByText(/One thing was changed by both of you/)).toBeVisible();
  await expect(dialog().getByRole('button', { name: 'Save it like this' })).toBeDisabled();
  await expectAccessible(page, 'two versions');
  await dialog().getByRole('radio', { name: /Yours/ }).check({ force: true });
  await dialog().getByRole('button', { name: 'Save it like this' }).click();
  await expect(dialog()).toBeHidden();
  await expect(cheers.getByText('44', { exact: false })).toBeVisible();
  await expect(cheers.getByText(/Loss of property/)).toBeVisible();
  await expect(cheers.getByText('Lamps that work, all night.')).toBeVisible();
  // The other browser has it without being asked.
  await expect(theirs.getByText('Lamps that work, all night.')).toBeVisible();
  await colleague.context().close();
});

test('the gate opens when all is there, and its history says what was passed over', async () => {
  await fillScanning(page, address, ['classification', 'elements', 'leads', 'objective', 'priority']);
  await page.reload();
  await page.getByRole('button', { name: 'Move to Analysis…' }).click();
  await dialog()
    .getByLabel(/More than one kind of source/)
    .fill('The walk is next week.');
  await dialog().getByLabel('Why now?').fill('The committee chose it.');
  await dialog().getByRole('button', { name: 'Move to Analysis' }).click();
  await expect(dialog()).toBeHidden();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText('From Scanning to Analysis')).toBeVisible();
  await expect(page.getByText(/because: The walk is next week/)).toBeVisible();
});
