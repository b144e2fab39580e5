import { expect, type Page } from '@playwright/test';
import type { Workbench } from './workbench.ts';

export const PERSON = { name: 'Amina Analyst', passphrase: 'river lantern market bicycle' };

/** The first account, made with the link the server printed; ends on the map. */
export async function makeAccount(page: Page, workbench: Workbench, person = PERSON): Promise<void> {
  await page.goto(workbench.signInLink);
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('A passphrase', { exact: true }).fill(person.passphrase);
  await page.getByRole('button', { name: 'Make the account and sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** An account that exists already; ends on the map. */
export async function signIn(page: Page, workbench: Workbench, person = PERSON): Promise<void> {
  await trySignIn(page, workbench, person);
  await expect(page).not.toHaveURL(/sign-in/);
}

export async function trySignIn(page: Page, workbench: Workbench, person: typeof PERSON): Promise<void> {
  await page.goto(`${workbench.url}/sign-in`);
  await page.getByLabel('Name', { exact: true }).fill(person.name);
  await page.getByLabel('Passphrase', { exact: true }).fill(person.passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
