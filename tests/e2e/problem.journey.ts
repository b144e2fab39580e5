import type { Page } from '@playwright/test';
import { invite } from './invite.ts';
import { fillScanning } from './scanning.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';

/**
 * One problem from what people say of it to the verdict of the committee, by an analyst and a secretary. Long texts go in as
 * the pages would send them, taken from the worked case; what the story turns on is done by hand.
 */
test.describe.configure({ mode: 'serial' });

const TITLE = 'Robberies of people who wait on North Road';
const SAID = [
  'Phones are taken at the bus stop in the morning',
  'Bags are pulled away at the bus stop',
  'The bus stop is dark and nobody sees you',
  'We walk past the bus stop now, to the next',
  'A purse was cut at the bus stop on Friday',
  'My girl was pushed at the bus stop after school',
];
const PROTECTED = 'She is beaten at home and does not dare to say';
const VERDICT =
  'In the year after the changes there were about 118 fewer thefts than the comparison area leads us to expect; the true figure is probably between 40 and 196 fewer. Thefts did not move to the streets around.';

interface Sent {
  status: number;
  body: Json;
}
// biome-ignore lint/suspicious/noExplicitAny: replies of many routes, looked into by name.
type Json = any;

let analyst: Page;
let secretary: Page;
/** Of the new case, and of the one that lends its texts. */
let id: string;
let worked: string;

test.beforeAll(async ({ browser, workbench }) => {
  analyst = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(analyst, workbench);
  secretary = await invite(analyst, browser, workbench, 'Committee secretary', 'Mariam Secretary');
});
test.afterAll(async () => {
  await analyst.context().close();
  await secretary.context().close();
});

async function send(
  page: Page,
  method: string,
  path: string,
  json?: unknown,
  version?: number,
): Promise<Sent> {
  return page.evaluate(
    async ({ method, path, json, version }) => {
      const reply = await fetch(`/api${path}`, {
        method,
        headers: {
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
        },
        body: json === undefined ? undefined : JSON.stringify(json),
      });
      const text = await reply.text();
      return { status: reply.status, body: text === '' ? null : JSON.parse(text) };
    },
    { method, path, json, version },
  );
}

const read = async (path: string): Promise<Json> => (await send(analyst, 'GET', path)).body;

/** Into the new case what stands in the worked one. */
async function lendParts(names: readonly string[]): Promise<void> {
  const { items } = await read(`/problems/${worked}/parts`);
  for (const name of names) {
    const { body } = items.find((part: Json) => part.name === name);
    expect((await send(analyst, 'PUT', `/problems/${id}/parts/${name}`, body, 0)).status, name).toBe(200);
  }
}

async function lendItems(kinds: readonly string[]): Promise<void> {
  const { items } = await read(`/problems/${worked}/items`);
  for (const { kind, body } of items.filter((item: Json) => kinds.includes(item.kind)))
    expect((await send(analyst, 'POST', `/problems/${id}/items`, { kind, body })).status, kind).toBe(201);
}

async function openTab(page: Page, url: string, tab: string): Promise<void> {
  await page.goto(`${url}/problems/${id}?tab=${tab}`);
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
}

/** By keyboard: a kept answer lies on the map of the case with its key, and goes again. */
async function showOnCaseMap(page: Page, url: string): Promise<void> {
  await openTab(page, url, 'overview');
  const where = page.getByRole('region', { name: 'Where' });
  await expect(where.getByText('This kept answer has no map: Data clock.')).toBeVisible();
  const choice = where.getByRole('button', { name: /Kept answer shown on the map/ });
  const key = where.getByRole('region', { name: 'Key of the answer: Getis–Ord Gi*' });
  await expect(key).toHaveCount(0);
  await choice.focus();
  for (const press of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(press);
  await expect(key.getByText('Hot, z 5 or more')).toBeVisible();
  await expect(key.getByText(/Getis–Ord Gi\*, version 1 · n = 1,296 · .*cell size \(m\) 100/)).toBeVisible();
  await expect(key.getByText(/data have changed since/)).toHaveCount(0);
  await choice.focus();
  for (const press of ['Enter', 'ArrowUp', 'Enter']) await page.keyboard.press(press);
  await expect(key).toHaveCount(0);
}

async function moveTo(page: Page, stage: string, why: string): Promise<void> {
  await page.getByRole('button', { name: `Move to ${stage}…` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/missing before the case can go on/)).toHaveCount(0);
  await dialog.getByLabel('Why now?').fill(why);
  for (const despite of await dialog.getByLabel(/Why go on all the same/).all())
    await despite.fill('Known, and weighed.');
  await dialog.getByRole('button', { name: `Move to ${stage}` }).click();
  await expect(dialog).toHaveCount(0);
}

test('six people speak of one thing, and one of something that is nobody’s to read', async ({
  workbench,
}) => {
  await secretary.goto(`${workbench.url}/concerns/paper`);
  for (const [row, text] of [...SAID, PROTECTED].entries()) {
    const field = secretary.getByLabel(`In a sentence: what happens?, row ${row + 1}`);
    await field.fill(text);
    if (row < SAID.length) await field.press('Enter');
  }
  const last = SAID.length + 1;
  await secretary.getByLabel(`Protected, row ${last}`).check();
  await secretary.getByLabel(`Where is the person taken?, row ${last}`).selectOption('survivor_support');
  await secretary.getByRole('button', { name: `Save ${last} rows` }).click();
  await expect(secretary.getByRole('row').nth(last)).toContainText('nothing else was kept');
  const listed = await send(secretary, 'GET', '/concerns?limit=100');
  expect(JSON.stringify(listed.body)).toContain(SAID[5]);
  expect(JSON.stringify(listed.body)).not.toContain(PROTECTED);
});

test('a case is opened from six of them, and held back at the gate', async ({ workbench }) => {
  worked = (await read('/problems')).items.find((one: Json) => /bus stops/.test(one.title)).id;
  const { geometry, rule } = await read(`/problems/${worked}`);
  await analyst.goto(`${workbench.url}/concerns?text=bus+stop&state=received`);
  for (const text of SAID)
    await analyst.getByRole('checkbox', { name: `Choose “${text}”` }).check({ force: true });
  await analyst.getByRole('button', { name: 'Open a problem case from them' }).click();
  const dialog = analyst.getByRole('dialog');
  await dialog.getByLabel('What the problem is').fill(TITLE);
  await dialog.getByRole('button', { name: 'Open the case' }).click();
  await expect(analyst.getByRole('heading', { name: TITLE })).toBeVisible();
  id = new URL(analyst.url()).pathname.split('/')[2];
  const { version } = await read(`/problems/${id}`);
  const stated = {
    statement: 'At five bus stops bags and phones are taken from those who wait.',
    geometry,
    rule,
    confidentiality: 'committee',
  };
  expect((await send(analyst, 'PATCH', `/problems/${id}`, stated, version)).status).toBe(200);
  await openTab(analyst, workbench.url, 'scanning');
  await expect(analyst.getByRole('heading', { name: 'Concerns (6)' })).toBeVisible();
  await analyst.getByRole('button', { name: 'Move to Analysis…' }).click();
  await expect(dialog.getByText(/missing before the case can go on/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Move to Analysis' })).toBeDisabled();
});

test('a statement of two hundred pages is told, kept in its field, and not sent', async ({ workbench }) => {
  await openTab(analyst, workbench.url, 'overview');
  const section = analyst.getByRole('region', { name: 'The problem', exact: true });
  await section.getByRole('button', { name: 'Edit' }).click();
  const statement = section.getByLabel('Statement');
  const written = await statement.inputValue();
  const report = 'Bags and phones are taken there. '.repeat(15_152);
  await statement.fill(report);
  await expect(section.getByText(/^This text has 500,016 characters, and at most 20,000 fit/)).toBeVisible();
  const { version } = await read(`/problems/${id}`);
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(statement).toBeFocused();
  expect(await statement.inputValue()).toHaveLength(report.length);
  expect((await read(`/problems/${id}`)).version).toBe(version);
  await statement.fill(written);
  await expect(section.getByText(/^This text has/)).toHaveCount(0);
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByText(written)).toBeVisible();
});

test('the committee decides, and the gate opens', async ({ workbench }) => {
  await lendParts(['cheers', 'elements', 'classification', 'leads', 'objective']);
  await fillScanning(secretary, `${workbench.url}/problems/${id}`, ['priority']);
  await openTab(secretary, workbench.url, 'scanning');
  await expect(secretary.getByText('Six of six')).toBeVisible();
  await moveTo(secretary, 'Analysis', 'The committee put it first.');
  await expect(secretary.getByText('Analysis', { exact: true }).first()).toBeVisible();
});

test('a hypothesis is held against an answer, and the weak side is named', async ({ workbench }) => {
  for (const { run, note } of (await read(`/problems/${worked}/exhibits`)).items)
    expect((await send(analyst, 'POST', `/problems/${id}/exhibits`, { runId: run.id, note })).status).toBe(
      201,
    );
  await lendParts(['triangle', 'current_response', 'analysis_tasks']);
  await lendItems(['finding', 'hypothesis']);
  await openTab(analyst, workbench.url, 'analysis');
  await expect(analyst.getByText('Weak side: Place and manager')).toBeVisible();
  await expect(analyst.getByText('Supported', { exact: true })).toBeVisible();
  await showOnCaseMap(analyst, workbench.url);
  await openTab(analyst, workbench.url, 'analysis');
  await moveTo(analyst, 'Response', 'Two sources agree, and the place can be changed.');
});

test('what could be seen at all is said, and two persons lock the plan', async ({ workbench }) => {
  await lendItems(['option']);
  const { plan } = await read(`/problems/${worked}/evaluation`);
  expect((await send(analyst, 'PUT', `/problems/${id}/evaluation`, plan, 0)).status).toBe(200);
  await openTab(analyst, workbench.url, 'response');
  await expect(
    analyst.getByText('With 207 a year you would notice a drop of about 48 or more.'),
  ).toBeVisible();
  await analyst.getByRole('button', { name: 'Propose for locking' }).click();
  await expect(analyst.getByText('Somebody else has to confirm it')).toBeVisible();
  // Alone it cannot be locked, whatever is sent.
  const { version } = await read(`/problems/${id}/evaluation`);
  expect((await send(analyst, 'POST', `/problems/${id}/evaluation/lock`, undefined, version)).status).toBe(
    409,
  );
  await openTab(secretary, workbench.url, 'response');
  await secretary.getByRole('button', { name: 'Confirm and lock' }).click();
  await expect(secretary.getByText(/Locked by Mariam Secretary/)).toBeVisible();
});

test('a promise is agreed, done, and found done by residents', async ({ workbench }) => {
  const [lighting] = (await read('/organisations')).items;
  const due = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const promised = await send(secretary, 'POST', '/commitments', {
    problemId: id,
    organisationId: lighting.id,
    text: 'Mend the lamps at the five stops',
    kind: 'infrastructure',
    dueOn: due,
    dose: { unit: 'light', planned: 5 },
  });
  expect(promised.status).toBe(201);
  const of = `/commitments/${promised.body.id}`;
  const step = async (to: string, given: object) => {
    const { version } = (await send(secretary, 'GET', of)).body;
    expect((await send(secretary, 'POST', `${of}/steps`, { to, ...given }, version)).status, to).toBe(200);
  };
  await step('agreed', { dueOn: due, evidenceOfDone: 'All five burn' });
  await step('in_progress', {});
  expect((await send(secretary, 'POST', `${of}/doses`, { unit: 'light', quantity: 5 })).status).toBe(201);
  await step('delivered', { evidence: [{ kind: 'note', text: 'Five of five burn' }] });
  await openTab(secretary, workbench.url, 'response');
  await secretary.getByRole('button', { name: 'Record what residents say…' }).click();
  const dialog = secretary.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Done', exact: true }).fill('14');
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(secretary.getByText('Verified by residents', { exact: true })).toBeVisible();
  await moveTo(secretary, 'Assessment', 'The year after is over.');
});

test('the agreed test comes to the published numbers, and the committee decides', async ({
  workbench,
  expectAccessible,
}) => {
  await openTab(analyst, workbench.url, 'assessment');
  await analyst.getByRole('button', { name: 'Compute it on the data of today' }).click();
  const figures = analyst.getByRole('table', { name: 'The test and its companions' });
  for (const row of [/-118 -196 … -40$/, /-107 /, /-11 /, /0\.51 /, /\+0\.26 /])
    await expect(figures.getByRole('row', { name: row })).toBeVisible();
  await lendParts(['explanations', 'decision']);
  await openTab(analyst, workbench.url, 'assessment');
  const verdict = analyst.getByRole('region', { name: 'The verdict' });
  await expect(verdict.getByText(VERDICT, { exact: false }).first()).toBeVisible();
  await expect(analyst.getByText(/It worked, it is cheap to keep/)).toBeVisible();
  await expectAccessible(analyst, 'assessment of a case that went all the way');
  await analyst.getByRole('link', { name: 'Case file' }).click();
  await expect(analyst.getByText(/118/).first()).toBeVisible();
});

test('the case is closed once everybody was told, by two persons', async ({
  browser,
  workbench,
  expectAccessible,
}) => {
  await lendParts(['assessment']);
  const close = { decision: 'close', closureReason: 'closed_reduced' };
  const { body, version } = (await read(`/problems/${id}/parts`)).items.find(
    (part: Json) => part.name === 'decision',
  );
  const decided = await send(
    analyst,
    'PUT',
    `/problems/${id}/parts/decision`,
    { ...body, ...close },
    version,
  );
  expect(decided.status).toBe(200);
  await openTab(secretary, workbench.url, 'assessment');
  await secretary.getByRole('button', { name: 'Move to Closed…' }).click();
  const dialog = secretary.getByRole('dialog');
  await expect(
    dialog.getByText('A public answer is released, or it is written down why there is none.'),
  ).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Move to Closed' })).toBeDisabled();
  await secretary.keyboard.press('Escape');

  await secretary.getByRole('button', { name: 'Draft from the record' }).click();
  await expect(secretary).toHaveURL(/\/published\/answers\//);
  const address = secretary.url();
  // What the record says came in by itself; what residents did not verify is not called done.
  await expect(secretary.getByRole('article').getByText(VERDICT)).toBeVisible();
  await secretary.getByRole('button', { name: 'Edit', exact: true }).click();
  await secretary.getByLabel('Thank you').fill('Thank you. Mrs Adeyemi writes down what you say.');
  await secretary.getByRole('button', { name: 'Save' }).click();
  await expect(secretary.getByText('Waits for a data guardian.')).toBeVisible();
  await expectAccessible(secretary, 'a public answer being prepared');

  const guardian = await invite(analyst, browser, workbench, 'Data guardian', 'Gita Guardian');
  await guardian.goto(address);
  await expect(guardian.getByText('Mrs Adeyemi', { exact: true })).toBeVisible();
  await expect(guardian.getByRole('button', { name: 'Approve' })).toBeDisabled();
  await guardian.getByText('I have read what looks like a name or an address').click();
  await guardian.getByRole('button', { name: 'Approve' }).click();
  await expect(guardian.getByText('Waits for a publisher.')).toBeVisible();
  await guardian.context().close();

  const publisher = await invite(analyst, browser, workbench, 'Publisher', 'Pavo Publisher');
  await publisher.goto(address);
  await publisher.getByRole('button', { name: 'Release…' }).click();
  await publisher.getByRole('button', { name: 'Release', exact: true }).click();
  await publisher.getByRole('link', { name: 'See it as everybody does' }).click();
  await expect(publisher.getByRole('heading', { name: 'You said' })).toBeVisible();
  await publisher.context().close();

  await openTab(secretary, workbench.url, 'assessment');
  await moveTo(secretary, 'Closed', 'Everybody was told what came of it.');
  await openTab(secretary, workbench.url, 'overview');
  const chain = secretary.getByRole('region', { name: 'From the concern to the answer' });
  await chain.getByRole('link', { name: TITLE, exact: true }).click();
  await expect(secretary).toHaveURL(address);

  const anybody = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await anybody.goto(`${workbench.url}/notice-board`);
  await anybody.getByRole('link', { name: 'السرقات عند مواقف الحافلات على طول طريق الشمال' }).click();
  await expect(anybody.getByRole('article')).toHaveAttribute('dir', 'rtl');
  await expect(anybody.getByRole('heading', { name: 'قلتم' })).toBeVisible();
  await expectAccessible(anybody, 'a public answer in Arabic');
  await anybody.getByRole('link', { name: 'Everything published' }).click();
  await anybody.getByRole('link', { name: TITLE }).click();
  await expect(anybody.getByText(VERDICT)).toBeVisible();
  await anybody.context().close();
});
