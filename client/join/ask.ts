/** The few things a telephone asks the server. Small on purpose: this page is the whole of it, before the map. */
import type { GuestMap, GuestMeeting } from '../../server/app.ts';

export type { GuestMap, GuestMeeting };
export type GuestBallot = GuestMeeting['ballots'][number];
export type Group = NonNullable<GuestMeeting['guest']['group']>;

/** What the server did not do, and why. `offline`: it was not reached at all. */
export class AskError extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number;

  constructor(status: number, code: string, detail: string, retryAfter: number) {
    super(detail);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Tried again later it may well succeed. */
  get passes(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429 || this.code === 'still_working';
  }
}

const PATIENCE_MS = 15_000;
/** A photo takes its time over a poor network. */
const PATIENCE_WITH_A_FILE_MS = 120_000;

export async function ask<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
  const headers: Record<string, string> = {};
  const isForm = body instanceof FormData;
  // A form says itself how it is written.
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  if (key !== undefined) headers['Idempotency-Key'] = key;
  const reply = await fetchInTime(
    `/api/guest${path}`,
    { method, headers, body: isForm ? body : JSON.stringify(body) },
    isForm ? PATIENCE_WITH_A_FILE_MS : PATIENCE_MS,
  );
  if (reply.ok) return reply.status === 204 ? (undefined as T) : ((await reply.json()) as T);
  const details: Record<string, unknown> = Object(await reply.json().catch(() => ({})));
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : '');
  throw new AskError(reply.status, text('code'), text('detail'), Number(details.retryAfter ?? 0));
}

async function fetchInTime(path: string, init: RequestInit, patienceMs: number): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    return await fetch(path, { ...init, signal: patience.signal });
  } catch {
    throw new AskError(0, 'offline', '', 0);
  } finally {
    clearTimeout(timer);
  }
}

export interface ConcernSent {
  summary: string;
  categoryId: number | null;
  place: { precision: string; position: [number, number] } | null;
  language: string;
  wordsChecked: boolean;
  isProtected: boolean;
  pathway: string | null;
}
