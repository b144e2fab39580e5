import type { BrowserContext, Page } from '@playwright/test';
import { makeAccount } from './sign-in.ts';
import { expect, test, watch } from './test.ts';

/** Every question is asked of the demo area with what is offered; an answer is kept, and had again after a restart. */
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

const QUESTIONS = [
  { question: 'Where do incidents concentrate?', says: /Counts and rates/ },
  { question: 'Which concentrations are more than chance?', says: /Getis–Ord/ },
  { question: 'Where is it changing?', says: /Change between two periods/ },
  { question: 'Does one lead to another nearby?', says: /Near repeat/ },
  { question: 'When does it happen?', says: /Data clock/ },
  { question: 'How concentrated is it?', says: /Concentration/ },
  { question: 'Around which places?', says: /[Rr]ings/ },
  { question: 'Which map would have been right?', says: /right|hit rate/i },
] as const;

for (const { question, says } of QUESTIONS) {
  test(question, async ({ workbench, expectAccessible }) => {
    await page.goto(`${workbench.url}/?panel=questions`);
    await page.getByText(question, { exact: true }).click();
    await page.getByRole('button', { name: 'Answer this' }).click();
    await expect(page.getByRole('heading', { name: /^Answer/ })).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText(says).first()).toBeVisible();
    await expectAccessible(page, question);
  });
}

test('an answer is kept on a case, and the same again after a restart', async ({
  workbench,
  expectAccessible,
}) => {
  await page.goto(`${workbench.url}/?panel=questions`);
  await page.getByText('Which concentrations are more than chance?', { exact: true }).click();
  await page.getByRole('button', { name: 'Answer this' }).click();
  await page.getByRole('button', { name: 'Keep on a case…' }).click({ timeout: 60_000 });
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What does it show?').fill('Seven places stand out.');
  await dialog.getByRole('button', { name: /Problem case/ }).click();
  await page.getByRole('option', { name: /North Road/ }).click();
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('button', { name: 'Go to the case' }).click();
  await expect(page.getByText('Seven places stand out.')).toBeVisible();
  // Where the pointer was left there is a button now, and its tooltip.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expectAccessible(page, 'case with a kept answer');
  const address = page.url();

  await workbench.kill();
  await workbench.restart();
  await page.goto(address);
  await expect(page.getByText('Seven places stand out.')).toBeVisible();
  const kept = page.getByRole('listitem').filter({ hasText: 'Seven places stand out.' });
  await kept.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByText(/same/i).first()).toBeVisible({ timeout: 60_000 });
});
