import { writeFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { photoWithPlace } from '../fixtures/photos.ts';
import { invite } from './invite.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test, watch } from './test.ts';
import type { Workbench } from './workbench.ts';

/**
 * Telephones in the room: they join without an account, choose their language, vote once each, and lose nothing without a
 * network. Their clocks are wrong: one is a day ahead, one a day behind, and the server's alone decides.
 */
test.describe.configure({ mode: 'serial' });

const QUESTION = 'What matters most?';
const IN_ARABIC = 'ما هو الأهم؟';
const phones: { page: Page; context: BrowserContext; expectNothingAmiss: () => void }[] = [];
let desk: Page;
let meetingId: string;
let code: string;

/** Asks the server as whoever is signed in on the page. */
async function send<T>(method: string, path: string, json?: object, version?: number): Promise<T> {
  return desk.evaluate(
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

test.beforeAll(async ({ browser, workbench }) => {
  desk = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(desk, workbench);
  const areas = await send<{ items: { id: number }[] }>('GET', '/areas');
  const languages = ['en', 'ar'];
  const area = { name: 'Riverside committee', areaId: areas.items[0]?.id, languages };
  const { id: committeeId } = await send<{ id: string }>('POST', '/committees', area);
  const meeting = { committeeId, startsAt: new Date().toISOString(), languages };
  const { id, version } = await send<{ id: string; version: number }>('POST', '/meetings', meeting);
  meetingId = id;
  await send('POST', `/meetings/${id}/start`, undefined, version);
});
test.afterAll(async () => {
  for (const { context } of phones) await context.close();
  await desk.context().close();
});

const DAY_MS = 86_400_000;

/** Its clock runs, so far ahead of the true one. */
async function newPhone(browser: Browser, workbench: Workbench, aheadMs: number): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  const expectNothingAmiss = watch(context, workbench);
  const page = await context.newPage();
  await page.clock.install({ time: Date.now() + aheadMs });
  phones.push({ page, context, expectNothingAmiss });
  await page.goto(`${workbench.url}/join`);
  return page;
}

async function join(page: Page, group: string, go = 'To the meeting', language?: string): Promise<void> {
  await page.getByLabel('Code on the screen').fill(code);
  await page.getByRole('button', { name: 'Join' }).click();
  if (language) await page.getByText(language, { exact: true }).click();
  await page.getByText(group, { exact: true }).click();
  await page.getByRole('button', { name: go }).click();
}

test('the door opens with a code, and a wrong one opens nothing', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  await desk.goto(`${workbench.url}/meetings/${meetingId}/phones`);
  await desk.getByRole('button', { name: 'Let telephones in' }).click();
  const shown = desk.getByText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/);
  await expect(shown).toBeVisible();
  code = await shown.innerText();
  await expectAccessible(desk, 'telephones of a meeting');
  const phone = await newPhone(browser, workbench, DAY_MS);
  await phone.getByLabel('Code on the screen').fill(code === '222 222' ? '333 333' : '222 222');
  await phone.getByRole('button', { name: 'Join' }).click();
  await expect(phone.getByRole('alert')).toHaveText(/^No meeting has this code now/);
  await expectAccessible(phone, 'joining a meeting');
  // What went wrong is said in whatever language is chosen, before anybody is in; the code that was typed stays.
  await phone.getByLabel('Your language').selectOption('fr');
  await expect(phone.getByRole('alert')).toHaveText(/^Aucune réunion n’a ce code/);
  await expect(phone.getByRole('textbox')).toHaveValue(/^(222 222|333 333)$/);
  await phone.getByLabel('Votre langue').selectOption('en');
  await join(phone, 'A woman');
  await join(await newPhone(browser, workbench, -DAY_MS), 'رجل', 'إلى الاجتماع', 'العربية');
  await join(await newPhone(browser, workbench, 0), 'A woman');
  for (const { page } of phones)
    await expect(page.locator('header').getByText('Riverside committee')).toBeVisible();
  await expect(desk.getByText('3 telephones are in')).toBeVisible();
});

test('a vote is asked in two languages, and nobody sees a count while it is open', async ({
  expectAccessible,
}) => {
  await desk.getByRole('button', { name: 'Prepare a vote' }).click();
  const dialog = desk.getByRole('dialog');
  const [questions, options] = [
    dialog.getByLabel('Question'),
    dialog.getByLabel('What is chosen from, one a line'),
  ];
  await questions.nth(0).fill(QUESTION);
  await options.nth(0).fill('Lamps\nThe school gate');
  await questions.nth(1).fill(IN_ARABIC);
  await options.nth(1).fill('المصابيح\nبوابة المدرسة');
  await expectAccessible(desk, 'preparing a vote');
  await dialog.getByRole('button', { name: 'Keep it for later' }).click();
  await desk.getByRole('button', { name: 'Open the vote' }).click();
  const [first, arabic] = phones.map(({ page }) => page);
  await expect(first.getByRole('heading', { name: QUESTION })).toBeVisible();
  const question = arabic.getByRole('heading', { name: IN_ARABIC });
  await expect(question).toBeVisible();
  expect(await question.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await expectAccessible(first, 'a vote on a telephone');
  await first
    .getByRole('button', { name: /dot.*Lamps/ })
    .last()
    .click();
  await first.getByRole('button', { name: 'Vote', exact: true }).click();
  await expect(first.getByText('Your vote is in.')).toBeVisible();
  await arabic
    .getByRole('button', { name: /نقطة.*المصابيح/ })
    .last()
    .click();
  await arabic.getByRole('button', { name: 'صوّت', exact: true }).click();
  await expect(arabic.getByText(/^وصل صوتك/)).toBeVisible();
  await expectAccessible(arabic, 'a vote on a telephone in Arabic');
  await expect(desk.getByText('Open: 2 have voted by telephone')).toBeVisible();
});

test('the language is changed in the middle of everything, and nothing typed is lost', async () => {
  const { page } = phones[1];
  expect(await page.evaluate(() => [document.documentElement.lang.slice(0, 2), document.body.dir])).toEqual([
    'ar',
    'rtl',
  ]);
  await page
    .getByRole('button', { name: /نقطة.*بوابة/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'اطرح شاغلا' }).click();
  await page.getByRole('textbox').fill('لا ضوء عند الموقف');
  await page.getByLabel('لغتك').selectOption('es');
  await expect(page.getByRole('heading', { name: 'Plantear una preocupación' })).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('لا ضوء عند الموقف');
  expect(await page.evaluate(() => document.body.dir)).toBe('ltr');
  // Kept on the telephone, for when the page is opened again.
  expect(await page.evaluate(() => localStorage.getItem('common-ground-language'))).toBe('es');
  await page.getByRole('button', { name: 'Enviar', exact: true }).click();
  await expect(page.getByText('Su preocupación quedó anotada.', { exact: false })).toBeVisible();
  // The dot that was put and not sent before the concern was written is still there.
  await expect(page.getByRole('button', { name: 'Cambiar mi voto' })).toBeEnabled();
  await page.getByRole('button', { name: /punto menos.*school gate/ }).click();
  await page.getByLabel('Su idioma').selectOption('ar');
  await expect(page.getByRole('heading', { name: IN_ARABIC })).toBeVisible();
});

test('a telephone whose clock is wrong by a day says the same day as any other', async () => {
  const { page } = phones[0];
  const ahead = await page.evaluate(() => Date.now());
  expect(ahead - Date.now()).toBeGreaterThan(DAY_MS - 3_600_000);
  await page.getByRole('button', { name: 'Raise a concern' }).click();
  await page.getByRole('textbox').fill('Raised a day ahead');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Your concern was taken down.', { exact: false })).toBeVisible();
  const { items } = await send<{ items: { receivedOn: string; summary: string }[] }>('GET', '/concerns');
  const raised = ['Raised a day ahead', 'لا ضوء عند الموقف'].map((text) =>
    items.find(({ summary }) => summary === text),
  );
  expect(raised[0]?.receivedOn).toBeTruthy();
  expect(raised[0]?.receivedOn).toBe(raised[1]?.receivedOn);
});

test('what is half written survives loading the page again, and ends when it is given up', async () => {
  const { page } = phones[0];
  await page.getByRole('button', { name: 'Raise a concern' }).click();
  await page.getByRole('textbox').fill('The bridge is slippery when');
  await page.reload();
  await expect(page.getByRole('textbox')).toHaveValue('The bridge is slippery when');
  await page.getByRole('button', { name: 'Back without sending' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Raise a concern' })).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('a name sent without a network is asked about before it is kept', async ({ expectAccessible }) => {
  const { page, context } = phones[0];
  const summary = 'Mr Okello knows when the bridge floods';
  const kept = async () =>
    (await send<{ items: { summary: string }[] }>('GET', '/concerns')).items.filter(
      (one) => one.summary === summary,
    ).length;
  await page.getByRole('button', { name: 'Raise a concern' }).click();
  await page.getByRole('textbox').fill(summary);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Waiting to be sent', { exact: true })).toBeVisible();
  await context.setOffline(false);
  await page.clock.fastForward('00:31');
  await expect(page.getByText(/^Not sent yet: this seems to name a person/)).toBeVisible();
  await expectAccessible(page, 'words a telephone is asked about');
  expect(await kept()).toBe(0);
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByRole('textbox')).toHaveValue(summary);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(/^This seems to name a person/)).toBeVisible();
  await page.getByRole('button', { name: 'It is all right, send it' }).click();
  await expect(page.getByText('Your concern was taken down.', { exact: false })).toBeVisible();
  expect(await kept()).toBe(1);
});

test('a photo goes with a concern, and whatever is wrong with a file loses nothing else', async ({
  workbench,
  expectAccessible,
}) => {
  const { page, context } = phones[0];
  await page.getByRole('button', { name: 'Raise a concern' }).click();
  await page.getByRole('textbox').fill('The lamp hangs from its pole');
  const file = page.getByLabel('Add a photo');
  const choose = (buffer: Buffer) =>
    file.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  // From a file: as bytes it would go through the wire of the test.
  const large = test.info().outputPath('large.jpg');
  await writeFile(large, Buffer.alloc(40 * 2 ** 20));
  await file.setInputFiles(large);
  await expect(page.getByText('This photo has 40 MB, and at most 30 MB can be sent.')).toBeVisible();
  await choose(Buffer.from('words alone'));
  await expect(page.getByText('This is no photo that can be read here.')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('The lamp hangs from its pole');
  await choose(await photoWithPlace(2400, 1600));
  await expect(page.getByRole('img', { name: 'Your photo' })).toBeVisible();
  const sending = page.getByRole('button', { name: 'Send', exact: true });
  await expect(sending).toBeDisabled();
  await page.getByText('Nobody can be recognised in it').click();
  await expectAccessible(page, 'a concern with a photo');
  await context.setOffline(true);
  await sending.click();
  await expect(page.getByText('Your concern, with a photo')).toBeVisible();
  await context.setOffline(false);
  await page.clock.fastForward('00:31');
  await expect(page.getByText('Your concern, with a photo')).toHaveCount(0);
  const { items } = await send<{ items: { id: string; summary: string; hasPhoto: boolean }[] }>(
    'GET',
    '/concerns',
  );
  const raised = items.filter(({ summary }) => summary === 'The lamp hangs from its pole');
  expect(raised.map(({ hasPhoto }) => hasPhoto)).toEqual([true]);
  const reader = await desk.context().newPage();
  await reader.goto(`${workbench.url}/concerns/${raised[0]?.id}`);
  await reader.getByRole('button', { name: 'Show the photo large' }).click();
  const photo = reader.getByRole('dialog').getByRole('img');
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(1600);
  await expectAccessible(reader, 'the photo of a concern');
  await reader.close();
});

test('what is voted in ten minutes without a network waits on the telephone, and counts once', async () => {
  const { page, context } = phones[2];
  let arrived = 0;
  page.on('response', (reply) => {
    if (reply.url().endsWith('/vote') && reply.ok()) arrived += 1;
  });
  await context.setOffline(true);
  await page
    .getByRole('button', { name: /dot.*school gate/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Vote', exact: true }).click();
  await expect(page.getByText('Your vote waits to be sent.')).toBeVisible();
  await expect(page.getByText('Waiting to be sent', { exact: true })).toBeVisible();
  await expect(page.getByText(`Your vote: ${QUESTION}`)).toBeVisible();
  await page.clock.fastForward('10:00');
  await expect(page.getByText(/^No connection to the meeting/)).toBeVisible();
  await expect(page.getByText('Waiting to be sent', { exact: true })).toBeVisible();
  await expect(desk.getByText('Open: 2 have voted by telephone')).toBeVisible();
  await context.setOffline(false);
  await page.clock.fastForward('00:31');
  await expect(page.getByText('Your vote is in.')).toBeVisible({ timeout: 40_000 });
  await expect(desk.getByText('Open: 3 have voted by telephone')).toBeVisible();
  await page.clock.fastForward('02:00');
  expect(arrived).toBe(1);
  await expect(page.getByText('Waiting to be sent', { exact: true })).toHaveCount(0);
});

test('a member of the committee votes with the account, and the presenter sees that a voice came in', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  const member = await invite(desk, browser, workbench, 'Committee member', 'Noor Member');
  await member.goto(`${workbench.url}/meetings/${meetingId}/phones`);
  await member.getByRole('button', { name: 'Vote with this device' }).click();
  const dialog = member.getByRole('dialog');
  const sending = dialog.getByRole('button', { name: 'Vote', exact: true });
  await dialog.getByRole('textbox', { name: 'Lamps' }).fill('4');
  await expect(dialog.getByText('Everybody has 3 dots: take some away.')).toBeVisible();
  await expect(sending).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Lamps' }).fill('1');
  await expectAccessible(member, 'the vote of a member');
  await sending.click();
  await expect(member.getByRole('button', { name: 'Change my vote' })).toBeVisible();
  await member.context().close();
  const presenter = await desk.context().newPage();
  await presenter.goto(`${workbench.url}/meetings/${meetingId}/present`);
  await expect(presenter.getByText('Open: 4 have voted by telephone or account')).toBeVisible();
  await expect(presenter.getByRole('button', { name: 'Close and count' })).toBeVisible();
  await expectAccessible(presenter, 'the presenter with a vote');
  await presenter.close();
  await desk.goto(`${workbench.url}/meetings/${meetingId}/phones`);
});

test('whoever changes a vote still counts once, and the result stands when it is closed', async ({
  expectAccessible,
}) => {
  const [{ page }] = phones;
  await page
    .getByRole('button', { name: /dot.*school gate/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Change my vote' }).click();
  await expect(desk.getByText('Open: 4 have voted by telephone')).toBeVisible();
  await desk.getByRole('button', { name: 'Close and count' }).click();
  const dialog = desk.getByRole('dialog');
  await expectAccessible(desk, 'closing a vote');
  await dialog.getByRole('button', { name: 'Count now' }).click();
  await expect(desk.getByText('4 telephones and accounts')).toBeVisible();
  // The first gave a dot to the lamps and then one to the gate, the second one to the lamps, the third one to the gate, the member one to the lamps.
  await expect(desk.getByRole('row', { name: /^Lamps 3/ })).toBeVisible();
  await expect(desk.getByRole('row', { name: /^The school gate 2/ })).toBeVisible();
  // Two women and a man: too few for any group to stand by itself.
  await expect(desk.getByRole('columnheader', { name: /Women/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Change my vote' })).toHaveCount(0);
  await expectAccessible(desk, 'the result of a vote');
  for (const { expectNothingAmiss } of phones) expectNothingAmiss();
});
