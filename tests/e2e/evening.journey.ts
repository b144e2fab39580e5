import type { Page } from '@playwright/test';
import { invite } from './invite.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';

/** An evening: the wall follows the presenter, a promise is looked at by the room, and a browser that is closed changes nothing. */
test.describe.configure({ mode: 'serial' });

const PROMISE = 'Repair the twelve lamps at the three stops';
let analyst: Page;
let secretary: Page;
let wall: Page;
let meetingId: string;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Asks the server as whoever is signed in on the page. */
async function send<T>(
  page: Page,
  method: string,
  path: string,
  json?: object,
  version?: number,
): Promise<T> {
  return page.evaluate(
    async ({ method: how, path: where, body, tag }) => {
      const headers: Record<string, string> = { 'Content-Type': 'application/json' };
      if (tag !== undefined) headers['If-Match'] = `"${tag}"`;
      const reply = await fetch(`/api${where}`, { method: how, headers, body });
      if (!reply.ok) throw new Error(`${how} ${where}: ${reply.status} ${await reply.text()}`);
      return reply.json();
    },
    { method, path, body: json === undefined ? undefined : JSON.stringify(json), tag: version },
  );
}

interface Made {
  id: string;
  version: number;
}

/** A committee of the first area, its meeting of this evening, and a promise that is said to be done. */
async function prepare(): Promise<string> {
  const areas = await send<{ items: { id: number }[] }>(secretary, 'GET', '/areas');
  const committee = await send<Made>(secretary, 'POST', '/committees', {
    name: 'Riverside committee',
    areaId: areas.items[0]?.id,
    languages: ['en', 'ar'],
  });
  const lighting = await send<{ id: number }>(secretary, 'POST', '/organisations', {
    name: 'Street lighting company',
    kind: 'utility',
  });
  const promise = await send<Made>(secretary, 'POST', '/commitments', {
    organisationId: lighting.id,
    text: PROMISE,
    kind: 'infrastructure',
    ownerRole: 'District engineer',
  });
  let { version } = promise;
  for (const step of [
    { to: 'agreed', dueOn: inDays(30), evidenceOfDone: 'All twelve burn at night' },
    { to: 'in_progress' },
    { to: 'delivered', evidence: [{ kind: 'count', text: '12 of 12 burn' }] },
  ])
    ({ version } = await send<Made>(secretary, 'POST', `/commitments/${promise.id}/steps`, step, version));
  const { id } = await send<Made>(secretary, 'POST', '/meetings', {
    committeeId: committee.id,
    startsAt: new Date().toISOString(),
    languages: ['en', 'ar'],
  });
  for (const item of [
    { kind: 'welcome', minutes: 5 },
    {
      kind: 'commitments',
      title: PROMISE,
      titles: { ar: 'إصلاح المصابيح الاثني عشر في المواقف الثلاثة' },
      commitmentId: promise.id,
      minutes: 5,
      notes: 'Ask the traders first.',
    },
    { kind: 'new_commitments', minutes: 10 },
    { kind: 'next_meeting' },
  ])
    await send(secretary, 'POST', `/meetings/${id}/agenda`, item);
  return id;
}

test.beforeAll(async ({ browser, workbench }) => {
  analyst = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(analyst, workbench);
  secretary = await invite(analyst, browser, workbench, 'Committee secretary', 'Mariam Secretary');
  meetingId = await prepare();
});
test.afterAll(async () => {
  await analyst.context().close();
  await secretary.context().close();
});

const address = (url: string, what: 'show' | 'present') => `${url}/meetings/${meetingId}/${what}`;

/** What is written on the wall in letters that the last row cannot read: under a 45th of its height. */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const found: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const holder = walker.currentNode.parentElement;
      if (text === '' || holder === null || !holder.checkVisibility()) continue;
      const size = Number.parseFloat(getComputedStyle(holder).fontSize);
      if (size < 24) found.push(`${size}: ${text}`);
    }
    return found;
  });

test('the meeting is started, and the wall follows the keys of the presenter', async ({
  workbench,
  expectAccessible,
}) => {
  wall = analyst;
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(address(workbench.url, 'show'));
  await expect(wall.getByRole('heading', { name: 'We begin soon' })).toBeVisible();
  await secretary.goto(address(workbench.url, 'present'));
  await expect(secretary.getByText('One wall is on')).toBeVisible();
  const start = secretary.getByRole('button', { name: 'Start the meeting' });
  await start.click();
  await expect(wall.getByRole('heading', { name: 'Welcome and ground rules' })).toBeVisible();
  // Pressed by mistake: nothing was recorded yet.
  await secretary.getByRole('button', { name: 'Undo' }).click();
  await expect(wall.getByRole('heading', { name: 'We begin soon' })).toBeVisible();
  await start.click();
  await expect(wall.getByRole('heading', { name: 'Welcome and ground rules' })).toBeVisible();
  await expect(secretary.getByRole('heading', { name: 'Welcome and ground rules' })).toBeVisible();
  await secretary.keyboard.press('PageDown');
  await expect(wall.getByRole('heading', { name: PROMISE })).toBeVisible();
  await expect(wall.getByText('إصلاح المصابيح')).toHaveAttribute('dir', 'rtl');
  await expect(wall.getByText('12 of 12 burn')).toBeVisible();
  await expect(wall.getByText('Ask the traders first.')).toHaveCount(0);
  await expect(secretary.getByText('Ask the traders first.')).toBeVisible();
  const size = await wall.getByRole('heading', { level: 1 }).evaluate((e) => getComputedStyle(e).fontSize);
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(64);
  const body = await wall.getByText('12 of 12 burn').evaluate((e) => getComputedStyle(e).fontSize);
  expect(Number.parseFloat(body)).toBeGreaterThanOrEqual(36);
  expect(await tooSmall(wall)).toEqual([]);
  await expectAccessible(wall, 'the wall');
  await expectAccessible(secretary, 'the presenter');
});

test('both may move it: the last press counts on every screen, and b makes the wall dark', async () => {
  await wall.keyboard.press('ArrowRight');
  await expect(wall.getByRole('heading', { name: 'New promises' })).toBeVisible();
  expect(await tooSmall(wall)).toEqual([]);
  await expect(secretary.getByRole('heading', { name: 'New promises' })).toBeVisible();
  await secretary.keyboard.press('ArrowLeft');
  await expect(wall.getByRole('heading', { name: PROMISE })).toBeVisible();
  await wall.keyboard.press('b');
  await expect(wall.getByTestId('dark')).toBeVisible();
  await secretary.getByRole('button', { name: 'Show the wall again' }).click();
  await expect(wall.getByTestId('dark')).toHaveCount(0);
});

test('the room says partly: open again with a new day, and both views stay on record', async () => {
  const count = (name: string) => secretary.getByRole('textbox', { name, exact: true });
  await count('Done').fill('3');
  await count('Partly').fill('6');
  await count('Not done').fill('2');
  await count('Not done').blur();
  const record = secretary.getByRole('button', { name: 'Record what the room says' });
  await expect(record).toBeDisabled();
  await secretary.getByLabel('Open again, to be done by').fill(inDays(60));
  await record.click();
  await expect(wall.getByText('Partly done', { exact: true })).toBeVisible();
  await expect(wall.getByText(/Open again, by/)).toBeVisible();
  await expect(wall.getByText('12 of 12 burn')).toBeVisible();
  await expect(wall.getByText('Done 3 · Partly 6 · Not done 2 · Cannot say 0')).toBeVisible();
  // The same in the second language, written from right to left.
  const arabic = wall.getByText('أُنجز 3 · جزئياً 6', { exact: false });
  await expect(arabic).toHaveAttribute('dir', 'rtl');
  expect(await tooSmall(wall)).toEqual([]);
});

test('what came of it is kept as it is written, and beside what somebody else wrote', async ({
  workbench,
}) => {
  await secretary.getByLabel('What came of it').fill('Two lamps at the market still dark.');
  await expect(secretary.getByText('Kept as you write.')).toBeVisible();
  await expect(wall.getByText('Two lamps at the market still dark.')).toBeVisible();
  const second = await secretary.context().newPage();
  await second.goto(address(workbench.url, 'present'));
  // Its own words wait on the way until the other's are kept.
  let goOn: () => void = () => undefined;
  const kept = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await second.route('**/api/agenda-items/*', async (route) => {
    await kept;
    await route.continue();
  });
  await second.getByLabel('What came of it').fill('Three lamps.');
  await expect(second.getByText('Being kept…')).toBeVisible();
  await secretary.getByLabel('What came of it').fill('Two lamps, says the engineer.');
  await expect(wall.getByText('Two lamps, says the engineer.')).toBeVisible();
  goOn();
  await expect(second.getByText('Somebody else wrote this meanwhile:')).toBeVisible();
  await second.getByRole('button', { name: 'Both, one after the other' }).click();
  await expect(wall.getByText(/Two lamps, says the engineer\.\s*Three lamps\./)).toBeVisible();
  await second.close();
});

test('a promise without an owner is not one; with one it is agreed and stands on the agenda', async () => {
  await secretary.getByRole('button', { name: 'New promises' }).click();
  await expect(wall.getByRole('heading', { name: 'New promises' })).toBeVisible();
  await secretary.getByLabel('What is promised').fill('Light the path behind the clinic');
  await secretary.getByLabel('To be done by').fill(inDays(45));
  await secretary.getByLabel('How everybody will see').fill('Six lamps burn');
  await secretary.getByRole('button', { name: 'Record the promise' }).click();
  await expect(secretary.getByText(/A promise needs an owner/)).toBeVisible();
  await secretary.getByRole('button', { name: /By which organisation/ }).click();
  await secretary.getByRole('option', { name: 'Street lighting company' }).click();
  await expect(secretary.getByText(/Say what kind of promise it is/)).toBeVisible();
  await secretary.getByRole('button', { name: /What kind of promise/ }).click();
  await secretary.getByRole('option', { name: 'Infrastructure' }).click();
  await secretary.getByRole('button', { name: 'Record the promise' }).click();
  await expect(secretary.getByRole('button', { name: /Light the path behind the clinic/ })).toBeVisible();
});

test('the browser is closed, the server dies: the meeting is where it was', async ({ workbench }) => {
  const context = wall.context();
  await workbench.kill();
  await expect(wall.getByText(/The server does not answer/)).toBeVisible();
  await expect(wall.getByRole('heading', { name: 'New promises' })).toBeVisible();
  await workbench.restart();
  await expect(wall.getByText(/The server does not answer/)).toHaveCount(0);
  await wall.close();
  wall = await context.newPage();
  await wall.goto(address(workbench.url, 'show'));
  await expect(wall.getByRole('heading', { name: 'New promises' })).toBeVisible();
});

test('what is open is named when it is closed, the next one is planned, and the wall thanks those who came', async ({
  workbench,
  expectAccessible,
}) => {
  await secretary.getByRole('button', { name: 'Close the meeting…' }).click();
  const dialog = secretary.getByRole('dialog');
  await expect(dialog.getByText('The next meeting', { exact: true })).toBeVisible();
  await dialog.getByLabel('Next meeting', { exact: true }).fill(`${inDays(28)}T18:00`);
  await expectAccessible(secretary, 'the closing');
  await dialog.getByRole('button', { name: 'Put these off and close' }).click();
  await expect(wall.getByRole('heading', { name: 'The meeting has ended' })).toBeVisible();
  // The next one is there, with the minutes of this one to be approved.
  await secretary.goto(`${workbench.url}/meetings/${meetingId}`);
  const facts = secretary.getByRole('definition').filter({ has: secretary.getByRole('link') });
  await facts.getByRole('link').click();
  await expect(secretary.getByText('Planned', { exact: true })).toBeVisible();
  await expect(secretary.getByText(/Of the meeting on/).first()).toBeVisible();
});
