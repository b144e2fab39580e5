import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
beforeAll(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
});
afterAll(() => test.close());

const create = (title: string, key: string, as = cookie) =>
  test.call('POST', '/api/problems', { cookie: as, json: { title }, headers: { 'Idempotency-Key': key } });
const count = async () => (await test.deps.store.problems.list()).length;

describe('Idempotency-Key', () => {
  it('makes a repeated create the same create', async () => {
    const first = await create('Broken lamps', 'key-1');
    const again = await create('Broken lamps', 'key-1');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await count()).toBe(1);
  });

  it('belongs to one request', async () => {
    const reply = await create('Something else', 'key-1');
    expect(reply.status).toBe(422);
    expect(await reply.json()).toMatchObject({ code: 'key_reused' });
    expect(await count()).toBe(1);
  });

  it('belongs to one person', async () => {
    const other = await test.signIn('Somebody Else');
    expect((await create('Broken lamps', 'key-1', other)).status).toBe(201);
    expect(await count()).toBe(2);
  });

  it('lets one of two at the same moment through', async () => {
    const replies = await Promise.all([create('Twice', 'key-2'), create('Twice', 'key-2')]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409]);
    expect(await count()).toBe(3);
  });

  it('does not keep refusals: the corrected request goes through', async () => {
    expect((await create('', 'key-3')).status).toBe(400);
    expect((await create('Right now', 'key-3')).status).toBe(201);
  });

  it('must be plain and short', async () => {
    expect((await create('Long key', 'k'.repeat(201))).status).toBe(400);
  });
});
