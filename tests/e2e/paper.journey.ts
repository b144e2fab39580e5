import type { Browser, Page } from '@playwright/test';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';
import type { Workbench } from './workbench.ts';

/** What is written on paper in a room: printed with codes and rows, typed back by keyboard alone, and counted with the rest. */
test.describe.configure({ mode: 'serial' });

const QUESTION = 'In which order?';
const IN_ARABIC = 'بأي ترتيب؟';
const PROMISE = 'Repair the lamps on North Road';
let page: Page;
let url: string;
let meetingId: string;
let ballotId: string;
let commitmentId: string;
/** The code that is printed on each sheet, by its letter. */
let codes: Record<string, string>;

type Asked = { id: string; version: number; items: { id: string }[] };

async function ask<Reply = Asked>(
  method: string,
  path: string,
  data?: object,
  version?: number,
): Promise<Reply> {
  const headers = { Origin: url, ...(version && { 'If-Match': `"${version}"` }) };
  const reply = await page.request.fetch(`${url}/api${path}`, { method, headers, data });
  expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true);
  return reply.json();
}

/** A promise that its organisation says is kept. */
async function deliver(organisationId: string): Promise<string> {
  const evidenceOfDone = 'All seven are lit';
  const dueOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const made = await ask('POST', '/commitments', {
    text: PROMISE,
    kind: 'infrastructure',
    organisationId,
    dueOn,
    evidenceOfDone,
  });
  let { version } = made;
  for (const step of [
    { to: 'agreed', dueOn, evidenceOfDone },
    { to: 'in_progress' },
    { to: 'delivered', evidence: [{ kind: 'count', text: 'Seven lamps' }] },
  ])
    ({ version } = await ask('POST', `/commitments/${made.id}/steps`, step, version));
  return made.id;
}

test.beforeAll(async ({ browser, workbench }: { browser: Browser; workbench: Workbench }) => {
  page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  url = workbench.url;
  await makeAccount(page, workbench);
  const [area] = (await ask('GET', '/areas')).items;
  const languages = ['en', 'ar'];
  const committee = await ask('POST', '/committees', {
    name: 'Riverside committee',
    areaId: area.id,
    quorum: 3,
    languages,
  });
  const meeting = await ask('POST', '/meetings', {
    committeeId: committee.id,
    startsAt: new Date(Date.now() - 3_600_000).toISOString(),
    place: 'School on North Road',
    openTo: 'public',
    languages,
  });
  meetingId = meeting.id;
  const [organisation] = (await ask('GET', '/organisations')).items;
  commitmentId = await deliver(organisation.id);
  await ask('POST', `/meetings/${meetingId}/draft`);
  await ask('POST', `/meetings/${meetingId}/agenda`, {
    kind: 'commitments',
    title: 'The lamps',
    commitmentId,
  });
  const { version } = await ask('GET', `/meetings/${meetingId}`);
  await ask('POST', `/meetings/${meetingId}/start`, undefined, version);
  const ballot = await ask('POST', `/meetings/${meetingId}/ballots`, {
    kind: 'ranking',
    question: QUESTION,
    questions: { ar: IN_ARABIC },
    options: [
      { id: 'lamps', text: 'Lamps', texts: { ar: 'المصابيح' } },
      { id: 'gate', text: 'The school gate', texts: { ar: 'بوابة المدرسة' } },
    ],
  });
  ballotId = ballot.id;
  await ask('POST', `/ballots/${ballotId}/open`, undefined, ballot.version);
});
test.afterAll(() => page.context().close());

/** Keys pressed one after the other; words are typed. */
async function keys(...pressed: string[]): Promise<void> {
  for (const one of pressed)
    if (['Tab', 'Enter'].includes(one)) await page.keyboard.press(one);
    else await page.keyboard.type(one);
}

/** By its code, into the first cell of its grid. */
async function openSheet(code: string): Promise<void> {
  const field = page.getByLabel('Code on the sheet');
  await field.focus();
  await field.fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-sheet^="${code}"] input`).first()).toBeFocused();
}

test('the papers are printed in two languages, each with its code and its rows', async ({
  expectAccessible,
}) => {
  await page.goto(`${url}/meetings/${meetingId}`);
  await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Papers to print' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'You are invited أنتم مدعوون' })).toBeVisible();
  for (const name of ['Map for dots', 'Votes', 'Were promises kept'])
    await page.getByRole('checkbox', { name }).press('Space');
  const sheets = page.locator('article[data-sheet]');
  await expect(sheets).toHaveCount(7);
  await expect(page.getByRole('img', { name: /^Map with a grid/ })).toBeVisible();
  const slips = page.getByText(IN_ARABIC);
  await expect(slips.first()).toBeVisible();
  expect(await slips.first().evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await expect(page.getByRole('heading', { name: PROMISE })).toBeVisible();
  const printed = await sheets.evaluateAll((all) => all.map((one) => one.getAttribute('data-sheet') ?? ''));
  codes = Object.fromEntries(printed.filter(Boolean).map((code) => [code.split('-')[1][0], code]));
  expect(Object.keys(codes).sort()).toEqual(['B', 'D', 'T', 'V']);
  await expectAccessible(page, 'papers of a meeting');

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width]) =>
    Math.round(Number(width)),
  );
  // The invitation on one leaf of A5; agenda, tally, map and its table, slips, counting, promises on A4.
  expect(sizes.filter((width) => width === 420)).toHaveLength(1);
  const pages = sizes.filter((width) => width === 595).length;
  expect(pages).toBeGreaterThanOrEqual(7);
  expect(pages).toBeLessThanOrEqual(10);
});

test('the tally and the slips are typed by keyboard, and nothing is lost on the way', async ({
  expectAccessible,
}) => {
  await page.goto(`${url}/meetings/${meetingId}/type-back`);
  await openSheet(codes.T);
  // Members: four women, a man. Police: nobody counted but two men. Public: nine women, five men.
  await keys('4', 'Enter', '1', 'Enter', 'Enter', 'Enter', '2', 'Enter', 'Enter', '9', 'Enter', '5', 'Enter');
  await keys('Enter', '20');
  await expect(page.getByText('More than of the public in all.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the tally' })).toBeDisabled();
  await page.keyboard.press('Control+a');
  await keys('6');
  await expectAccessible(page, 'typing papers back');
  await page.reload();
  await expect(page.getByLabel('10 Young people: Count')).toHaveValue('6');
  await page.getByRole('button', { name: 'Save the tally' }).press('Enter');
  await expect(page.getByText('21 people were counted already')).toBeVisible();

  await openSheet(codes.B);
  // Two women and a man; the third writes the same rank twice.
  await keys(
    '1',
    'Tab',
    '1',
    'Tab',
    '2',
    'Enter',
    '1',
    'Tab',
    'Tab',
    '1',
    'Enter',
    '2',
    'Tab',
    '1',
    'Tab',
    '1',
  );
  await expect(page.getByText('A ranking goes 1, 2, 3')).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Save 2 rows' }).press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Save 2 rows' }).press('Enter');
  await expect(page.getByText('Counted', { exact: true })).toHaveCount(2);
  const typed = await ask<{ items: { batches: { papers: number; group: string }[] }[] }>(
    'GET',
    `/meetings/${meetingId}/ballots`,
  );
  expect(typed.items[0].batches).toMatchObject([{ papers: 2, group: 'women' }]);
  // Whoever has the same sheet once more finds its rows taken.
  await expect(page.getByLabel('1: Group 1–6', { exact: true })).toBeDisabled();
});

test('a promise is judged and a dot becomes a concern in its square', async () => {
  await openSheet(codes.V);
  await keys('5', 'Tab', '1', 'Tab', '1', 'Enter', '4', 'Tab', 'Tab', '', 'Tab', '2');
  await expect(
    page.getByText('More than half of those who can say find it done: it is verified.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Record it' }).press('Enter');
  await expect(page.getByText('No promise waits to be judged')).toBeVisible();
  const { state } = await ask<{ state: string }>('GET', `/commitments/${commitmentId}`);
  expect(state).toBe('verified');

  await openSheet(codes.D);
  await keys('c4', 'Tab', 'Lamps are out at the stop', 'Tab', 'after dark', 'Enter', 'Z99', 'Tab', 'Water');
  await expect(page.getByText('This square is not on the map.')).toBeVisible();
  await page.getByRole('button', { name: 'Save 1 row', exact: true }).press('Enter');
  await expect(page.getByText('Counted', { exact: true })).toHaveCount(1);
  const { items } = await ask<{ items: { summary: string; place: unknown; detail: string }[] }>(
    'GET',
    `/concerns?text=${codes.D}`,
  );
  expect(items).toHaveLength(1);
  expect(items[0].summary).toBe('Lamps are out at the stop');
});

test('what was typed stands in the result and in the minutes', async () => {
  const [ballot] = (await ask<{ items: { version: number }[] }>('GET', `/meetings/${meetingId}/ballots`))
    .items;
  await ask('POST', `/ballots/${ballotId}/close`, { membersPresent: 5 }, ballot.version);
  const [closed] = (
    await ask<{ items: { result: { typed: number; counts: { points: number }[] } }[] }>(
      'GET',
      `/meetings/${meetingId}/ballots`,
    )
  ).items;
  // Lamps first and the gate second, then the gate alone: two points, and one and two.
  expect(closed.result).toMatchObject({ typed: 2, counts: [{ points: 2 }, { points: 3 }] });
  await page.goto(`${url}/meetings/${meetingId}/minutes`);
  await expect(page.getByRole('row', { name: /^Public 9 5 0 14/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Members of the committee 4 1 0 5/ })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`^${PROMISE}.*done 9`) })).toBeVisible();
});

test('promises that are due are listed, and their days go into a calendar', async ({ expectAccessible }) => {
  await page.goto(`${url}/commitments`);
  await page.getByRole('link', { name: 'Promises due' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Promises due' })).toBeVisible();
  await expectAccessible(page, 'promises due');
  const calendar = await page.request.get(`${url}/api/commitments.ics`);
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
});
