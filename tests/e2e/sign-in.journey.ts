import { codeOf } from '../../server/auth/totp.ts';
import { bytesOf } from '../fixtures/sign-in-steps.ts';
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

test('a passkey is the second step where the workbench has a name, and elsewhere says why not', async ({
  page,
  workbench,
  expectAccessible,
}) => {
  await signIn(page, workbench);
  await page.goto(`${workbench.url}/settings`);
  await expect(page.getByText('not by a number such as 127.0.0.1')).toBeVisible();

  const named = workbench.url.replace('127.0.0.1', 'localhost');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  const enter = async () => {
    await page.goto(`${named}/sign-in`);
    await page.getByLabel('Name', { exact: true }).fill(PERSON.name);
    await page.getByLabel('Passphrase', { exact: true }).fill(PERSON.passphrase);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await enter();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto(`${named}/settings`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill('My laptop');
  await page.getByLabel('Your passphrase', { exact: true }).fill(PERSON.passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('My laptop')).toBeVisible();
  await expectAccessible(page, 'settings with a passkey');

  await page.context().clearCookies();
  await enter();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  await page.goto(`${named}/settings`);
  await page.getByRole('button', { name: 'Take off' }).click();
  await page.getByLabel('Your passphrase', { exact: true }).fill(PERSON.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('My laptop')).toHaveCount(0);
});

test('an app is set up, asked for, and a recovery code opens in its place', async ({
  page,
  browser,
  workbench,
  expectAccessible,
}) => {
  await signIn(page, workbench);
  await page.goto(`${workbench.url}/settings`);
  await page.getByRole('button', { name: 'Set up an app' }).click();
  await page.getByLabel('Your passphrase', { exact: true }).fill(PERSON.passphrase);
  await page.keyboard.press('Enter');
  const secret = bytesOf((await page.getByLabel('Key to type').inputValue()).replaceAll(' ', ''));
  await expectAccessible(page, 'setting up an app');
  await page.getByLabel('Code of the app').fill(codeOf(secret, Math.floor(Date.now() / 30_000)));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your recovery codes')).toBeVisible();
  const codes = await page.getByRole('dialog').getByRole('listitem').allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expectAccessible(page, 'settings with an app');

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await trySignIn(phone, workbench, PERSON);
  await expect(phone.getByLabel('Code of the app')).toBeFocused();
  await expectAccessible(phone, 'second step');
  await phone.getByLabel('Code of the app').fill('000 000');
  await phone.keyboard.press('Enter');
  await expect(phone.getByRole('alert')).toBeVisible();
  await phone.getByRole('button', { name: 'Use a recovery code' }).click();
  await phone.getByLabel('Recovery code').fill(codes[0]);
  await phone.keyboard.press('Enter');
  await expect(phone).not.toHaveURL(/sign-in/);

  await page.reload();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText(/sessions? ended/)).toBeVisible();
  expect(await phone.evaluate(async () => (await fetch('/api/session')).status)).toBe(401);
  await phone.context().close();
});
