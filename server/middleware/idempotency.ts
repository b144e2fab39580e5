import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context, Next } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppDeps, AppEnv } from '../deps.ts';
import { AppError, Conflict, Unusable } from '../errors.ts';
import { markOf, wholeBody } from '../file-form.ts';
import type { KeptOtherwise } from '../kept-otherwise.ts';

/** What is kept under a key: the reply, and the digest of the request it answered. */
interface Kept {
  request: string;
  body: string;
}

/**
 * A repeated POST with the same Idempotency-Key gives the first reply again instead of making a second record. The route
 * asks for it once the person was found to be allowed: a reply that is kept is no way around a role that ended. Only
 * routes that say so keep replies, so that no incident and no token lies among them.
 */
export function idempotency({ store, clock }: Pick<AppDeps, 'store' | 'clock'>) {
  const working = new Set<string>();

  async function once(
    c: Context<AppEnv>,
    next: Next,
    otherwise?: KeptOtherwise<AppEnv>,
  ): Promise<Response | undefined> {
    const key = c.req.header('idempotency-key');
    if (key === undefined) return void (await next());
    if (!/^[\x21-\x7e]{1,200}$/.test(key))
      throw new AppError(400, 'key_unreadable', 'Idempotency-Key must be 1 to 200 plain characters.');
    const guest = c.get('guest');
    const actor = guest ? `guest ${guest.id}` : c.get('session').user.id;
    const digest = await digestOf(c);
    const request = otherwise ? otherwise.mark(digest) : digest;
    const mine = `${actor} ${key}`;
    if (working.has(mine))
      throw new Conflict('still_working', 'The first request with this key is still running.');
    working.add(mine);
    try {
      const before = await store.idempotency.get(key, actor);
      if (before) {
        const body = bodyKept(before.body, request);
        return replay(before.status, otherwise ? JSON.stringify(await otherwise.again(c, body)) : body);
      }
      await next();
      if (!c.res.ok) return;
      const body = await c.res.clone().text();
      const kept: Kept = { request, body: otherwise ? otherwise.keep(body) : body };
      const reply = { status: c.res.status, body: JSON.stringify(kept) };
      await store.idempotency.put(key, actor, reply, clock.now().toISOString());
    } finally {
      working.delete(mine);
    }
  }

  return createMiddleware<AppEnv>(async (c, next) => {
    c.set('once', once);
    await next();
  });
}

/** As bytes, which a file is: read as text it would be another one afterwards. */
async function digestOf(c: Context<AppEnv>): Promise<string> {
  const digest = createHash('sha256').update(`${c.req.path}\n`);
  const mark = markOf(c.req.header('content-type'));
  // Between the fields of a form stands a mark that is another one each time it is sent.
  const parts =
    mark === null ? [Buffer.from(await c.req.arrayBuffer())] : between(Buffer.from(await wholeBody(c)), mark);
  for (const part of parts)
    for (let at = 0; at < part.length; at += GO) {
      digest.update(part.subarray(at, at + GO));
      if (part.length > GO) await nextTurn();
    }
  return digest.digest('base64url');
}

/** Reckoned in one go, about a millisecond, so that everybody else gets a turn in between. */
const GO = 1024 * 1024;

function* between(body: Buffer, mark: string): Generator<Buffer> {
  for (let from = 0; from <= body.length; ) {
    const at = body.indexOf(mark, from);
    yield body.subarray(from, at < 0 ? body.length : at);
    if (at < 0) return;
    from = at + mark.length;
  }
}

function bodyKept(before: string, request: string): string {
  const kept = JSON.parse(before) as Kept;
  if (kept.request !== request)
    throw new Unusable('key_reused', 'This Idempotency-Key was used for another request: take a new one.');
  return kept.body;
}

function replay(status: number, body: string): Response {
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Replayed': 'true' },
  });
}
