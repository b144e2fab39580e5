import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import { type ShownEntry, shownTo } from '../audit-shown.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { instant } from '../domain/instant.ts';
import { csvCell } from '../imports/refused-csv.ts';
import { describe, pageOf, valid } from '../openapi.ts';
import type { AuditEntry } from '../store/ports.ts';
import { noteRead } from './reply.ts';
import { shapesAsSeen } from './shapes-as-seen.ts';

const TAG = 'Audit';
const word = z.string().min(1).max(100).optional();
const filter = z
  .object({
    actor: word,
    action: word,
    objectKind: word,
    precision: z.enum(['exact', 'cell']).optional(),
    from: instant.optional(),
    to: instant.optional(),
  })
  .strict();
const page = filter
  .extend({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  })
  .strict();

const entry = z
  .object({
    id: z.int(),
    at: z.string(),
    actor: z.string().nullable(),
    actorName: z.string().nullable(),
    action: z.string(),
    objectKind: z.string(),
    objectId: z.string(),
    reason: z.string(),
    change: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
    hash: z.string(),
    hidden: z.boolean(),
  })
  .meta({ id: 'AuditEntry' });
const chain = z
  .object({ entries: z.int(), head: z.string(), brokenAt: z.int().nullable() })
  .meta({ id: 'AuditChain' });

/** Who did what, and who looked at what. Entries are added and never changed. */
export function auditRoutes(deps: AppDeps) {
  const { store, auditQueue } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'audit.read',
        tag: TAG,
        summary: 'The history of the whole workspace, the newest first',
        description:
          'With `precision`, looks and exports alone: those that gave incidents exactly, or as squares and months. An entry about a record that you may not read yourself is `hidden`: it comes without its reason and without what was before and after.',
        replies: { 200: pageOf(entry) },
      }),
      valid('query', page),
      async (c) => {
        const { after, limit = 100, ...wanted } = c.req.valid('query');
        await auditQueue.flush();
        const { items, next } = await store.audit.page(wanted, { after, limit });
        return c.json({ items: shapesAsSeen(c, items).map((line) => shownTo(c.get('roles'), line)), next });
      },
    )
    .get(
      '/chain',
      describe({
        may: 'audit.read',
        tag: TAG,
        summary: 'Whether every entry still fits the one before it',
        description:
          'brokenAt is the number of the first entry that does not fit. Note the head elsewhere to compare.',
        replies: { 200: chain },
      }),
      async (c) => {
        await auditQueue.flush();
        return c.json(await store.audit.verify());
      },
    )
    .get(
      '/csv',
      describe({
        may: 'audit.read',
        tag: TAG,
        summary: 'The history as CSV',
        replies: { 200: { media: 'text/csv', description: 'One line an entry, the newest first.' } },
      }),
      valid('query', filter),
      async (c) => {
        const wanted = c.req.valid('query');
        const roles = c.get('roles');
        await auditQueue.flush();
        noteRead(c, deps, 'audit', 'csv', wanted);
        c.header('Content-Type', 'text/csv; charset=utf-8');
        c.header('Content-Disposition', 'attachment; filename="history.csv"');
        return stream(c, async (out) => {
          await out.write(`${NAMES.join(',')}\r\n`);
          let after: string | undefined;
          do {
            const { items, next } = await store.audit.page(wanted, { after, limit: 500 });
            const shown = shapesAsSeen(c, items).map((line) => shownTo(roles, line));
            await out.write(shown.map(lineOf).join(''));
            after = next ?? undefined;
          } while (after !== undefined);
        });
      },
    );
}

const NAMES = [
  'id',
  'at',
  'actor',
  'actorName',
  'action',
  'objectKind',
  'objectId',
  'reason',
  'change',
  'hash',
  'hidden',
] as const;

function lineOf(line: ShownEntry<AuditEntry & { hash: string }>): string {
  const cells = NAMES.map((name) => {
    const value = line[name];
    return csvCell(typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''));
  });
  return `${cells.join(',')}\r\n`;
}
