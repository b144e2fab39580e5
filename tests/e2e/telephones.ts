import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, watch } from './test.ts';
import type { Workbench } from './workbench.ts';

/** A telephone at a meeting. What it may not do, such as ask another machine, is known at the end. */
export interface Telephone {
  page: Page;
  context: BrowserContext;
  expectNothingAmiss: () => void;
}

async function newTelephone(browser: Browser, workbench: Workbench): Promise<Telephone> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  const expectNothingAmiss = watch(context, workbench);
  const page = await context.newPage();
  await page.goto(`${workbench.url}/join`);
  return { page, context, expectNothingAmiss };
}

/** Comes in by the code; the group is the one that stands so far down the list. */
export async function joinByCode(
  browser: Browser,
  workbench: Workbench,
  code: string,
  group: number,
  language?: string,
): Promise<Telephone> {
  const telephone = await newTelephone(browser, workbench);
  const { page } = telephone;
  await page.getByLabel('Code on the screen').fill(code);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('Riverside committee').first()).toBeVisible();
  if (language) await page.getByText(language, { exact: true }).click();
  await page.locator('input[name=group]').nth(group).check({ force: true });
  await page.locator('form button[type=submit]').click();
  await expect(page.getByText('Riverside committee').first()).toBeVisible();
  return telephone;
}

/** Chooses of the answers of the one vote that is open, and sends it. */
export async function answer(page: Page, option: number): Promise<void> {
  await page.locator('input[type=radio]').nth(option).check({ force: true });
  const vote = page.locator('section').filter({ has: page.locator('input[type=radio]') });
  await vote.getByRole('button').last().click();
}

/** One dot for an option, sent. */
export async function dot(page: Page, option: string): Promise<void> {
  const line = page
    .getByRole('listitem')
    .filter({ hasText: option })
    .filter({ has: page.locator('output') });
  await line.getByRole('button').last().click();
  await page
    .locator('section')
    .filter({ has: page.locator('output') })
    .getByRole('button')
    .last()
    .click();
}
