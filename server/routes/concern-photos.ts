import { type Context, Hono } from 'hono';
import { createConcernSight } from '../concern-sight.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { NotFound } from '../errors.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, valid } from '../openapi.ts';
import { concern } from './concern-records.ts';
import { createShown } from './concern-shown.ts';
import { actOf, announce, noteRead, personOf, tagged } from './reply.ts';

const TAG = 'Concerns';

/** The photo of a concern, for whoever reads its words. */
export function concernPhotoRoutes(deps: AppDeps) {
  const { store } = deps;
  const sight = createConcernSight(deps);
  const shown = createShown(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/photo',
      describe({
        may: 'concern.read',
        placed: true,
        tag: TAG,
        summary: 'The photo of a concern; that it was looked at stands in the history',
        replies: { 200: { media: 'application/octet-stream', description: 'The picture.' } },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { concern: found } = await sight.concern(personOf(c), c.req.valid('param').id);
        const reply = await pictureOf(c, found.id, 'content');
        noteRead(c, deps, 'concern_photo', found.id);
        return reply;
      },
    )
    .get(
      '/:id/photo/preview',
      describe({
        may: 'concern.read',
        placed: true,
        tag: TAG,
        summary: 'A small picture of the photo of a concern',
        replies: { 200: { media: 'image/webp', description: 'At most 480 pixels long.' } },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { concern: found } = await sight.concern(personOf(c), c.req.valid('param').id);
        return pictureOf(c, found.id, 'preview');
      },
    )
    .delete(
      '/:id/photo',
      describe({
        may: 'concern.triage',
        placed: true,
        tag: TAG,
        summary: 'Take the photo out, for good',
        replies: { 200: concern },
        errors: [403],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const person = personOf(c);
        await sight.concern(person, id, 'concern.triage');
        const after = await sight.writing(person, () =>
          store.concernPhotos.remove(id, version, actOf(c, deps)),
        );
        announce(deps, 'concern', id);
        return c.json(tagged(c, await shown.made(c, after)));
      },
    );

  async function pictureOf(c: Context<AppEnv>, id: string, what: 'content' | 'preview') {
    const photo = await store.concernPhotos.get(id, what);
    if (photo === null) throw new NotFound('photo');
    return c.body(new Uint8Array(photo.bytes), 200, {
      'Content-Type': photo.mediaType,
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    });
  }
}
