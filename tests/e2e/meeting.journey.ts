import type { Locator, Page } from '@playwright/test';
import { inDays, type Made, send } from './asking.ts';
import { invite } from './invite.ts';
import { fillScanning } from './scanning.ts';
import { makeAccount } from './sign-in.ts';
import { answer, dot, joinByCode, type Telephone } from './telephones.ts';
import { expect, test } from './test.ts';
import type { Workbench } from './workbench.ts';

/**
 * One evening from its agenda to the minutes that the next meeting approves: a projector, a secretary and three telephones, one
 * of them in Arabic and one that goes off the network. Nothing leaves the machine, and the server dies in the middle of a vote.
 */
test.describe.configure({ mode: 'serial' });

const PROMISE = 'Repair the twelve lamps at the three stops';
const IN_ARABIC = 'إصلاح المصابيح الاثني عشر';
const CASE = 'Robberies at the night stops';
const QUESTION = 'What matters most?';
const QUESTION_IN_ARABIC = 'ما هو الأهم؟';
const LAMPS_IN_ARABIC = 'المصابيح';
const CONCERN = 'The path behind the clinic is dark';
const SPOKEN = 'The stairs at the station are slippery';
const NEW_PROMISE = 'Light the path behind the clinic';

let owner: Page;
let secretary: Page;
let wall: Page;
const phones: Telephone[] = [];
let committeeId: string;
let meetingId: string;
let problemId: string;
let promiseId: string;

const ask = <T>(method: string, path: string, json?: object, version?: number) =>
  send<T>(secretary, method, path, json, version);

test.beforeAll(async ({ browser, workbench }) => {
  owner = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(owner, workbench);
  secretary = await invite(owner, browser, workbench, 'Committee secretary', 'Mariam Secretary');
  await prepare(workbench);
});
test.afterAll(async () => {
  for (const { context } of phones) await context.close();
  for (const page of [wall, secretary, owner]) await page?.context().close();
});

/** A committee, a case that waits for it, a promise that is said to be done, and the session of women of the week before. */
async function prepare({ url }: Workbench): Promise<void> {
  const areas = await ask<{ items: { id: number; name: string; geometry: object }[] }>('GET', '/areas');
  const area = areas.items.find(({ name }) => name === 'Riverside');
  const languages = ['en', 'ar'];
  const committee = { name: 'Riverside committee', areaId: area?.id, languages, quorum: 3 };
  committeeId = (await ask<Made>('POST', '/committees', committee)).id;
  const lighting = { name: 'Street lighting company', kind: 'utility' };
  const { id: organisationId } = await ask<{ id: number }>('POST', '/organisations', lighting);
  const opened = {
    title: CASE,
    statement: 'After dark people who wait are robbed.',
    geometry: area?.geometry,
    confidentiality: 'committee',
  };
  problemId = (await ask<Made>('POST', '/problems', opened)).id;
  await fillScanning(owner, `${url}/problems/${problemId}`, ['cheers', 'elements', 'objective']);
  const promised = { organisationId, text: PROMISE, kind: 'infrastructure', problemId };
  const promise = await ask<Made>('POST', '/commitments', promised);
  promiseId = promise.id;
  let { version } = promise;
  for (const step of [
    { to: 'agreed', dueOn: inDays(30), evidenceOfDone: 'All twelve burn at night' },
    { to: 'in_progress' },
    { to: 'delivered', evidence: [{ kind: 'count', text: '12 of 12 burn' }] },
  ])
    ({ version } = await ask<Made>('POST', `/commitments/${promiseId}/steps`, step, version));
  const startsAt = new Date().toISOString();
  meetingId = (
    await ask<Made>('POST', '/meetings', { committeeId, startsAt, languages, place: 'School hall' })
  ).id;
}

const at = (url: string, page: string) => `${url}/meetings/${meetingId}${page}`;
const agendaLines = (page: Page) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Drop/ }) });

test('the agenda drafts itself from what is owed, and she puts it in her order', async ({ workbench }) => {
  await secretary.goto(at(workbench.url, ''));
  await secretary.getByRole('button', { name: 'Draft the agenda' }).click();
  const lines = agendaLines(secretary);
  await expect(lines.filter({ hasText: PROMISE })).toHaveCount(1);
  await expect(lines.filter({ hasText: CASE })).toHaveCount(1);
  await secretary.getByRole('button', { name: `Change: ${PROMISE}` }).focus();
  await secretary.keyboard.press('Alt+ArrowUp');
  await expect(lines.nth(1)).toContainText(PROMISE);
  const item = (await agenda()).find(({ commitmentId }) => commitmentId === promiseId);
  await ask('PATCH', `/agenda-items/${item?.id}`, { titles: { ar: IN_ARABIC } }, item?.version);
});

test('its papers are ready to be printed, in the two languages of the committee', async ({ workbench }) => {
  await secretary.goto(at(workbench.url, '/sheets'));
  const sheets = secretary.locator('article[data-sheet]');
  await expect(sheets.filter({ hasText: PROMISE }).filter({ hasText: IN_ARABIC }).first()).toBeVisible();
  expect(await sheets.count()).toBeGreaterThanOrEqual(3);
  expect((await secretary.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
});

interface Item extends Made {
  kind: string;
  commitmentId: string | null;
  problemId: string | null;
}
const agenda = async () => (await ask<{ items: Item[] }>('GET', `/meetings/${meetingId}/agenda`)).items;

test('the meeting starts on the projector, and telephones come in by the code', async ({
  browser,
  workbench,
}) => {
  wall = await invite(owner, browser, workbench, 'Committee member', 'Musa Member');
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(at(workbench.url, '/show'));
  await expect(wall.getByRole('heading', { name: 'We begin soon' })).toBeVisible();
  await secretary.goto(at(workbench.url, '/present'));
  await secretary.getByRole('button', { name: 'Start the meeting' }).click();
  await expect(wall.getByRole('heading', { name: 'Welcome and ground rules' })).toBeVisible();
  await secretary.goto(at(workbench.url, '/phones'));
  await secretary.getByRole('button', { name: 'Let telephones in' }).click();
  const code = await secretary.getByText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/).innerText();
  await expect(wall.getByText(code, { exact: true })).toBeVisible();
  phones.push(await joinByCode(browser, workbench, code, 0));
  phones.push(await joinByCode(browser, workbench, code, 1, 'العربية'));
  phones.push(await joinByCode(browser, workbench, code, 0));
  await expect(secretary.getByText('3 telephones are in')).toBeVisible();
});

test('attendance is counted by group, and has no field for a name', async ({ workbench }) => {
  await secretary.goto(at(workbench.url, ''));
  await secretary.getByRole('button', { name: 'Count who was there' }).click();
  const dialog = secretary.getByRole('dialog');
  for (const [group, sex, count] of [
    ['Members of the committee', 'Women', '3'],
    ['Members of the committee', 'Men', '2'],
    ['Police', 'Men', '2'],
    ['Public', 'Women', '18'],
    ['Public', 'Men', '11'],
  ] as const)
    await dialog
      .getByRole('group', { name: group, exact: true })
      .getByRole('textbox', { name: sex, exact: true })
      .fill(count);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(secretary.getByText(/Quorate/)).toBeVisible();
});

test('police say it is done, the room says partly: open again by a new day, both on record', async ({
  workbench,
}) => {
  await secretary.goto(at(workbench.url, '/present'));
  await secretary.getByRole('navigation', { name: 'Agenda' }).getByText(PROMISE).click();
  await expect(wall.getByRole('heading', { name: PROMISE })).toBeVisible();
  await expect(wall.getByText(IN_ARABIC)).toHaveAttribute('dir', 'rtl');
  for (const { page } of [phones[0]])
    await expect(page.getByRole('heading', { name: PROMISE })).toBeVisible();
  await secretary.goto(at(workbench.url, '/phones'));
  await secretary.getByRole('button', { name: 'Prepare a vote' }).click();
  const dialog = secretary.getByRole('dialog');
  await choose(dialog, 'How is it asked?', 'Was a promise kept?');
  await choose(dialog, 'Which promise?', PROMISE);
  await dialog.getByLabel('Question').nth(0).fill('Do the lamps burn?');
  await dialog.getByLabel('Question').nth(1).fill('هل تعمل المصابيح؟');
  await dialog.getByRole('button', { name: 'Keep it for later' }).click();
  await secretary.getByRole('button', { name: 'Open the vote' }).click();
  const [woman, man, other] = phones.map(({ page }) => page);
  for (const page of [woman, man, other]) await answer(page, 1);
  await expect(secretary.getByText('Open: 3 have voted by telephone')).toBeVisible();
  await secretary.getByRole('button', { name: 'Close and count' }).click();
  await dialog.getByLabel(/If residents do not find it done/).fill(inDays(60));
  await dialog.getByRole('button', { name: 'Count now' }).click();
  await expect(wall.getByText('Partly done', { exact: true })).toBeVisible();
  await expect(wall.getByText(/Open again, by/)).toBeVisible();
  await expect(wall.getByText('12 of 12 burn')).toBeVisible();
});

async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('button', { name: label }).click();
  await dialog.page().getByRole('option', { name: option }).first().click();
}

test('a concern comes by telephone with a place as exact as its writer chose, and one that names somebody is held up', async ({
  workbench,
}) => {
  const [{ page }] = phones;
  await page.getByRole('button', { name: 'Raise a concern' }).click();
  const words = page.getByRole('textbox');
  await words.fill('Mr Peter Smith sells drugs there');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(/seems to name a person/)).toBeVisible();
  await words.fill(CONCERN);
  await page.getByRole('button', { name: 'Show the place on a map' }).click();
  await page.locator('canvas').click({ position: { x: 150, y: 120 } });
  await page.getByText(/a square of 250 m/).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText(/Your concern was taken down/)).toBeVisible();
  const { items } = await ask<{ items: { summary: string; precision: string }[] }>(
    'GET',
    '/concerns?text=clinic',
  );
  expect(items.filter(({ summary }) => summary === CONCERN)).toMatchObject([{ precision: 'block_cell' }]);
  await secretary.goto(`${workbench.url}/concerns`);
  await expect(secretary.getByText(CONCERN)).toBeVisible();
  // Who has no telephone speaks, and the secretary types it from the desk of the meeting.
  await toItem('concerns');
  await secretary.goto(at(workbench.url, '/present'));
  const typing = secretary.context().waitForEvent('page');
  await secretary.getByRole('link', { name: 'Type a concern that is spoken' }).click();
  const form = await typing;
  await form.getByLabel('In a sentence: what happens?').fill(SPOKEN);
  await form.getByRole('button', { name: /Save|Take it in/ }).click();
  await expect(form.getByText(/taken in/i).first()).toBeVisible();
  await form.close();
});

test('the cable is pulled in the middle of a vote: what was chosen meanwhile arrives, and once', async ({
  workbench,
}) => {
  await secretary.goto(at(workbench.url, '/phones'));
  await secretary.getByRole('button', { name: 'Prepare a vote' }).click();
  const dialog = secretary.getByRole('dialog');
  await dialog.getByLabel('Question').nth(0).fill(QUESTION);
  await dialog.getByLabel('What is chosen from, one a line').nth(0).fill('Lamps\nThe school gate');
  await dialog.getByLabel('Question').nth(1).fill(QUESTION_IN_ARABIC);
  await dialog.getByLabel('What is chosen from, one a line').nth(1).fill(`${LAMPS_IN_ARABIC}\nبوابة المدرسة`);
  await dialog.getByRole('button', { name: 'Keep it for later' }).click();
  await secretary.getByRole('button', { name: 'Open the vote' }).click();
  await ofTheWomen();
  await toItem('priorities');
  await expect(wall.getByText('Women’s session').first()).toBeVisible();
  const [woman, man, away] = phones.map(({ page }) => page);
  await expect(man.getByRole('heading', { name: QUESTION_IN_ARABIC })).toBeVisible();
  await dot(woman, 'Lamps');
  await expect(secretary.getByText('Open: 1 has voted by telephone')).toBeVisible();
  await expect(wall.getByText(/1 voice is in/)).toBeVisible();
  await phones[2]?.context.setOffline(true);
  await dot(away, 'The school gate');
  await workbench.kill();
  await dot(man, LAMPS_IN_ARABIC);
  await expect(wall.getByText(/The server does not answer/)).toBeVisible();
  await workbench.restart();
  await phones[2]?.context.setOffline(false);
  await expect(secretary.getByText('Open: 3 have voted by telephone')).toBeVisible({ timeout: 60_000 });
  await secretary.getByRole('button', { name: 'Close and count' }).click();
  await secretary.getByRole('dialog').getByRole('button', { name: 'Count now' }).click();
  await expect(secretary.getByRole('row', { name: /^Lamps 2/ })).toBeVisible();
  await expect(secretary.getByRole('row', { name: /^The school gate 1/ })).toBeVisible();
  // Each list by itself: two dots here, three there, and never five.
  const lamps = wall.getByRole('listitem').filter({ hasText: 'Lamps' });
  await expect(lamps.locator('strong')).toHaveText(['2', '3']);
});

/** What the session of women of the same round put first, on paper: twelve dots for the school gate. */
async function ofTheWomen(): Promise<void> {
  const startsAt = new Date().toISOString();
  const round = { committeeId, startsAt, kind: 'women_session', parallelOf: meetingId };
  const { id, version } = await ask<Made>('POST', '/meetings', round);
  await ask('POST', `/meetings/${id}/start`, undefined, version);
  const options = ['Lamps', 'The school gate'].map((text, i) => ({ id: `o${i + 1}`, text }));
  const asked = await ask<Made>('POST', `/meetings/${id}/ballots`, {
    kind: 'dots',
    question: QUESTION,
    options,
  });
  const open = await ask<Made>('POST', `/ballots/${asked.id}/open`, undefined, asked.version);
  await ask('POST', `/ballots/${asked.id}/batches`, { kind: 'paper', papers: 9, counts: { o1: 3, o2: 12 } });
  await ask('POST', `/ballots/${asked.id}/close`, {}, open.version);
}

/** Moves the meeting on, as any screen of it may. */
async function toItem(kind: string): Promise<void> {
  const itemId = (await agenda()).find((one) => one.kind === kind)?.id;
  await ask('PUT', `/meetings/${meetingId}/current`, { itemId });
}

test('the committee decides on the case, and how it came to it is kept', async ({ workbench }) => {
  await secretary.getByRole('button', { name: 'Record a decision' }).click();
  const dialog = secretary.getByRole('dialog');
  await dialog.getByLabel('What was decided?').fill('The robberies at the night stops come first.');
  await choose(dialog, 'Which problem case?', CASE);
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(secretary.getByText('The robberies at the night stops come first.')).toBeVisible();
  const { items } = await ask<{ items: { name: string; body: { meetingId: string } | null }[] }>(
    'GET',
    `/problems/${problemId}/parts`,
  );
  expect(items.find(({ name }) => name === 'priority')?.body?.meetingId).toBe(meetingId);
  await secretary.goto(`${workbench.url}/problems/${problemId}?tab=history`);
  await expect(
    secretary
      .getByText(/The robberies at the night stops come first\./)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test('a new promise has an owner, a day and a proof; a wall that was closed is where the meeting is', async ({
  workbench,
}) => {
  await secretary.goto(at(workbench.url, '/present'));
  await secretary.getByRole('navigation', { name: 'Agenda' }).getByText('New promises').click();
  const context = wall.context();
  await wall.close();
  wall = await context.newPage();
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(at(workbench.url, '/show'));
  await expect(wall.getByRole('heading', { name: 'New promises' })).toBeVisible();
  await secretary.getByLabel('What is promised').fill(NEW_PROMISE);
  await secretary.getByLabel('To be done by').fill(inDays(45));
  await secretary.getByLabel('How everybody will see').fill('Six lamps burn');
  await secretary.getByRole('button', { name: 'Record the promise' }).click();
  await expect(secretary.getByText(/A promise needs an owner/)).toBeVisible();
  await secretary.getByRole('button', { name: /By which organisation/ }).click();
  await secretary.getByRole('option', { name: 'Street lighting company' }).click();
  await secretary.getByRole('button', { name: /What kind of promise/ }).click();
  await secretary.getByRole('option', { name: 'Infrastructure' }).click();
  await secretary.getByRole('button', { name: 'Record the promise' }).click();
  await expect(wall.getByText(NEW_PROMISE)).toBeVisible();
});

test('it is closed, and telephones are sent home', async () => {
  await secretary.getByRole('button', { name: 'Close the meeting…' }).click();
  const dialog = secretary.getByRole('dialog');
  await dialog.getByLabel('Next meeting', { exact: true }).fill(`${inDays(28)}T18:00`);
  await dialog.getByRole('button', { name: 'Put these off and close' }).click();
  await expect(wall.getByRole('heading', { name: 'The meeting has ended' })).toBeVisible();
  const [{ page }] = phones;
  await expect(page.getByRole('button', { name: 'Raise a concern' })).toHaveCount(0);
  const late = await page.evaluate(async () => (await fetch('/api/guest/meeting')).status);
  expect(late).toBeGreaterThanOrEqual(400);
  for (const { expectNothingAmiss } of phones) expectNothingAmiss();
});

test('the next meeting stands there with its agenda, and what the neighbourhood is told is drafted', async ({
  workbench,
}) => {
  const drafted = (await ask<{ items: Item[] }>('GET', `/meetings/${await nextMeeting()}/agenda`)).items;
  expect(drafted.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['minutes', 'commitments']));
  await secretary.goto(at(workbench.url, ''));
  await secretary.getByRole('button', { name: 'Draft from the record' }).click();
  await expect(secretary).toHaveURL(/\/published\/answers\//);
  const told = secretary.getByRole('article');
  await expect(told.getByRole('heading', { name: 'You said', exact: true })).toBeVisible();
  await expect(told.getByRole('heading', { name: 'We meet again' })).toBeVisible();
  // It was promised to the committee, and nobody opened it to everybody.
  await expect(told.getByText(NEW_PROMISE)).toHaveCount(0);
  await secretary.getByRole('tab', { name: 'العربية' }).click();
  await expect(told).toHaveAttribute('dir', 'rtl');
});

const nextMeeting = async () => {
  const path = `/meetings?committee=${committeeId}&state=planned`;
  return (await ask<{ items: Made[] }>('GET', path)).items[0]?.id;
};

test('the minutes hold what happened, in two languages, and the next meeting approves them', async ({
  workbench,
}) => {
  await secretary.goto(at(workbench.url, '/minutes'));
  const article = secretary.getByRole('article');
  await expect(article.getByRole('row', { name: /Public 18 11 0 29/ })).toBeVisible();
  for (const text of [PROMISE, NEW_PROMISE, QUESTION, 'The robberies at the night stops come first.'])
    await expect(article.getByText(text).first()).toBeVisible();
  await secretary.getByRole('button', { name: /Language/ }).click();
  await secretary.getByRole('option', { name: 'Arabic' }).click();
  await expect(article.getByRole('heading', { name: 'الحضور' })).toHaveCSS('direction', 'rtl');
  await secretary.getByRole('button', { name: 'Close the minutes…' }).click();
  await secretary.getByRole('button', { name: 'Close them' }).click();
  const next = await ask<Made>('GET', `/meetings/${await nextMeeting()}`);
  await ask('POST', `/meetings/${next.id}/start`, undefined, next.version);
  await secretary.reload();
  await secretary.getByRole('button', { name: 'Record the approval' }).click();
  await expect(article.getByText(/^Approved at the meeting of/)).toBeVisible();
});
