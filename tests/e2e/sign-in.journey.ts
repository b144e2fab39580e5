import { makeAccount, PERSON, signIn, trySignIn } from './sign-in.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

test('without a session nothing but the sign-in page is shown', async ({
  page,
  workbench,
  expectAccessible,
}) => {
  await page.goto(`${workbench.url}/problems`);
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page, 'sign-in page');
});

test('the printed link makes the first account, once', async ({ page, workbench, expectAccessible }) => {
  await page.goto(workbench.signInLink);
  await expect(page.getByRole('heading', { name: 'Make your account' })).toBeVisible();
  await expectAccessible(page, 'new account');
  expect(page.url(), 'the token leaves the address bar').not.toContain('#');

  await makeAccount(page, workbench);

  await page.context().clearCookies();
  await page.goto(workbench.signInLink);
  await expect(page.getByRole('alert')).toBeVisible();
});

test('name and passphrase open the workbench again', async ({ page, workbench }) => {
  await trySignIn(page, workbench, { ...PERSON, passphrase: 'not the passphrase' });
  await expect(page.getByRole('alert')).toBeVisible();
  await signIn(page, workbench);
});
