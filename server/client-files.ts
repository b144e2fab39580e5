import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { AppEnv } from './deps.ts';

/** Files whose names change with their content. */
const HASHED = '/assets/';

/** Telephones at a meeting have a page of their own. */
const PHONES = /^\/join\/?$/;

/** The built client; every address of a view gives the one page, which finds its view by itself. */
export function clientFiles(folder: string) {
  const page = join(folder, 'index.html');
  const files = new Hono<AppEnv>();
  if (!existsSync(page)) return files;
  const html = readFileSync(page, 'utf8');
  const phonePage = join(folder, 'join', 'index.html');
  const phoneHtml = existsSync(phonePage) ? readFileSync(phonePage, 'utf8') : html;
  files.use(compress());
  files.use(
    serveStatic({
      root: folder,
      index: 'no-folder-pages',
      onFound: (_, c) => {
        c.header(
          'Cache-Control',
          c.req.path.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
  files.use(async (c, next) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    // Programs that only ask whether somebody is there do not say what they take.
    const wantsPage = c.req.path === '/' || (c.req.header('accept') ?? '').includes('text/html');
    if (!isRead || !wantsPage || c.req.path.startsWith('/api/')) return next();
    c.header('Cache-Control', 'no-cache');
    return c.html(PHONES.test(c.req.path) ? phoneHtml : html);
  });
  return files;
}
