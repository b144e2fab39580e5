import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { invite } from './invite.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';

/** A secretary founds a committee and plans its meeting; the agenda drafts itself and stays in her hands. */

const titles = (page: Page) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Drop/ }) });

test('a secretary prepares the next meeting of a committee', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const owner = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(owner, workbench);
  const page = await invite(owner, browser, workbench, 'Committee secretary', 'Mariam Secretary');

  await page.getByRole('link', { name: 'Meetings', exact: true }).click();
  await page.getByRole('button', { name: 'New committee' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Riverside committee');
  await dialog.getByRole('combobox', { name: 'Area' }).fill('Riverside');
  await page.getByRole('option', { name: 'Riverside' }).click();
  await expectAccessible(page, 'the form of a committee');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Riverside committee' })).toBeVisible();
  await page.getByRole('button', { name: 'New seat' }).click();
  await dialog.getByLabel('Whom the seat is for').fill('Women’s association');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Women’s association', { exact: true })).toBeVisible();
  await expectAccessible(page, 'a committee');

  await page.getByRole('button', { name: 'New meeting' }).click();
  await dialog.getByLabel('Begins').fill('2031-03-04T18:00');
  await dialog.getByLabel('Ends, if that is set').fill('2031-03-04T17:00');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The meeting ends before it begins.');
  await dialog.getByLabel('Ends, if that is set').fill('2031-03-04T19:30');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Committee meeting' })).toBeVisible();

  await page.getByRole('button', { name: 'Draft the agenda' }).click();
  const items = titles(page);
  await expect(items.first()).toContainText('Welcome and ground rules');
  await expect(items.first()).toContainText('Every meeting has it');
  const count = await items.count();
  await expectAccessible(page, 'an agenda');

  // By keyboard: the second item goes up, and the focus stays with it.
  const second = items.nth(1);
  const name = (await second.locator('bdi').first().textContent()) ?? '';
  const up = page.getByRole('button', { name: `Change: ${name}` });
  await up.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(items.first()).toContainText(name);
  await expect(up).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(second).toContainText(name);
  await expect(up).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(items.first()).toContainText(name);

  await page.getByRole('button', { name: 'Drop: Any other business' }).click();
  await expect(items).toHaveCount(count - 1);
  await page.getByRole('button', { name: 'Draft again' }).click();
  await expect(page.getByText('Nothing new')).toBeVisible();
  await page.reload();
  await expect(items).toHaveCount(count - 1);
  await expect(items.first()).toContainText(name);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Into my calendar' }).click();
  const file = readFileSync(await (await saving).path(), 'utf8');
  expect(file).toContain('SUMMARY:Riverside committee\r\n');
  await page.context().close();
  await owner.context().close();
});
