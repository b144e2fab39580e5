import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { Workbench } from './workbench.ts';

interface PageFixtures {
  /** Asks axe; fails with what it found and where. */
  expectAccessible: (page: Page, view: string) => Promise<void>;
  /** Watches every journey; nothing has to be called. */
  nothingLeavesTheMachine: undefined;
}

interface WorkerFixtures {
  /** One running server for the journeys of a file. */
  workbench: Workbench;
}

export const test = base.extend<PageFixtures, WorkerFixtures>({
  workbench: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter list and wants a pattern here.
    async ({}, use) => {
      const workbench = await Workbench.start();
      await use(workbench);
      await workbench.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  nothingLeavesTheMachine: [
    async ({ context, workbench }, use) => {
      const expectNothingAmiss = watch(context, workbench);
      await use(undefined);
      expectNothingAmiss();
    },
    { auto: true },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  expectAccessible: async ({}, use) => {
    await use(async (page, view) => {
      // A page that is still opening has no heading yet; behind a dialog the heading is there, and hidden.
      await expect(page.locator('h1').first()).toBeAttached();
      // A colour in the middle of a transition is nobody's choice.
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
      );
      expect(found, `axe on ${view}`).toEqual([]);
    });
  },
});

export { expect };

/**
 * Watches all pages of a context. What it returns fails when a request left the machine, or a page threw or was
 * denied something by the content security policy.
 */
export function watch(context: BrowserContext, workbench: Workbench): () => void {
  const elsewhere: string[] = [];
  const broken: string[] = [];
  context.on('request', (request) => {
    if (!staysHere(request.url(), workbench.url)) elsewhere.push(request.url());
  });
  context.on('weberror', (error) => broken.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && /content security policy/i.test(message.text()))
      broken.push(message.text());
  });
  return () => {
    expect(elsewhere, 'requests that leave the machine').toEqual([]);
    expect(broken, 'errors of the page').toEqual([]);
  };
}

function staysHere(url: string, workbench: string): boolean {
  const { protocol, origin } = new URL(url);
  // The same server by its name: passkeys need one.
  const here = origin.replace('//localhost:', '//127.0.0.1:');
  return protocol === 'data:' || protocol === 'blob:' || here === workbench;
}
