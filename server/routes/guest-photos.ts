import { Hono } from 'hono';
import { z } from 'zod';
import { createReadAttachment } from '../attachments/read-attachment.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { MOST_PHOTO_BYTES } from '../domain/case/attachment.ts';
import { NotFound, Unusable } from '../errors.ts';
import { bytesOf, fileForm } from '../file-form.ts';
import { concernIdOf } from '../guest-concern-id.ts';
import { describe, valid } from '../openapi.ts';
import { createPhotoAllowance } from '../photo-allowance.ts';
import { guestOf } from './guest.ts';
import { announce } from './reply.ts';

/** Large enough to see what is wrong at a place. */
const LONG_SIDE_PIXELS = 1600;

const sentParam = z.object({
  sentAs: z.string().regex(/^[\w-]{1,64}$/, 'Must be the Idempotency-Key of the concern.'),
});
const sentPhoto = z
  .object({
    file: z.file('Choose a photo.').max(MOST_PHOTO_BYTES, 'The photo is too large.'),
    showsPeople: z.literal('no', 'Send only a photo in which nobody can be recognised.'),
  })
  .strict();
const photoTaken = z.object({ taken: z.boolean() }).meta({ id: 'GuestPhotoTaken' });

/** The photo of a concern that a telephone has just raised. */
export function guestPhotoRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  const read = createReadAttachment(LONG_SIDE_PIXELS);
  const allow = createPhotoAllowance(clock);
  return new Hono<AppEnv>().put(
    '/concerns/:sentAs/photo',
    describe({
      may: 'guest',
      tag: 'Telephones',
      summary: 'Send the photo of a concern this telephone has raised',
      description:
        'The concern is named by the Idempotency-Key it was sent with. JPEG, PNG or WebP; only the picture is kept, at most 1,600 pixels long: where, when and with what it was taken never reaches the disk. One for each concern: a second one changes nothing.',
      replies: { 200: photoTaken },
      errors: [404, 409, 413, 422],
    }),
    valid('param', sentParam),
    fileForm,
    valid('form', sentPhoto),
    async (c) => {
      const guest = guestOf(c.get('guest'));
      const id = concernIdOf(guest, c.req.valid('param').sentAs);
      const concern = await store.concerns.get(id);
      if (concern === null) throw new NotFound('concern of this telephone');
      if (concern.hasPhoto || concern.erasedAt !== null) return c.json({ taken: concern.hasPhoto });
      allow(guest);
      const { file } = c.req.valid('form');
      const { mediaType, content, preview, width, height } = await read(await bytesOf(file), file.name);
      if (mediaType === 'application/pdf' || preview === null || width === null || height === null)
        throw new Unusable('attachment_kind', 'This is no photo. JPEG, PNG and WebP can be sent.');
      const act = { actor: null, at: clock.now().toISOString() };
      await store.concernPhotos.add(id, { mediaType, content, preview, width, height }, act);
      announce(deps, 'concern', id);
      return c.json({ taken: true });
    },
  );
}
