import type { Page } from '@playwright/test';

/** Asks the server as whoever is signed in on the page. A refusal is thrown with its status and words. */
export async function send<T>(
  page: Page,
  method: string,
  path: string,
  json?: object,
  version?: number,
): Promise<T> {
  return page.evaluate(
    async ({ method: how, path: where, body, tag }) => {
      const headers: Record<string, string> =
        body === undefined ? {} : { 'Content-Type': 'application/json' };
      if (tag !== undefined) headers['If-Match'] = `"${tag}"`;
      const reply = await fetch(`/api${where}`, { method: how, headers, body });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${how} ${where}: ${reply.status} ${text}`);
      return text === '' ? null : JSON.parse(text);
    },
    { method, path, body: json === undefined ? undefined : JSON.stringify(json), tag: version },
  );
}

export interface Made {
  id: string;
  version: number;
}

/** A day so many days from now, as forms want it. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
