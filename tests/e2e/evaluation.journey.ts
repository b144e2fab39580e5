import type { Browser, Page } from '@playwright/test';
import { makeAccount } from './sign-in.ts';
import { expect, test } from './test.ts';
import type { Workbench } from './workbench.ts';

/** The plan of a response is locked by two accounts; the worked case shows its published numbers and prints as a file. */
test.describe.configure({ mode: 'serial' });

const PASSPHRASE = 'river lantern market bicycle';
const VERDICT =
  'In the year after the changes there were about 118 fewer thefts than the comparison area leads us to expect; the true figure is probably between 40 and 196 fewer. Thefts did not move to the streets around.';
let analyst: Page;

test.beforeAll(async ({ browser, workbench }) => {
  analyst = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await makeAccount(analyst, workbench);
});
test.afterAll(() => analyst.context().close());

async function inviteSecretary(browser: Browser, workbench: Workbench): Promise<Page> {
  await analyst.goto(`${workbench.url}/settings`);
  await analyst.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = analyst.getByRole('dialog');
  await dialog.getByText('Committee secretary').first().click();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByLabel('The link', { exact: true }).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill('Mariam Secretary');
  await page.getByLabel('A passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Make the account and sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
}

async function openCase(page: Page, workbench: Workbench, name: RegExp, tab: string): Promise<string> {
  await page.goto(`${workbench.url}/problems`);
  await page.getByRole('link', { name }).click();
  await page.getByRole('tab', { name: tab }).click();
  return new URL(page.url()).pathname;
}

test('the worked case shows the published numbers, computed from its incidents', async ({
  workbench,
  expectAccessible,
}) => {
  await openCase(analyst, workbench, /bus stops/, 'Response');
  await expect(
    analyst.getByText('With 207 a year you would notice a drop of about 48 or more.'),
  ).toBeVisible();
  await expect(analyst.getByText('Locked by Demo secretary')).toBeVisible();
  await expectAccessible(analyst, 'evaluation plan');
  await analyst.getByRole('tab', { name: 'Assessment' }).click();
  await expect(analyst.getByText(VERDICT, { exact: true }).first()).toBeVisible();
  const figures = analyst.getByRole('table', { name: 'The test and its companions' });
  for (const row of [/-118 -196 … -40$/, /-107 /, /-11 /, /0\.51 /, /\+0\.26 /])
    await expect(figures.getByRole('row', { name: row })).toBeVisible();
  await expectAccessible(analyst, 'assessment');
});

test('a plan is proposed by one account and locked by another', async ({ browser, workbench }) => {
  const secretary = await inviteSecretary(browser, workbench);
  const path = await openCase(analyst, workbench, /Burglaries/, 'Response');
  const plan = analyst.getByRole('region', { name: 'Evaluation plan' });
  await plan.getByRole('button', { name: 'Fill in' }).click();
  await plan.getByRole('button', { name: /How the result is judged/ }).click();
  await analyst.getByRole('option', { name: 'Before and after, without comparison' }).click();
  await plan.getByLabel('What is counted, in one word of a sentence').fill('burglaries');
  for (const [label, day] of [
    ['Before: first day', '2024-01-01'],
    ['Before: last day', '2024-12-31'],
    ['After: first day', '2030-01-01'],
    ['After: last day', '2030-12-31'],
  ])
    await plan.getByLabel(label).fill(day);
  // A new form in the middle of the period before: the plan is held up until the period begins there.
  await plan.getByRole('button', { name: 'Add a change of recording' }).click();
  await analyst.getByRole('dialog').getByLabel('First day of the new way').fill('2024-02-01');
  await analyst.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(plan.getByText(/The way of recording changed/)).toBeVisible();
  await plan.getByRole('button', { name: 'Let the period before begin there' }).click();
  await expect(plan.getByText(/The way of recording changed/)).toBeHidden();
  await expect(plan.getByLabel('Before: first day')).toHaveValue('2024-02-01');
  // An outline that crosses itself is said at once; positions are typed where nobody can draw.
  await plan.getByRole('button', { name: 'Draw: Treated area…' }).click();
  const drawing = analyst.getByRole('dialog');
  await drawing.getByText('Type coordinates instead').click();
  await drawing.getByLabel('Positions').fill('0, 0\n1, 1\n1, 0\n0, 1');
  await drawing.getByRole('button', { name: 'Put on the map' }).click();
  await expect(drawing.getByText(/The outline crosses itself/)).toBeVisible();
  await expect(drawing.getByRole('button', { name: 'Take this shape' })).toBeDisabled();
  await drawing.getByRole('button', { name: 'Cancel' }).click();
  await expect(plan.getByText('Write down what will count as success')).toBeVisible();
  await plan.getByLabel('What will count as success').fill('The whole interval lies below zero.');
  await expect(plan.getByText('Write down what will count as success')).toBeHidden();
  await plan.getByRole('button', { name: 'Save' }).click();
  await decideBetweenTwo(`${workbench.url}${path}?tab=response`);
  await plan.getByRole('button', { name: 'Propose for locking' }).click();
  await expect(plan.getByText('Somebody else has to confirm it')).toBeVisible();
  await secretary.goto(`${workbench.url}${path}?tab=response`);
  await secretary.getByRole('button', { name: 'Confirm and lock' }).click();
  await expect(secretary.getByText(/Locked by Mariam Secretary/)).toBeVisible();
  // Without being asked again the analyst sees it, and can change nothing any more.
  await expect(plan.getByText(/Locked by Mariam Secretary/)).toBeVisible();
  await expect(plan.getByRole('button', { name: 'Edit' })).toHaveCount(0);
  await secretary.context().close();
});

test('what people say before and after stands beside it by group, with its interval', async ({
  workbench,
}) => {
  await openCase(analyst, workbench, /Burglaries/, 'Assessment');
  const rounds = analyst.getByRole('region', { name: 'Rounds of asking people' });
  for (const [timing, yes] of [
    ['Before the response', '12'],
    ['After the response', '24'],
  ]) {
    await rounds.getByRole('button', { name: 'Add a round' }).click();
    await rounds.getByRole('button', { name: /Before or after the response/ }).click();
    await analyst.getByRole('option', { name: timing }).click();
    await rounds.getByRole('textbox', { name: 'Women: Answered' }).fill('30');
    await rounds.getByRole('textbox', { name: 'Women: Said yes' }).fill('31');
    await rounds.getByRole('textbox', { name: 'Men: Answered', exact: true }).fill('9');
    await rounds.getByRole('button', { name: 'Save' }).click();
    await expect(rounds.getByText(/more said yes \(31\) than were asked \(30\)/)).toBeVisible();
    await rounds.getByRole('textbox', { name: 'Women: Said yes' }).fill(yes);
    await rounds.getByRole('button', { name: 'Save' }).click();
    await expect(rounds.getByText(`${timing}: Whoever came`)).toBeVisible();
  }
  const said = analyst.getByRole('region', { name: 'What people said, before and after' });
  await said.getByText('Figures by group').click();
  const table = said.getByRole('table', { name: /Feels safe walking alone after dark/ });
  await expect(
    table.getByRole('row', {
      name: 'Women 40% (12 of 30; 25% to 58%) 80% (24 of 30; 63% to 90%) +40 (+15 to +59)',
    }),
  ).toBeVisible();
  await expect(table.getByRole('row', { name: /^Men fewer than 10 answered: too few to say/ })).toBeVisible();
  await expect(said.getByText(/cannot be generalised to all residents/)).toBeVisible();
});

/** Two people write the plan at the same time: nothing is overwritten unseen, and each contested field is chosen by hand. */
async function decideBetweenTwo(address: string): Promise<void> {
  const plan = analyst.getByRole('region', { name: 'Evaluation plan' });
  const colleague = await analyst.context().newPage();
  await colleague.goto(address);
  const theirs = colleague.getByRole('region', { name: 'Evaluation plan' });
  await theirs.getByRole('button', { name: 'Edit' }).click();
  await plan.getByRole('button', { name: 'Edit' }).click();
  const success = 'What will count as success';
  await theirs.getByLabel(success).fill('A drop of a tenth at least.');
  await theirs.getByLabel('Before: last day').fill('2024-11-30');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByRole('button', { name: 'Edit' })).toBeVisible();
  await plan.getByLabel(success).fill('The whole interval lies below zero, in both years.');
  await plan.getByLabel('What is counted, in one word of a sentence').fill('break-ins');
  await plan.getByRole('button', { name: 'Save' }).click();
  const conflict = analyst.getByRole('dialog', { name: /Somebody else changed this too/ });
  await expect(conflict.getByText('One thing was changed by both of you.')).toBeVisible();
  const save = conflict.getByRole('button', { name: 'Save it like this' });
  await expect(save).toBeDisabled();
  await conflict.getByRole('radio', { name: /^Yours/ }).check({ force: true });
  await save.click();
  await expect(conflict).toBeHidden();
  // Chosen by hand, changed here alone, changed there alone.
  for (const text of [
    'The whole interval lies below zero, in both years.',
    'break-ins',
    /30 Nov 2024|Nov 30, 2024/,
  ])
    await expect(plan.getByText(text).first()).toBeVisible();
  await expect(plan.getByText('A drop of a tenth at least.')).toHaveCount(0);
  await colleague.close();
}

test('a verdict that claims too much is refused, and says why', async ({ workbench }) => {
  await openCase(analyst, workbench, /bus stops/, 'Assessment');
  const done = analyst.getByRole('region', { name: 'What was done, and what else came of it' });
  await done.getByRole('button', { name: 'Edit' }).click();
  await done.getByRole('textbox', { name: 'Delivered' }).fill('100');
  await done.getByRole('button', { name: 'Save' }).click();
  const verdict = analyst.getByRole('region', { name: 'The verdict' });
  await expect(verdict.getByText(/Only 38 % of what was planned was delivered/)).toBeVisible();
  await verdict.getByRole('button', { name: 'Edit' }).click();
  await verdict.getByLabel('In your own words').fill('The lamps were repaired. The response worked.');
  await verdict.getByRole('button', { name: 'Save' }).click();
  await expect(verdict.getByText(/no success can be claimed\. Reword sentence 2/).first()).toBeVisible();
  await verdict.getByLabel('In your own words').fill('Whether the response worked cannot be said.');
  await verdict.getByRole('button', { name: 'Save' }).click();
  await expect(verdict.getByRole('button', { name: 'Edit' })).toBeVisible();
});

test('the case opens as a file for paper', async ({ workbench, expectAccessible }) => {
  const path = await openCase(analyst, workbench, /bus stops/, 'Overview');
  await analyst.getByRole('link', { name: 'Case file' }).click();
  await expect(analyst).toHaveURL(`${workbench.url}${path}/print`);
  await expect(analyst.getByRole('img', { name: /^Map: / })).toBeVisible();
  await expect(analyst.getByRole('table', { name: /The test and its companions/ })).toBeVisible();
  await expectAccessible(analyst, 'case file');
});
