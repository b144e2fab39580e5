import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { z } from 'zod';
import { parseRange, type Range } from '../byte-range.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { AppError, NotFound } from '../errors.ts';
import { describe, pageOf, valid } from '../openapi.ts';
import { pageAfter, pageQuery } from './paging.ts';

/** Plain names only: no separators, no leading dot, so that nothing outside the folder can be meant. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,150}\.pmtiles$/u;
const name = z.string().regex(NAME, 'Must be the name of a .pmtiles file.');
const item = z.object({ name: z.string(), bytes: z.int() }).meta({ id: 'BasemapFile' });

/** The .pmtiles files in CG_DATA/basemap, read piece by piece. */
export function basemapRoutes({ config }: AppDeps) {
  const folder = join(config.dataFolder, 'basemap');
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'base-map.read',
        tag: 'Base map',
        summary: 'The base map files of this server',
        replies: { 200: pageOf(item) },
      }),
      valid('query', pageQuery),
      async (c) => c.json(pageAfter(await filesIn(folder), c.req.valid('query'), ({ name }) => name)),
    )
    .get(
      '/:name',
      describe({
        may: 'base-map.read',
        tag: 'Base map',
        summary: 'A base map file or a range of it',
        replies: {
          200: { media: 'application/octet-stream', description: 'The whole file.' },
          206: { media: 'application/octet-stream', description: 'The range asked for.' },
        },
        errors: [404, 416],
      }),
      valid('param', z.object({ name })),
      async (c) => {
        const file = await openFile(join(folder, c.req.valid('param').name));
        const tag = `"${file.size.toString(36)}-${Math.round(file.modified).toString(36)}"`;
        c.header('ETag', tag);
        c.header('Accept-Ranges', 'bytes');
        c.header('Cache-Control', 'private, no-cache');
        const range = readRange(c.req.header('range'), c.req.header('if-range'), tag, file.size);
        if (range === 'outside') {
          await file.handle.close();
          c.header('Content-Range', `bytes */${file.size}`);
          throw new AppError(416, 'range_outside', 'The range lies outside the file.');
        }
        const { from, to } = range ?? { from: 0, to: file.size - 1 };
        if (range) c.header('Content-Range', `bytes ${from}-${to}/${file.size}`);
        c.header('Content-Type', 'application/octet-stream');
        c.header('Content-Length', String(to - from + 1));
        return c.body(bytesOf(file.handle, { from, to }), range ? 206 : 200);
      },
    );
}

function readRange(header: string | undefined, ifRange: string | undefined, tag: string, size: number) {
  return ifRange !== undefined && ifRange !== tag ? null : parseRange(header, size);
}

async function filesIn(folder: string): Promise<z.infer<typeof item>[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names
    .filter((file) => NAME.test(file))
    .sort()
    .map(async (file) => {
      const about = await lstat(join(folder, file));
      return about.isFile() ? [{ name: file, bytes: about.size }] : [];
    });
  return (await Promise.all(files)).flat();
}

/** Does not follow a link at the name itself: the folder holds files, not ways out of it. */
async function openFile(path: string): Promise<{ handle: FileHandle; size: number; modified: number }> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(() => null);
  if (!handle) throw new NotFound('base map file');
  const about = await handle.stat();
  if (!about.isFile()) {
    await handle.close();
    throw new NotFound('base map file');
  }
  return { handle, size: about.size, modified: about.mtimeMs };
}

function bytesOf(handle: FileHandle, { from, to }: Range): ReadableStream<Uint8Array> {
  const stream = handle.createReadStream({ start: from, end: to });
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
