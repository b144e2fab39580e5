import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { areaGeometry } from '../domain/geometry.ts';
import { MOST_FIGURES, MOST_RELEASES, type PublicationState } from '../domain/publication.ts';
import { NotFound } from '../errors.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { createPublications } from '../publications/publications.ts';
import type * as ports from '../store/ports.ts';
import { workspaceName } from '../workspace-name.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { areaKind } from './records.ts';
import { actOf, announce, tagged } from './reply.ts';

const TAG = 'Publications';
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Must be a month, as in 2026-03.');
const MOST_CHOSEN = 1000;
const ids = z.array(z.int().positive()).min(1).max(MOST_CHOSEN).nullable();
const wish = z
  .object({
    areaKind,
    categories: ids.default(null),
    datasets: ids.default(null),
    from: month,
    to: month,
    step: z.enum(['month', 'quarter', 'year', 'whole']),
  })
  .strict();
const newPublication = wish.extend({
  title: z.string().trim().min(1, 'Must not be empty.').max(200),
  text: z.string().trim().max(5000).default(''),
});
const reason = z.string().trim().min(1, 'Say why; everybody can read it.').max(2000);

const sheet = z.object({
  least: z.int(),
  figures: z.int(),
  small: z.int(),
  secondary: z.int(),
  worstCase: z.int().nullable(),
  comparedWith: z.array(z.object({ id: z.string(), title: z.string() })).max(MOST_RELEASES),
  incidents: z.int(),
  elsewhere: z.int(),
});
const publication = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    wish: z.object(wish.shape),
    subjects: z.array(z.string()).max(MOST_CHOSEN).nullable(),
    zone: z.string(),
    state: z.enum(['prepared', 'approved', 'released', 'withdrawn', 'struck']),
    sheet,
    digest: z.string(),
    version: z.int(),
    preparedBy: z.string(),
    preparedAt: z.string(),
    approvedBy: z.string().nullable(),
    approvedAt: z.string().nullable(),
    releasedBy: z.string().nullable(),
    releasedAt: z.string().nullable(),
    struckBy: z.string().nullable(),
    struckAt: z.string().nullable(),
    strikeReason: z.string().nullable(),
    preparer: z.string().nullable(),
    approver: z.string().nullable(),
    releaser: z.string().nullable(),
    striker: z.string().nullable(),
  })
  .meta({ id: 'Publication' }) satisfies z.ZodType<ports.Publication>;
const table = z
  .object({
    areas: z.array(z.object({ name: z.string(), geometry: areaGeometry })).max(MOST_FIGURES),
    periods: z.array(z.object({ from: z.string(), before: z.string() })).max(MOST_FIGURES),
    figures: z
      .array(z.object({ area: z.int().nullable(), period: z.int().nullable(), count: z.int().nullable() }))
      .max(MOST_FIGURES),
  })
  .meta({ id: 'PublishedTable' }) satisfies z.ZodType<ports.PublishedTable>;
/** Without who did it and without the sheet: what stands on the notice board. */
const published = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    subjects: z.array(z.string()).max(MOST_CHOSEN).nullable(),
    zone: z.string(),
    releasedAt: z.string(),
    digest: z.string(),
    struck: z.object({ at: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'Published' });

/** Preparing, checking and releasing what the public may see. */
export function publicationRoutes(deps: AppDeps) {
  const { store } = deps;
  const publications = createPublications(store);
  const find = async (id: string) => {
    const found = await store.publications.get(id);
    if (found === null) throw new NotFound('publication');
    return found;
  };
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'publication.read',
        tag: TAG,
        summary: 'Everything prepared for the public, the newest first',
        replies: { 200: pageOf(publication) },
      }),
      valid('query', pageQuery),
      async (c) => c.json(pageOfRecords(await store.publications.list(), c.req.valid('query'))),
    )
    .post(
      '/',
      describe({
        may: 'publication.prepare',
        tag: TAG,
        summary: 'Count, hide what would give small numbers away, and keep the result as it is',
        replies: { 201: publication },
        errors: [415, 422],
        idempotent: true,
      }),
      valid('json', newPublication),
      async (c) => {
        const made = await publications.prepare(c.get('viewer'), c.req.valid('json'), actOf(c, deps));
        announce(deps, 'publication', made.id);
        return c.json(tagged(c, made), 201);
      },
    )
    .get(
      '/:id',
      describe({
        may: 'publication.read',
        tag: TAG,
        summary: 'One publication with its privacy sheet',
        replies: { 200: publication },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => c.json(tagged(c, await find(c.req.valid('param').id))),
    )
    .get(
      '/:id/table',
      describe({
        may: 'publication.read',
        tag: TAG,
        summary: 'The figures, as the public would see them',
        replies: { 200: table },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => c.json(await store.publications.table((await find(c.req.valid('param').id)).id)),
    )
    .post(
      '/:id/approve',
      describe({ ...stepText('publication.approve', 'Approve, as the guardian of the data'), proven: true }),
      valid('param', idParam),
      async (c) => c.json(tagged(c, await move(c, c.req.valid('param').id, 'approved'))),
    )
    .post(
      '/:id/release',
      describe({
        ...stepText('publication.release', 'Release to everybody, as somebody other than who approved'),
        proven: true,
      }),
      valid('param', idParam),
      async (c) => c.json(tagged(c, await move(c, c.req.valid('param').id, 'released'))),
    )
    .post(
      '/:id/withdraw',
      describe(stepText('publication.prepare', 'Withdraw what is not released yet')),
      valid('param', idParam),
      async (c) => c.json(tagged(c, await move(c, c.req.valid('param').id, 'withdrawn'))),
    )
    .post(
      '/:id/strike',
      describe({
        ...stepText('publication.strike', 'Strike a release; it stays readable with the reason'),
        errors: [404, 409, 415],
      }),
      valid('param', idParam),
      valid('json', z.object({ reason }).strict()),
      async (c) =>
        c.json(tagged(c, await move(c, c.req.valid('param').id, 'struck', c.req.valid('json').reason))),
    );

  async function move(c: Parameters<typeof actOf>[0], id: string, state: PublicationState, why?: string) {
    const moved = await publications.moveTo(id, versionOf(c), state, actOf(c, deps, why));
    announce(deps, 'publication', id);
    return moved;
  }
}

function stepText(
  may: 'publication.approve' | 'publication.release' | 'publication.prepare' | 'publication.strike',
  summary: string,
) {
  return {
    may,
    tag: TAG,
    summary,
    replies: { 200: publication },
    errors: [404, 409, 422],
    ifMatch: 'required' as const,
  };
}

/** What was released: for everybody, without an account. */
const board = pageOf(published).extend({ workspace: z.string().nullable() }).meta({ id: 'NoticeBoard' });

export function publishedRoutes({ store }: Pick<AppDeps, 'store'>) {
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'open',
        tag: TAG,
        summary: 'What was released, the newest first; struck releases with the reason',
        replies: { 200: board },
      }),
      valid('query', pageQuery),
      async (c) => {
        const items = (await store.publications.list()).flatMap(publicOf);
        // Before anything is released nobody outside learns whose workbench this is.
        const isOut = items.length > 0 || (await store.publicAnswers.list({ released: true })).length > 0;
        const workspace = isOut ? await workspaceName(store) : null;
        return c.json({ workspace, ...pageOfRecords(items, c.req.valid('query')) });
      },
    )
    .get(
      '/:id',
      describe({
        may: 'open',
        tag: TAG,
        summary: 'The figures of a release',
        replies: { 200: table },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const found = await store.publications.get(id);
        if (found === null || found.releasedAt === null) throw new NotFound('release');
        return c.json(await store.publications.table(id));
      },
    );
}

function publicOf({
  id,
  title,
  text,
  subjects,
  zone,
  releasedAt,
  digest,
  struckAt,
  strikeReason,
}: ports.Publication) {
  if (releasedAt === null) return [];
  const struck = struckAt === null ? null : { at: struckAt, reason: strikeReason ?? '' };
  return [{ id, title, text, subjects, zone, releasedAt, digest, struck }];
}
