import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
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
      const elsewhere: string[] = [];
      context.on('request', (request) => {
        if (!staysHere(request.url(), workbench.url)) elsewhere.push(request.url());
      });
      await use(undefined);
      expect(elsewhere, 'requests that leave the machine').toEqual([]);
    },
    { auto: true },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  expectAccessible: async ({}, use) => {
    await use(async (page, view) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
      );
      expect(found, `axe on ${view}`).toEqual([]);
    });
  },
});

export { expect };

function staysHere(url: string, workbench: string): boolean {
  const { protocol, origin } = new URL(url);
  return protocol === 'data:' || protocol === 'blob:' || origin === workbench;
}
