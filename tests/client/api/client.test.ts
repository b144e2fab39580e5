import { describe, expect, it } from 'vitest';
import { ApiError, answer, done, ifMatch, isStale, wholeList } from '../../../client/api/client.ts';

const reply = (status: number, body: unknown) =>
  Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));

describe('replies of the server', () => {
  it('gives the body of a success', async () => {
    expect(await answer(reply(200, { count: 3 }))).toEqual({ count: 3 });
  });

  it('throws the error details of a refusal', async () => {
    const errors = [{ pointer: '/name', detail: 'Must not be empty.' }];
    const details = { detail: 'The request does not fit.', code: 'does_not_fit', requestId: 'r1', errors };
    const error = await answer(reply(400, details)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      message: 'The request does not fit.',
      status: 400,
      code: 'does_not_fit',
      requestId: 'r1',
      errors,
    });
  });

  it('carries the newest record of a stale write', async () => {
    const error = await done(reply(412, { code: 'stale_write', current: { version: 7 } })).catch(
      (caught: unknown) => caught,
    );
    expect(isStale(error) && error.current).toEqual({ version: 7 });
  });

  it('makes an error even of a reply that is no JSON', async () => {
    await expect(answer(reply(502, '<html>'))).rejects.toMatchObject({ status: 502, code: 'unknown' });
  });

  it('says that the server does not answer', async () => {
    const lost = Promise.reject(new TypeError('Failed to fetch'));
    await expect(answer(lost)).rejects.toMatchObject({ status: 0, code: 'unreachable' });
  });

  it('writes the version as an entity tag', () => {
    expect(ifMatch({ version: 12 }).headers['If-Match']).toBe('"12"');
  });
});

describe('a list of pages', () => {
  const pages: Record<string, { items: string[]; next: string | null; kept: number }> = {
    '': { items: ['a', 'b'], next: 'b', kept: 7 },
    b: { items: ['c'], next: 'c', kept: 7 },
    c: { items: ['d'], next: null, kept: 7 },
  };

  it('is read to its end, with what else the reply holds', async () => {
    const found = await wholeList(async ({ after = '' }) => pages[after]);
    expect(found).toEqual({ items: ['a', 'b', 'c', 'd'], next: null, kept: 7 });
  });

  it('is read again when it changed between two pages, and not for ever', async () => {
    const changed = new ApiError(409, { code: 'list_changed' });
    let asked = 0;
    const once = wholeList(async ({ after = '' }) => {
      asked += 1;
      if (asked === 2) throw changed;
      return pages[after];
    });
    expect((await once).items).toEqual(['a', 'b', 'c', 'd']);
    await expect(wholeList(() => Promise.reject(changed))).rejects.toBe(changed);
  });

  it('fails as its pages do', async () => {
    const refused = new ApiError(403, { code: 'not_allowed' });
    await expect(wholeList(() => Promise.reject(refused))).rejects.toBe(refused);
  });
});
