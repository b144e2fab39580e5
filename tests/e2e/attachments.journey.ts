/** A photo goes into a case without the place it was taken at, and a note tells a colleague to look at it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { HIDDEN_WORDS, photoWithPlace } from '../fixtures/photos.ts';
import { invite } from './invite.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

let analyst: Page;
let colleague: Page;
let address: string;

test.beforeAll(async ({ browser, workbench }) => {
  analyst = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(analyst, workbench);
  const path = await analyst.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ title: 'Lamps at the stop', statement: 'It is dark at the stop.' });
    const reply = await fetch('/api/problems', { method: 'POST', headers, body });
    return `/problems/${(await reply.json()).id}`;
  });
  address = workbench.url + path;
  colleague = await invite(analyst, browser, workbench, 'Committee secretary', 'Mariam Secretary');
});
test.afterAll(() => Promise.all([analyst.context().close(), colleague.context().close()]));

const dialog = () => analyst.getByRole('dialog');

async function choose(name: string, mimeType: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    analyst.waitForEvent('filechooser'),
    analyst.getByRole('button', { name: /Attach a photo or PDF/ }).click(),
  ]);
  await chooser.setFiles({ name, mimeType, buffer });
}

test('a photo is kept without the place it was taken at', async ({ expectAccessible }) => {
  const photo = await photoWithPlace(800, 600);
  for (const words of HIDDEN_WORDS) expect(photo.includes(words)).toBe(true);
  await analyst.goto(address);
  await choose('stop.jpg', 'image/jpeg', photo);
  await dialog()
    .getByLabel(/What it shows/)
    .fill('The stop at dusk');
  await dialog().getByText('Yes', { exact: true }).click();
  await expect(dialog().getByRole('button', { name: 'Attach' })).toBeDisabled();
  await dialog().getByText('No', { exact: true }).click();
  await expectAccessible(analyst, 'attaching a photo');
  await dialog().getByRole('button', { name: 'Attach' }).click();
  await expect(dialog()).toBeHidden();
  const region = analyst.getByRole('region', { name: 'Photos and documents' });
  await expect(region.getByRole('img', { name: 'The stop at dusk' })).toBeVisible();
  const kept = await analyst.evaluate(async () => {
    const list = await (await fetch(`/api${location.pathname}/attachments`)).json();
    const reply = await fetch(`/api${location.pathname}/attachments/${list.items[0].id}/content`);
    return { type: reply.headers.get('content-type'), bytes: [...new Uint8Array(await reply.arrayBuffer())] };
  });
  const bytes = Buffer.from(kept.bytes);
  expect(kept.type).toBe('image/jpeg');
  expect(bytes.length).toBeGreaterThan(1000);
  for (const words of [...HIDDEN_WORDS, 'Exif', 'GPS', 'http://ns.adobe.com/xap'])
    expect(bytes.includes(words), words).toBe(false);
});

test('a text that calls itself a photo is refused, in a sentence', async () => {
  await choose('stop.jpg', 'image/jpeg', readFileSync(new URL(import.meta.url)));
  await dialog()
    .getByLabel(/What it shows/)
    .fill('Nothing');
  await dialog().getByText('No', { exact: true }).click();
  await dialog().getByRole('button', { name: 'Attach' }).click();
  await expect(dialog().getByText(/This is no photo and no PDF, whatever its name says/)).toBeVisible();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
});

test('what was removed comes back', async () => {
  const region = analyst.getByRole('region', { name: 'Photos and documents' });
  await region.getByRole('button', { name: /Remove “The stop/ }).click();
  await expect(region.getByRole('img')).toHaveCount(0);
  await analyst.getByRole('button', { name: 'Undo' }).click();
  await expect(region.getByRole('img', { name: 'The stop at dusk' })).toBeVisible();
  await region.getByRole('button', { name: 'Show large: The stop at dusk' }).click();
  await expect(dialog().getByRole('img', { name: 'The stop at dusk' })).toBeVisible();
  await analyst.keyboard.press('Escape');
});

test('a note tells a colleague, by keys alone', async ({ expectAccessible }) => {
  const note = analyst.getByLabel('A new note');
  await note.focus();
  await analyst.keyboard.type('Please look, @mar');
  await expect(analyst.getByRole('option', { name: 'Mariam Secretary' })).toBeVisible();
  await expectAccessible(analyst, 'choosing whom to mention');
  await analyst.keyboard.press('Enter');
  await analyst.keyboard.type('before Friday.');
  await expect(note).toHaveValue('Please look, @Mariam Secretary before Friday.');
  await analyst.getByRole('button', { name: 'Add the note' }).click();
  await expect(analyst.getByText('@Mariam Secretary', { exact: true })).toBeVisible();
  await colleague.reload();
  await colleague.getByRole('button', { name: 'Your account: 1 new mention' }).click();
  await colleague.getByRole('menuitem', { name: 'Mentions of me (1 new)' }).click();
  const mine = colleague.getByRole('dialog', { name: 'Mentions of me' });
  await expect(mine.getByText('Please look, @Mariam Secretary before Friday.')).toBeVisible();
  await expectAccessible(colleague, 'mentions');
  await mine.getByRole('link', { name: /Lamps at the stop/ }).click();
  await expect(colleague).toHaveURL(address);
  await expect(colleague.getByRole('button', { name: 'Your account', exact: true })).toBeVisible();
});

test('the photo stands in the printed case', async () => {
  await analyst.goto(`${address}/print`);
  const figure = analyst.getByRole('figure');
  await expect(figure.getByRole('img', { name: 'The stop at dusk' })).toBeVisible();
  await expect(figure.getByText('The stop at dusk')).toBeVisible();
});
