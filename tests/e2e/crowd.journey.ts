import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { type Made, send } from './asking.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';
import type { Workbench } from './workbench.ts';

/**
 * A full room: a few telephones in real browsers and many more that only ask and answer, while an analyst moves the map. The
 * server dies in the middle of the vote. How fast it is stands in bench/phones.ts; here every voice is counted, and once.
 */
const OTHERS = 80;
const QUESTION = 'What matters most?';

let desk: Page;
let meetingId: string;

test.beforeAll(async ({ browser, workbench }) => {
  desk = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(desk, workbench);
  const areas = await send<{ items: { id: number }[] }>(desk, 'GET', '/areas');
  const committee = { name: 'Riverside committee', areaId: areas.items[0]?.id, languages: ['en'] };
  const { id: committeeId } = await send<Made>(desk, 'POST', '/committees', committee);
  const meeting = { committeeId, startsAt: new Date().toISOString(), languages: ['en'] };
  const { id, version } = await send<Made>(desk, 'POST', '/meetings', meeting);
  meetingId = id;
  await send(desk, 'POST', `/meetings/${id}/start`, undefined, version);
});
test.afterAll(() => desk.context().close());

interface Other {
  cookie: string;
  sentAs: string;
}

/** Asks again until the server answers, as the outbox of a telephone does. */
async function ask(
  { url }: Workbench,
  method: string,
  path: string,
  json: object,
  cookie = '',
): Promise<Response> {
  const headers = { Origin: url, 'Content-Type': 'application/json', Cookie: cookie };
  const giveUp = Date.now() + 60_000;
  for (;;) {
    const reply = await fetch(`${url}/api/guest${path}`, {
      method,
      headers,
      body: JSON.stringify(json),
    }).catch(() => null);
    if (reply !== null && reply.status < 500) return reply;
    if (Date.now() > giveUp) throw new Error(`${method} ${path}: no answer`);
    await pause(200);
  }
}

async function joinAsOther(workbench: Workbench, code: string, i: number): Promise<Other> {
  const reply = await ask(workbench, 'POST', '/session', { code, language: 'en' });
  expect(reply.status, await reply.clone().text()).toBeLessThan(300);
  return {
    cookie: (reply.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '',
    sentAs: `telephone-${i}-of-this-room`,
  };
}

async function joinInBrowser(browser: Browser, { url }: Workbench, code: string): Promise<Page> {
  const page = await (
    await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
  ).newPage();
  await page.goto(`${url}/join`);
  await page.getByLabel('Code on the screen').fill(code);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.locator('form button[type=submit]').click();
  await expect(page.getByRole('button', { name: 'Raise a concern' })).toBeVisible();
  return page;
}

/** Drags the map to and fro until it is told to stop. */
function keepMoving(map: Page): () => Promise<void> {
  let isOn = true;
  const moved = (async () => {
    for (let i = 0; isOn; i++) {
      await map.mouse.move(600, 450);
      await map.mouse.down();
      await map.mouse.move(600 + (i % 2 ? 150 : -150), 500, { steps: 8 });
      await map.mouse.up();
    }
  })();
  return async () => {
    isOn = false;
    await moved;
  };
}

test('eighty telephones and two browsers vote while the server dies: every voice counts, and once', async ({
  browser,
  workbench,
}) => {
  await desk.goto(`${workbench.url}/meetings/${meetingId}/phones`);
  await desk.getByRole('button', { name: 'Let telephones in' }).click();
  const shown = await desk.getByText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/).innerText();
  const code = shown.replace(' ', '');
  const others = await Promise.all(Array.from({ length: OTHERS }, (_, i) => joinAsOther(workbench, code, i)));
  const phones = [
    await joinInBrowser(browser, workbench, code),
    await joinInBrowser(browser, workbench, code),
  ];
  await expect(desk.getByText(`${OTHERS + 2} telephones are in`)).toBeVisible();

  const made = await send<Made>(desk, 'POST', `/meetings/${meetingId}/ballots`, {
    kind: 'yes_no',
    question: QUESTION,
    options: [],
  });
  const { id } = await send<Made>(desk, 'POST', `/ballots/${made.id}/open`, undefined, made.version);
  const map = await desk.context().newPage();
  await map.goto(workbench.url);
  await expect(map.locator('canvas').first()).toBeVisible();
  const stopMoving = keepMoving(map);

  let taken = 0;
  const voted = Promise.all(
    others.map(async ({ cookie, sentAs }, i) => {
      // Not all in one moment: the server dies between them.
      await pause(i * 20);
      const marks = i % 2 === 0 ? { yes: 1 } : { no: 1 };
      const reply = await ask(workbench, 'PUT', `/ballots/${id}/vote`, { sentAs, marks }, cookie);
      expect(reply.status, await reply.clone().text()).toBe(200);
      taken++;
      // Its answer was lost on the way, and it sends the same again.
      if (i % 4 === 0) await ask(workbench, 'PUT', `/ballots/${id}/vote`, { sentAs, marks }, cookie);
    }),
  );
  await expect.poll(() => taken, { intervals: [5] }).toBeGreaterThan(10);
  await workbench.kill();
  expect(taken).toBeLessThan(OTHERS);
  for (const page of phones) {
    await page.getByText('Yes', { exact: true }).click();
    await page.getByRole('button', { name: 'Vote', exact: true }).click();
  }
  await workbench.restart();
  await voted;
  for (const page of phones) await expect(page.getByText(/Your vote is in/)).toBeVisible({ timeout: 60_000 });
  await stopMoving();

  await desk.reload();
  await expect(desk.getByText(`Open: ${OTHERS + 2} have voted by telephone`)).toBeVisible();
  await desk.getByRole('button', { name: 'Close and count' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Count now' }).click();
  await expect(desk.getByText(`${OTHERS + 2} telephones and accounts`)).toBeVisible();
  await expect(desk.getByRole('row', { name: new RegExp(`^Yes ${OTHERS / 2 + 2}`) })).toBeVisible();
  await expect(desk.getByRole('row', { name: new RegExp(`^No ${OTHERS / 2}`) })).toBeVisible();
  for (const page of phones) await page.context().close();
});
