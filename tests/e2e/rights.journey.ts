import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { type MadeProvider, madeProvider } from '../fixtures/made-provider.ts';
import { invite } from './invite.ts';
import { makeAccount, PERSON, signIn } from './sign-in.ts';
import { expect, test } from './test.ts';
import type { Workbench } from './workbench.ts';

/** Rights that begin and end: a provider that is away, a case open for a time, a person forgotten, incidents over their time. */
test.describe.configure({ mode: 'serial' });

const DAYS_AGO = new Date(Date.now() - 2 * 24 * 3_600_000).toISOString();
let owner: Page;
let provider: MadeProvider;

const settingsOf = ({ settings }: MadeProvider) => ({
  OIDC_ISSUER: settings.issuer,
  OIDC_CLIENT_ID: settings.clientId,
  OIDC_CLIENT_SECRET: settings.clientSecret ?? '',
  OIDC_NAME: settings.name,
});

test.beforeAll(async ({ browser, workbench }) => {
  owner = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(owner, workbench);
  provider = await madeProvider({ now: () => new Date() });
});
test.afterAll(async () => {
  await owner.context().close();
  await provider.close();
});

test('the server starts while its provider is away, and passphrases go on', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  provider.mischief.down = true;
  await workbench.kill();
  await workbench.restart(settingsOf(provider));
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(`${workbench.url}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with City of Northport' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'sign-in without its provider');
  await signIn(page, workbench, PERSON);
  await page.context().close();
});

test('an account is linked with the provider, and signs in by it', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  provider.mischief.down = false;
  await owner.goto(`${workbench.url}/settings`);
  // A provider that was silent is asked again after five seconds.
  await expect(async () => {
    await owner.getByRole('button', { name: 'Link your account' }).click({ timeout: 2000 });
    await expect(owner.getByText(/linked since/)).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 45_000 });
  await expectAccessible(owner, 'own sign-in with a provider');
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(`${workbench.url}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with City of Northport' }).click();
  await expect(page).toHaveURL((url) => url.origin === workbench.url && !url.pathname.includes('sign-in'));
  const name = await page.evaluate(async () => (await (await fetch('/api/session')).json()).user.name);
  expect(name).toBe(PERSON.name);
  await page.context().close();
});

test('a case is open to the committee for a time, and then no longer', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const member = await invite(owner, browser, workbench, 'Committee member', 'Cora Committee');
  const address = await newCase(owner, workbench);
  await member.goto(address);
  await expect(member.getByRole('heading', { name: 'Lamps at the crossing' })).toHaveCount(0);
  await owner.goto(address);
  await owner.getByRole('button', { name: 'Open to the committee…' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('What for?').fill('To walk the street together.');
  await expect(dialog.getByRole('button', { name: 'Open the incidents' })).toBeDisabled();
  await dialog.getByText('Open the case itself to them as well').click();
  await expectAccessible(owner, 'opening an internal case');
  await dialog.getByRole('button', { name: 'Open the incidents' }).click();
  await expect(owner.getByText(/^Open to the committee until/)).toBeVisible();
  await member.goto(address);
  await expect(member.getByText('These are for your work on this case')).toBeVisible();
  await expectAccessible(member, 'a case open to the committee');
  await owner.getByRole('button', { name: 'Close now' }).click();
  await expect(owner.getByText(/^Open to the committee until/)).toHaveCount(0);
  await member.reload();
  await expect(member.getByRole('heading', { name: 'Lamps at the crossing' })).toBeVisible();
  await expect(member.getByText('These are for your work on this case')).toHaveCount(0);
  await member.context().close();
});

test('a person is given what is held about them, and is forgotten', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const person = await invite(owner, browser, workbench, 'Committee member', 'Rosa Resident');
  await owner.goto(`${workbench.url}/settings`);
  await owner.getByRole('button', { name: 'Data of Rosa Resident' }).click();
  const [file] = await Promise.all([
    owner.waitForEvent('download'),
    owner.getByRole('menuitem', { name: 'What is held about them' }).click(),
  ]);
  const held = JSON.parse(await readFile((await file.path()) ?? '', 'utf8'));
  expect(held.account.name).toBe('Rosa Resident');
  await owner.getByRole('button', { name: 'Data of Rosa Resident' }).click();
  await owner.getByRole('menuitem', { name: 'Forget…' }).click();
  const dialog = owner.getByRole('dialog');
  await expectAccessible(owner, 'forgetting a person');
  await dialog.getByLabel('Type the name to confirm').fill('Rosa Resident');
  await dialog.getByRole('button', { name: 'Forget for good' }).click();
  await expect(owner.getByText('Rosa Resident')).toHaveCount(0);
  expect(await person.evaluate(async () => (await fetch('/api/session')).status)).toBe(401);
  expect(await readFile(join(workbench.dataFolder, 'erased'), 'utf8')).toMatch(/^user \S+\n$/);
  await person.context().close();
});

test('incidents go when their time is over, and how many there were stays', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const guardian = await invite(owner, browser, workbench, 'Data guardian', 'Gita Guardian');
  await guardian.goto(`${workbench.url}/settings`);
  const section = guardian.getByRole('region', { name: 'How long what is kept' });
  await section.getByRole('group', { name: 'Incidents' }).getByText('For ever').click();
  await section.getByRole('button', { name: 'See what would be deleted…' }).click();
  const dialog = guardian.getByRole('dialog');
  await expect(dialog.getByText(/incidents?, no refused row.* would be deleted now/)).toBeVisible();
  await expectAccessible(guardian, 'what would be deleted');
  await dialog.getByText('I have seen what goes').click();
  await dialog.getByRole('button', { name: 'Delete from tomorrow on' }).click();
  await expect(section.getByText(/Nothing is deleted by these rules before/)).toBeVisible();
  await expectAccessible(guardian, 'how long what is kept');
  const counted = () =>
    guardian.evaluate(async () => (await (await fetch('/api/retention/kept?limit=999')).json()).items.length);
  expect(await counted()).toBe(0);
  await workbench.kill();
  daysAgo(workbench);
  await workbench.restart();
  await expect.poll(counted, { timeout: 30_000 }).toBeGreaterThan(0);
  await guardian.context().close();
});

/** With a rule, so that it has incidents. */
async function newCase(page: Page, workbench: Workbench): Promise<string> {
  const id = await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' };
    const areas = (await (await fetch('/api/areas?limit=999')).json()).items;
    const { id: area } = areas.find(({ name }: { name: string }) => name === 'Riverside');
    const body = JSON.stringify({ title: 'Lamps at the crossing', rule: { areas: [area] } });
    return (await (await fetch('/api/problems', { method: 'POST', headers, body })).json()).id as string;
  });
  return `${workbench.url}/problems/${id}`;
}

/** As if the rules had been set two days ago, and the clock looked then. */
function daysAgo({ dataFolder }: Workbench): void {
  const db = new Database(join(dataFolder, 'common-ground.sqlite'));
  const put = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  for (const key of ['retention.since', 'retention.lastLook', 'clock.believed']) put.run(key, DAYS_AGO);
  db.close();
}
