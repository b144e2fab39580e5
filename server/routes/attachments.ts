import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import { createReadAttachment } from '../attachments/read-attachment.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import {
  ATTACHMENT_KINDS,
  ATTACHMENT_TYPES,
  isPhotoType,
  MOST_FILES,
  MOST_PDF_BYTES,
} from '../domain/case/attachment.ts';
import { NotFound, Unusable } from '../errors.ts';
import { bytesOf, fileForm } from '../file-form.ts';
import { createInReach } from '../in-reach.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type * as ports from '../store/ports.ts';
import { today } from '../today.ts';
import { actOf, announce, noteRead, personOf, tagged } from './reply.ts';

const TAG = 'Problem cases';
const attachmentParam = idParam.extend({ attachmentId: idParam.shape.id });
const kind = z.enum(ATTACHMENT_KINDS, `Say what it is: ${ATTACHMENT_KINDS.join(', ')}.`);
const caption = z
  .string('Say in a sentence what it shows.')
  .trim()
  .min(1, 'Say in a sentence what it shows.')
  .max(300, 'At most 300 characters.');
const day = z.iso.date('Must be a day, as in 2025-03-01.');
const newAttachment = z
  .object({
    file: z.file('Choose a photo or a PDF.').max(MOST_PDF_BYTES, 'The file is too large.'),
    kind,
    caption,
    takenOn: day.optional(),
    showsPeople: z.enum(['yes', 'no'], 'Say whether somebody could be recognised in it: yes or no.'),
  })
  .strict();
const changed = z.object({ kind, caption, takenOn: day.nullable() }).partial().strict();
const attachment = z
  .object({
    id: z.string(),
    problemId: z.string(),
    name: z.string(),
    mediaType: z.enum(ATTACHMENT_TYPES),
    kind: z.enum(ATTACHMENT_KINDS),
    caption: z.string(),
    takenOn: z.string().nullable(),
    bytes: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    digest: z.string(),
    version: z.int(),
    createdBy: z.string(),
    createdAt: z.string(),
    deletedAt: z.string().nullable(),
  })
  .meta({ id: 'Attachment' }) satisfies z.ZodType<ports.Attachment>;

/** Photos and documents of a case, for whoever reads the case. */
export function attachmentRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const readAttachment = createReadAttachment();
  return new Hono<AppEnv>()
    .get(
      '/:id/attachments',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'The photos and documents of a case, the oldest first',
        replies: { 200: pageOf(attachment, MOST_FILES) },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id);
        return c.json({ items: await store.attachments.list(id), next: null });
      },
    )
    .post(
      '/:id/attachments',
      describe({
        may: 'problem.change',
        placed: true,
        tag: TAG,
        summary: 'Attach a photo (JPEG, PNG, WebP; 15 MB) or a PDF (20 MB)',
        description:
          'Of a photo only the picture is kept, at most 2,560 pixels long: where, when and with what it was taken never reaches the disk. A PDF is kept as it is. What shows somebody who could be recognised is refused.',
        replies: { 201: attachment },
        errors: [403, 404, 409, 413, 422],
        idempotent: true,
      }),
      valid('param', idParam),
      fileForm,
      valid('form', newAttachment),
      async (c) => {
        const { file, showsPeople, takenOn = null, ...said } = c.req.valid('form');
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'problem.change');
        if (showsPeople === 'yes') throw showsSomebody();
        await checkDay(takenOn);
        const kept = await readAttachment(await bytesOf(file), file.name);
        const made = await store.attachments.add(id, { ...kept, ...said, takenOn }, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(tagged(c, made), 201);
      },
    )
    .patch(
      '/:id/attachments/:attachmentId',
      describe({
        may: 'problem.change',
        placed: true,
        tag: TAG,
        summary: 'Change what is said of a photo or document',
        replies: { 200: attachment },
        errors: [403, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', attachmentParam),
      valid('json', changed),
      async (c) => {
        const { id, attachmentId } = c.req.valid('param');
        const version = versionOf(c);
        const change = c.req.valid('json');
        await inReach.problem(personOf(c), id, 'problem.change');
        await checkDay(change.takenOn ?? null);
        const after = await store.attachments.update(id, attachmentId, version, change, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(tagged(c, after));
      },
    )
    .get(
      '/:id/attachments/:attachmentId/preview',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'A small picture of a photo',
        replies: { 200: { media: 'image/webp', description: 'At most 480 pixels long.' } },
        errors: [404],
      }),
      valid('param', attachmentParam),
      async (c) => {
        const { id } = await readable(c, c.req.valid('param'));
        const preview = await store.attachments.preview(id);
        if (!preview) throw new NotFound('small picture');
        return c.body(new Uint8Array(preview), 200, headersOf('image/webp', 'inline'));
      },
    )
    .get(
      '/:id/attachments/:attachmentId/content',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'A photo or document itself; that it was looked at stands in the history',
        replies: { 200: { media: 'application/octet-stream', description: 'The file.' } },
        errors: [404],
      }),
      valid('param', attachmentParam),
      async (c) => {
        const found = await readable(c, c.req.valid('param'));
        noteRead(c, deps, 'attachment', found.id, { case: found.problemId, mediaType: found.mediaType });
        const how = isPhotoType(found.mediaType) ? 'inline' : 'attachment';
        const named = `${how}; filename*=UTF-8''${encoded(found.name)}`;
        for (const [name, value] of Object.entries(headersOf(found.mediaType, named))) c.header(name, value);
        c.header('Content-Length', String(found.bytes));
        return stream(c, async (out) => {
          for await (const part of store.attachments.content(found.id)) await out.write(part);
        });
      },
    )
    .delete(
      '/:id/attachments/:attachmentId',
      describe({
        may: 'problem.change',
        placed: true,
        tag: TAG,
        summary:
          'Remove a photo or document; restore brings it back for 30 days, then it is deleted for good',
        replies: { 204: null },
        errors: [403, 404],
      }),
      valid('param', attachmentParam),
      async (c) => {
        const { id, attachmentId } = c.req.valid('param');
        await inReach.problem(personOf(c), id, 'problem.change');
        await store.attachments.remove(id, attachmentId, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/attachments/:attachmentId/restore',
      describe({
        may: 'problem.change',
        placed: true,
        tag: TAG,
        summary: 'Bring a photo or document back',
        replies: { 200: attachment },
        errors: [403, 404, 409],
      }),
      valid('param', attachmentParam),
      async (c) => {
        const { id, attachmentId } = c.req.valid('param');
        await inReach.problem(personOf(c), id, 'problem.change');
        const back = await store.attachments.restore(id, attachmentId, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(tagged(c, back));
      },
    );

  async function readable(c: Context<AppEnv>, { id, attachmentId }: z.infer<typeof attachmentParam>) {
    await inReach.problem(personOf(c), id);
    const found = await store.attachments.get(id, attachmentId);
    if (!found) throw new NotFound('photo or document');
    return found;
  }

  async function checkDay(takenOn: string | null): Promise<void> {
    if (takenOn === null || takenOn <= (await today(store, deps.clock))) return;
    const detail = 'This day is still to come.';
    throw new Unusable('day_to_come', detail, [{ pointer: '/takenOn', detail }]);
  }
}

/** Nobody is kept here by their face, and no car by its number. */
function showsSomebody(): Unusable {
  return new Unusable(
    'shows_people',
    'What shows or names somebody who could be recognised is not kept. Cover faces and number plates, or take another picture, then attach it.',
  );
}

/** A photo is shown on our page, a document saved: none of it ever runs here, whatever it holds. */
function headersOf(mediaType: string, disposition: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Disposition': disposition,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  };
}

/** As RFC 8187 wants names of files: of what encodeURIComponent leaves, these are not allowed. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
