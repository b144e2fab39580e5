import { hc } from 'hono/client';
import type { Api } from '../../server/app.ts';
import { askAboutLinks, type LinksFound } from '../links-found.ts';
import { newName } from '../new-name.ts';
import { askForProof } from '../proof-wanted.ts';

/** The one typed way to the server: same origin, session in the cookie. */
export const client: ReturnType<typeof hc<Api>> = hc<Api>(globalThis.location?.origin ?? 'http://localhost', {
  fetch: fetchAsking,
});

/** Where other things link to what is to be deleted, shows the person which, and deletes it all the same if they say so. */
async function fetchAsking(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const reply = await fetchProven(input, init);
  if (reply.status !== 409 || init?.method !== 'DELETE') return reply;
  const found: Partial<LinksFound> & { code?: string } = Object(await reply.clone().json());
  if (found.code !== 'linked' || !found.links) return reply;
  const { links, mayGoOn = false } = found;
  if (!(await askAboutLinks({ links, mayGoOn })))
    return Response.json({ ...found, code: 'kept', detail: 'Nothing was deleted.' }, { status: 409 });
  const address = new URL(input instanceof Request ? input.url : input);
  address.searchParams.set('despite', 'links');
  return fetchProven(address, init);
}

/** Where a fresh proof of who it is is asked for, asks the person and tries once more. */
async function fetchProven(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const reply = await fetch(input, init);
  if (reply.status !== 403 || (await errorOf(reply.clone())).code !== 'prove_again') return reply;
  return (await askForProof()) ? fetch(input, init) : reply;
}

export interface FieldError {
  pointer: string;
  detail: string;
}

/** What the server answered when it did not do what was asked: the members of its error details (RFC 9457). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly errors: readonly FieldError[];
  /** The newest version of a record, when the write was stale. */
  readonly current: unknown;

  constructor(status: number, details: ErrorDetails) {
    super(details.detail ?? details.title ?? `The server answered ${status}.`);
    this.name = 'ApiError';
    this.status = status;
    this.code = details.code ?? 'unknown';
    this.requestId = details.requestId ?? null;
    this.errors = details.errors ?? [];
    this.current = details.current;
  }
}

interface ErrorDetails {
  title?: string;
  detail?: string;
  code?: string;
  requestId?: string;
  errors?: FieldError[];
  current?: unknown;
}

/** The part of a reply that is used; `hc` replies and plain `fetch` replies both fit. */
interface Reply<T> {
  ok: boolean;
  status: number;
  json(): Promise<T>;
}

/** Waits for the reply and gives its body; throws ApiError unless it is a success. */
export async function answer<R extends Reply<unknown>>(request: Promise<R>): Promise<BodyOf<R>> {
  const reply = await request.catch(failToReach);
  if (!reply.ok) throw await errorOf(reply);
  return reply.json() as Promise<BodyOf<R>>;
}

type BodyOf<R extends Reply<unknown>> = Awaited<ReturnType<R['json']>>;

interface Listed {
  items: unknown[];
  next: string | null;
}

/** The server gives no more at once. */
const MOST_AT_ONCE = '999';
const TRIES = 3;

/**
 * A list to its end, page by page, as one reply. Where an entry between two pages went away the list is read again from its
 * beginning, so that nothing is missing in the middle.
 */
export async function wholeList<Page extends Listed>(
  ask: (query: { limit: string; after?: string }) => Promise<Page>,
): Promise<Page> {
  for (let tries = 1; ; tries += 1)
    try {
      return await allPages(ask);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'list_changed' || tries === TRIES) throw error;
    }
}

async function allPages<Page extends Listed>(
  ask: (query: { limit: string; after?: string }) => Promise<Page>,
): Promise<Page> {
  const first = await ask({ limit: MOST_AT_ONCE });
  const items = [...first.items];
  for (let { next } = first; next !== null; ) {
    const page = await ask({ limit: MOST_AT_ONCE, after: next });
    items.push(...page.items);
    next = page.next;
  }
  return { ...first, items, next: null };
}

/** As `answer`, for replies without a body. */
export async function done(request: Promise<Reply<unknown>>): Promise<void> {
  const reply = await request.catch(failToReach);
  if (!reply.ok) throw await errorOf(reply);
}

/** The ApiError a failed reply stands for. */
export async function errorOf(reply: Reply<unknown>): Promise<ApiError> {
  const details = await reply.json().catch(() => ({}));
  return new ApiError(reply.status, isDetails(details) ? details : {});
}

/** Says which version a write was made against: a stale one is refused, never silently overwritten. */
export function ifMatch(record: { version: number }): { headers: { 'If-Match': string } } {
  return { headers: { 'If-Match': `"${record.version}"` } };
}

/** A key that makes a repeated create the same create. */
export function idempotent(): { headers: { 'Idempotency-Key': string } } {
  return { headers: { 'Idempotency-Key': newName() } };
}

/** The same for a create whose key was kept, so that it is the same create after a reload too. */
export function idempotentAs(key: string): { headers: { 'Idempotency-Key': string } } {
  return { headers: { 'Idempotency-Key': key } };
}

export function isStale(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 412;
}

function isDetails(value: unknown): value is ErrorDetails {
  return typeof value === 'object' && value !== null;
}

function failToReach(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new ApiError(0, {
    code: 'unreachable',
    detail: 'The workbench server does not answer. Is it running?',
  });
}
