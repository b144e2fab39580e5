import { describe, expect, it } from 'vitest';
import { ApiError, answer, done, ifMatch, isStale } from '../../../client/api/client.ts';

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
