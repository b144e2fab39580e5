import type { Browser, Page } from '@playwright/test';
import { expect } from './test.ts';
import type { Workbench } from './workbench.ts';

const PASSPHRASE = 'river lantern market bicycle';

/** Somebody joins by a link the owner makes. Ends on the map of the new person, in a browser of their own. */
export async function invite(
  owner: Page,
  browser: Browser,
  workbench: Workbench,
  role: string,
  name: string,
  area?: string,
): Promise<Page> {
  await owner.goto(`${workbench.url}/settings`);
  await owner.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByText(role).first().click();
  if (area !== undefined) {
    await dialog.getByText('In one area').click();
    await dialog.getByRole('combobox', { name: 'Which area?' }).fill(area);
    await owner.getByRole('option', { name: area }).click();
  }
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
