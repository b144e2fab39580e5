const MOST_BYTES = 256 * 1024;
const SECONDS = 10;

/** A request as the protocol library asks for it. */
export interface Asked {
  method: string;
  headers: Record<string, string>;
  body?: RequestInit['body'];
}

/** What another server said, cut off when it is long, slow, or points elsewhere. */
export async function boundedFetch(address: string, { method, headers, body }: Asked): Promise<Response> {
  const init: RequestInit = { method, headers, body: body ?? null, redirect: 'manual' };
  const reply = await fetch(address, { ...init, signal: AbortSignal.timeout(SECONDS * 1000) });
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Typed by the DOM, where it cannot be walked through.
  for await (const part of (reply.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error('The answer is too long.');
    parts.push(part);
  }
  const { status, headers: said } = reply;
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : Buffer.concat(parts), { status, headers: said });
}
