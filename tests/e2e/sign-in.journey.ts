import { expect, test } from './test.ts';

test('the printed link opens the sign-in page', async ({ page, workbench, expectAccessible }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));

  await page.goto(workbench.signInLink);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.getByRole('textbox').first()).toBeVisible();

  await expectAccessible(page, 'sign-in page');
  expect(errors).toEqual([]);
});

test('without a session nothing but the sign-in page is shown', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await expect(page).toHaveURL(/sign-in/);
});
