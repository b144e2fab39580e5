import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';

const MULTIPART = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^";,\s]{1,70}))/i;

/** What stands between the fields of a form; null when the body is none. */
export function markOf(contentType: string | undefined): string | null {
  const found = MULTIPART.exec(contentType ?? '');
  return found ? (found[1] ?? found[2]) : null;
}

/**
 * The whole body, laid down piece by piece as it comes in: put together at its end, a file of 20 MB would hold everybody
 * up. It is kept with the request, for whoever asks after it next.
 */
export async function wholeBody(c: Context): Promise<ArrayBuffer> {
  const kept = await c.req.bodyCache.arrayBuffer;
  if (kept) return kept;
  const length = Number(c.req.header('content-length'));
  const { body } = c.req.raw;
  if (!body || !Number.isSafeInteger(length) || length <= 0) return c.req.arrayBuffer();
  const whole = new Uint8Array(length);
  let at = 0;
  for await (const piece of body) {
    whole.set(piece, at);
    at += piece.length;
  }
  const { buffer } = at === length ? whole : whole.slice(0, at);
  c.req.bodyCache.arrayBuffer = buffer;
  return buffer;
}

/** Reads a form with a file without copying it over and over; what is no such form is left to whoever reads it next. */
export const fileForm = createMiddleware(async (c, next) => {
  const mark = markOf(c.req.header('content-type'));
  if (mark !== null && c.req.bodyCache.formData === undefined) {
    const form = formOf(Buffer.from(await wholeBody(c)), mark);
    if (form) c.req.bodyCache.formData = form;
  }
  await next();
});

/** A file of a form that lies in the body it came in: made the usual way, it would be copied twice before it is read. */
class HeldFile extends File {
  // Private, so that whoever walks through the fields of a form does not walk through its bytes.
  readonly #held: Uint8Array;

  constructor(held: Uint8Array, name: string, type: string) {
    super([], name, { type });
    this.#held = held;
    Object.defineProperty(this, 'size', { value: held.length });
  }

  get held(): Uint8Array {
    return this.#held;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(this.#held).buffer;
  }
}

export const bytesOf = async (file: File): Promise<Uint8Array> =>
  file instanceof HeldFile ? file.held : new Uint8Array(await file.arrayBuffer());

const HEADER_END = '\r\n\r\n';
const MOST_HEADER = 16 * 1024;

/** The fields of a form as browsers write them (RFC 7578); null when it is written in another way. */
export function formOf(body: Buffer, mark: string): FormData | null {
  const edge = `--${mark}`;
  if (body.toString('latin1', 0, edge.length) !== edge) return null;
  const form = new FormData();
  for (let at = edge.length; ; ) {
    const next = body.toString('latin1', at, at + 2);
    if (next === '--') return form;
    const head = body.subarray(at, at + MOST_HEADER).indexOf(HEADER_END);
    if (next !== '\r\n' || head < 0) return null;
    const from = at + head + HEADER_END.length;
    const end = body.indexOf(`\r\n${edge}`, from);
    if (end < 0 || !addField(form, body.toString('utf8', at, at + head), body.subarray(from, end)))
      return null;
    at = end + 2 + edge.length;
  }
}

/** False when it is not known what the field is called. */
function addField(form: FormData, head: string, value: Buffer<ArrayBufferLike>): boolean {
  const said = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1];
  const name = said && /(?:^|[;\s])name="([^"]*)"/i.exec(said)?.[1];
  if (!said || name === undefined || /filename\*=/i.test(said)) return false;
  const file = /(?:^|[;\s])filename="([^"]*)"/i.exec(said)?.[1];
  if (file === undefined) {
    form.append(unescaped(name), value.toString('utf8'));
    return true;
  }
  const type = /^content-type:[ \t]*(.*?)[ \t]*$/im.exec(head)?.[1] ?? 'text/plain';
  form.append(unescaped(name), new HeldFile(value, unescaped(file), type));
  return true;
}

/** Browsers write these three signs so, and no others. */
const unescaped = (text: string): string =>
  text.replaceAll(/%0A/gi, '\n').replaceAll(/%0D/gi, '\r').replaceAll('%22', '"');
