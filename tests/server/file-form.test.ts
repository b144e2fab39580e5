import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { fileForm, formOf, markOf } from '../../server/file-form.ts';

/** As a browser, or here the platform, would send it. */
async function sent(form: FormData): Promise<{ body: Buffer; mark: string }> {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const mark = markOf(request.headers.get('content-type') ?? '');
  return { body: Buffer.from(await request.arrayBuffer()), mark: mark ?? '' };
}

const told = async (form: FormData | null) =>
  Promise.all(
    [...(form ?? [])].map(async ([name, value]) =>
      typeof value === 'string'
        ? [name, value]
        : [name, value.name, value.type, Buffer.from(await value.arrayBuffer()).toString('base64')],
    ),
  );

/** Bytes that look like the marks between fields, and are none. */
const TRICKY = Buffer.from('%PDF-1.7\r\n--\r\n\r\n----formdata-undici-0\r\n\0\xff--', 'latin1');

describe('a form with a file', () => {
  it('is read as the platform reads it', async () => {
    const form = new FormData();
    form.set('caption', 'Die Lampe "am Halt"\r\nعند المحطة');
    form.set('empty', '');
    form.set('a "quoted"\nname', 'x');
    form.set('file', new File([TRICKY], 'a "b"\nمحضر.pdf', { type: 'application/pdf' }));
    form.set('bare', new File([], 'none'));
    const { body, mark } = await sent(form);
    const platform = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': `multipart/form-data; boundary=${mark}` },
    }).formData();
    expect(await told(formOf(body, mark))).toEqual(await told(platform));
    expect(await told(platform)).toHaveLength(5);
  });

  it('is left to others where it is written in another way', async () => {
    const form = new FormData();
    form.set('caption', 'x');
    const { body, mark } = await sent(form);
    expect(formOf(body, `${mark}0`)).toBeNull();
    expect(formOf(body.subarray(0, body.length - 10), mark)).toBeNull();
    expect(formOf(body.subarray(5), mark)).toBeNull();
    expect(formOf(Buffer.alloc(0), mark)).toBeNull();
    const without = Buffer.from(body.toString('latin1').replace('name=', 'game='), 'latin1');
    expect(formOf(without, mark)).toBeNull();
    const withStar = Buffer.from(body.toString('latin1').replace('; name', '; filename*=x; name'), 'latin1');
    expect(formOf(withStar, mark)).toBeNull();
  });

  it('knows what stands between the fields, quoted or not', () => {
    expect(markOf('multipart/form-data; boundary=abc')).toBe('abc');
    expect(markOf('multipart/form-data; charset=x; boundary="a b"')).toBe('a b');
    expect(markOf('application/json')).toBeNull();
    expect(markOf(undefined)).toBeNull();
  });

  it('comes in with a length and without one', async () => {
    const app = new Hono().post('/', fileForm, async (c) => {
      const file = (await c.req.formData()).get('file');
      return c.text(file instanceof File ? `${file.name} ${file.size}` : 'none');
    });
    const form = new FormData();
    form.set('file', new File([new Uint8Array(3_000_000)], 'a.pdf'));
    const { body, mark } = await sent(form);
    const type = { 'Content-Type': `multipart/form-data; boundary=${mark}` };
    const bytes = new Uint8Array(body);
    const whole = await app.request('/', {
      method: 'POST',
      body: bytes,
      headers: { ...type, 'Content-Length': String(bytes.length) },
    });
    expect(await whole.text()).toBe('a.pdf 3000000');
    const chunked = await app.request('/', { method: 'POST', body: bytes, headers: type });
    expect(await chunked.text()).toBe('a.pdf 3000000');
  });
});
