import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../deps.ts';
import { NotFound } from '../errors.ts';
import { describe, valid } from '../openapi.ts';

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Common Ground: API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="icon" href="/api/docs/favicon-32x32.png"></head>
<body><div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script></body>
</html>
`;
/** A file of its own, because the policy for scripts allows no inline ones. */
const START = `window.ui = SwaggerUIBundle({
  url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null,
});
`;
const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** The page of the API document; all of it comes from this machine. */
export function docsRoutes() {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'workspace.read',
        tag: 'Server',
        summary: 'The API document as a page',
        replies: { 200: { media: 'text/html', description: 'A page.' } },
      }),
      (c) => c.html(PAGE),
    )
    .get(
      '/:file',
      describe({
        may: 'workspace.read',
        tag: 'Server',
        summary: 'Styles and scripts of that page',
        replies: { 200: { media: 'text/javascript', description: 'A file.' } },
        errors: [404],
      }),
      valid('param', z.object({ file: z.string().max(100) })),
      async (c) => {
        const { file } = c.req.valid('param');
        if (file === 'start.js')
          return c.body(START, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
        const type = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
        if (type === undefined) throw new NotFound('file of the API page');
        return c.body(new Uint8Array(await readFile(join(folder, file))), 200, { 'Content-Type': type });
      },
    );
}
