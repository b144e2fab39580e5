import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzip } from '../fixtures/unzip.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';
import type { Workbench } from './workbench.ts';

/** From a closed meeting to minutes that the next one approved. */
const NEXT_IN_OUR_WORDS = 'We meet again at the school, an hour earlier.';
const DAY_MS = 86_400_000;

type Asked = { id: string; version: number; items?: { id: string; version: number }[] };

async function ask(
  page: Page,
  { url }: Workbench,
  method: string,
  path: string,
  more: { data?: object; version?: number } = {},
): Promise<Asked> {
  const headers = { Origin: url, ...(more.version && { 'If-Match': `"${more.version}"` }) };
  const reply = await page.request.fetch(`${url}/api${path}`, { method, headers, data: more.data });
  expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true);
  return reply.json();
}

/** A meeting that was held two days ago and written down. */
async function recordMeeting(page: Page, workbench: Workbench): Promise<{ committeeId: string; id: string }> {
  const areas = await ask(page, workbench, 'GET', '/areas');
  const committee = await ask(page, workbench, 'POST', '/committees', {
    data: { name: 'Riverside committee', areaId: areas.items?.[0]?.id, quorum: 5, languages: ['en', 'ar'] },
  });
  const { id } = await ask(page, workbench, 'POST', '/meetings', {
    data: {
      committeeId: committee.id,
      startsAt: new Date(Date.now() - 2 * DAY_MS).toISOString(),
      place: 'School on North Road',
      safetyNotes: 'Leave by the side door',
    },
  });
  const item = await ask(page, workbench, 'POST', `/meetings/${id}/agenda`, {
    data: {
      kind: 'concerns',
      title: 'Light at the stops',
      notes: 'Be brief',
      outcome: 'Four lamps are dark',
    },
  });
  const nobody = { f: 0, m: 0, unsaid: 0 };
  const { version } = await ask(page, workbench, 'GET', `/meetings/${id}`);
  const counted = await ask(page, workbench, 'PUT', `/meetings/${id}/attendance`, {
    version,
    data: {
      police: { ...nobody, m: 2 },
      members: { ...nobody, f: 4, m: 3 },
      public: { ...nobody, f: 17, m: 12 },
    },
  });
  const begun = await ask(page, workbench, 'POST', `/meetings/${id}/start`, { version: counted.version });
  await voteAndDecide(page, workbench, { id, itemId: item.id });
  await ask(page, workbench, 'POST', `/meetings/${id}/close`, {
    version: begun.version,
    data: { deferOpen: true },
  });
  return { committeeId: committee.id, id };
}

/** Hands are counted for the light at the stops, and it is decided so. */
async function voteAndDecide(
  page: Page,
  workbench: Workbench,
  { id, itemId }: { id: string; itemId: string },
): Promise<void> {
  const asked = await ask(page, workbench, 'POST', `/meetings/${id}/ballots`, {
    data: {
      kind: 'yes_no',
      question: 'Light first?',
      questions: { ar: 'الإنارة أولاً؟' },
      agendaItemId: itemId,
    },
  });
  const { version } = await ask(page, workbench, 'POST', `/ballots/${asked.id}/open`, {
    version: asked.version,
  });
  await ask(page, workbench, 'POST', `/ballots/${asked.id}/batches`, {
    data: { kind: 'hands', papers: 22, counts: { yes: 17, no: 4, abstain: 1 } },
  });
  await ask(page, workbench, 'POST', `/ballots/${asked.id}/close`, { version, data: { membersPresent: 7 } });
  await ask(page, workbench, 'POST', `/meetings/${id}/decisions`, {
    data: {
      text: 'The lamps at the stops come first',
      kind: 'rule',
      result: 'agreed',
      how: 'vote',
      agendaItemId: itemId,
      ballotId: asked.id,
    },
  });
}

test('minutes are written, closed, approved at the next meeting and put right by a note', async ({
  page,
  workbench,
  expectAccessible,
}) => {
  await makeAccount(page, workbench);
  const { committeeId, id } = await recordMeeting(page, workbench);
  await page.goto(`${workbench.url}/commitments`);
  await page.getByRole('link', { name: 'Minutes of meetings' }).click();
  await expectAccessible(page, 'list of minutes');
  const ours = page.getByRole('listitem').filter({ hasText: 'Riverside committee' });
  await ours.getByRole('link', { name: /Meeting of the committee/ }).click();
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { level: 1 })).toHaveText('Minutes: Riverside committee');
  await expect(article.getByRole('row', { name: /Public 17 12 0 29/ })).toBeVisible();
  await expect(article.getByText('Four lamps are dark')).toBeVisible();
  await expect(article.getByText(/side door|Be brief/)).toHaveCount(0);

  await expect(article.getByRole('row', { name: /Yes 17/ })).toBeVisible();
  await expect(article.getByText('Agreed: The lamps at the stops come first')).toBeVisible();
  await expect(article.getByText('By vote: for 17, against 4, abstained 1')).toBeVisible();
  await expect(article.getByText('7 were there, 5 are needed: enough', { exact: true })).toBeVisible();

  await writeNext(page);
  await expect(article.getByText(NEXT_IN_OUR_WORDS)).toBeVisible();
  await expectAccessible(page, 'minutes');

  await page.getByRole('button', { name: 'Close the minutes…' }).click();
  await page.getByRole('button', { name: 'Close them' }).click();
  await expect(page.getByText('They can be approved once a later meeting')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write in place of a section…' })).toHaveCount(0);

  const begin = new Date(Date.now() - DAY_MS).toISOString();
  const next = await ask(page, workbench, 'POST', '/meetings', { data: { committeeId, startsAt: begin } });
  await ask(page, workbench, 'POST', `/meetings/${next.id}/start`, { version: next.version });
  await page.reload();
  await page.getByRole('button', { name: 'Record the approval' }).click();
  await expect(article.getByText(/^Approved at the meeting of/)).toBeVisible();

  await page.getByRole('button', { name: 'Put something right…' }).click();
  await page.getByLabel('What has to be put right').fill('It was five lamps.');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await expect(article.getByText(/It was five lamps\.$/)).toBeVisible();

  const words = await wordsOfDocument(page);
  for (const text of [
    NEXT_IN_OUR_WORDS,
    'Four lamps are dark',
    'Light first? (yes or no)',
    'It was five lamps.',
  ])
    expect(words).toContain(text);
  expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'Arabic' }).click();
  await expect(article.getByRole('heading', { name: 'الحضور' })).toHaveCSS('direction', 'rtl');
  await expect(article.getByText(NEXT_IN_OUR_WORDS)).toHaveCount(0);
  await expect(article.getByText(/الإنارة أولاً؟.*نعم أو لا/)).toBeVisible();
  await expectAccessible(page, 'minutes in Arabic');

  await page.goto(`${workbench.url}/meetings/${id}`);
  await draftWhatIsTold(page);
  await expectAccessible(page, 'what is told of a meeting');
  await lookHowItIsDoing(page);
  await expectAccessible(page, 'how a committee is doing');
});

/** With one press, in both languages of the committee; what was decided stands in it. */
async function draftWhatIsTold(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Draft from the record' }).click();
  await expect(page).toHaveURL(/\/published\/answers\//);
  const told = page.getByRole('article');
  await expect(told.getByText('The lamps at the stops come first')).toBeVisible();
  await page.getByRole('tab', { name: 'العربية' }).click();
  await expect(told).toHaveAttribute('dir', 'rtl');
  await expect(told.getByRole('heading', { name: 'ما تقرر' })).toBeVisible();
  await page.getByRole('link', { name: 'To its meeting' }).click();
}

async function lookHowItIsDoing(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Riverside committee' }).first().click();
  await page.getByRole('link', { name: 'How it is doing' }).click();
  await page.getByText('Who came, as a table').click();
  await expect(page.getByRole('row', { name: / 7 2 29 17 12 0 0$/ })).toBeVisible();
  await expect(page.getByRole('row', { name: / yes none after 2 days$/ })).toBeVisible();
}

async function writeNext(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write in place of a section…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Section/ }).click();
  await page.getByRole('option', { name: 'The next meeting' }).click();
  await expect(dialog.getByText('No date was agreed.')).toBeVisible();
  await dialog.getByLabel('What stands in its place').fill(NEXT_IN_OUR_WORDS);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

async function wordsOfDocument(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a Word document' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/minutes-riverside-committee\.docx$/);
  const document = unzip(await readFile(await download.path())).get('word/document.xml');
  return (document?.toString('utf8') ?? '').replaceAll(/<[^>]+>/g, '');
}
