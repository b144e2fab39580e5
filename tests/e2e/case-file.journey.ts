import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzip } from '../fixtures/unzip.ts';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';

/** The worked case as a file: on the page, on paper and as a document the same published figures. */
const FIGURES = ['-118', '-196 … -40', '-107', '-11', '0.51', '+0.26'];
const VERDICT = 'In the year after the changes there were about 118 fewer thefts';

test('the case goes out as a file that a jury would read', async ({ page, workbench, expectAccessible }) => {
  await makeAccount(page, workbench);
  await page.goto(`${workbench.url}/problems`);
  await page.getByRole('link', { name: /bus stops/ }).click();
  await page.getByRole('link', { name: 'Case file' }).click();
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(/bus stops/);
  await expect(article.getByRole('heading', { level: 2 })).toHaveText([
    'Summary',
    'Scanning',
    'Analysis',
    'Response',
    'Assessment',
    'Agency and officer information',
    'Annex: kept answers',
    'Annex: from stage to stage',
    'Annex: data and methods',
  ]);
  const figures = page.getByRole('table', { name: /The test and its companions/ });
  for (const figure of FIGURES) await expect(figures.getByText(figure, { exact: true })).toBeVisible();
  await expect(article.getByText(VERDICT).first()).toBeVisible();
  await expect(page.getByRole('img', { name: /^Map: / })).toBeVisible();
  // The last point of the course is the agreed test.
  await expect(page.getByRole('img', { name: /grew.* -118 -196 -40$/ })).toBeVisible();
  await expect(article.getByText(/Demo (analyst|secretary)/)).toHaveCount(0);
  await expectAccessible(page, 'case file');

  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

  const words = await wordsOfDocument(page);
  for (const figure of [...FIGURES, VERDICT]) expect(words).toContain(figure);

  await page.getByRole('link', { name: 'Back to the case' }).click();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText('took its file out as a document')).toBeVisible();
});

async function wordsOfDocument(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a Word document' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^dem-2024-01-.*\.docx$/);
  const document = unzip(await readFile(await download.path())).get('word/document.xml');
  return (document?.toString('utf8') ?? '').replaceAll(/<[^>]+>/g, '');
}
