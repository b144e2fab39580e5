import { expect, type Page } from '@playwright/test';
import { SCANNING_PARTS } from '../fixtures/scanning-parts.ts';

/** Writes what scanning finds into a case, as its pages would; the statement stays as it is. */
export async function fillScanning(
  page: Page,
  caseAddress: string,
  names: readonly (keyof typeof SCANNING_PARTS)[] = Object.keys(
    SCANNING_PARTS,
  ) as (keyof typeof SCANNING_PARTS)[],
): Promise<void> {
  const id = new URL(caseAddress).pathname.split('/').at(-1);
  const parts = names.map((name) => ({ name, body: SCANNING_PARTS[name] }));
  const statuses = await page.evaluate(
    async ({ id, parts }) => {
      const replies = parts.map(({ name, body }) =>
        fetch(`/api/problems/${id}/parts/${name}`, {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json', 'If-Match': '"0"' },
          body: JSON.stringify(body),
        }),
      );
      return (await Promise.all(replies)).map(({ status }) => status);
    },
    { id, parts },
  );
  expect(statuses).toEqual(parts.map(() => 200));
}
