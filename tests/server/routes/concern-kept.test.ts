import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '../../contract/backend-under-test.ts';
import { BASE, type ConcernApp, createConcernApp } from '../../fixtures/concern-app.ts';

let test: ConcernApp;
beforeAll(async () => {
  test = await createConcernApp();
});
afterAll(() => test.close());

async function post(path: string, key: string, json: object, cookie = test.secretary) {
  const headers = { 'Idempotency-Key': key };
  const reply = await test.call('POST', `/api/concerns${path}`, { cookie, json, headers });
  return {
    status: reply.status,
    replayed: reply.headers.get('idempotency-replayed'),
    body: await reply.json(),
  };
}
const count = async () => (await test.store.concerns.page({}, { limit: 999 })).items.length;
const kept = async () =>
  JSON.stringify(await tablesOf(test.store).selectFrom('idempotency_key').selectAll().execute());

describe('a concern that is sent twice', () => {
  it('is one concern with one receipt, and neither its words nor the receipt lie beside it', async () => {
    const before = await count();
    const json = { ...BASE, detail: 'Behind the yellow kiosk' };
    const first = await post('', 'once', json);
    const again = await post('', 'once', json);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect([first.replayed, again.replayed]).toEqual([null, 'true']);
    expect(await count()).toBe(before + 1);
    expect(first.body.receipt).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    const found = await test.send(test.guardian, 'POST', '/receipt', { receipt: again.body.receipt });
    expect(found.body.concern.id).toBe(first.body.concern.id);
    for (const said of [first.body.receipt, 'Robbed', 'yellow kiosk'])
      expect(await kept()).not.toContain(said);
  });

  it('belongs to its key: another text under it is refused', async () => {
    const before = await count();
    const other = await post('', 'once', { ...BASE, summary: 'Something else' });
    expect([other.status, other.body.code]).toEqual([422, 'key_reused']);
    expect(await count()).toBe(before);
  });

  it('is as it stands now when it is asked for again: what was erased does not come back', async () => {
    const first = await post('', 'erased', BASE);
    await test.send(test.guardian, 'POST', `/${first.body.concern.id}/erase`, undefined, 1);
    const again = await post('', 'erased', BASE);
    expect(again.body).toMatchObject({ receipt: first.body.receipt, concern: { summary: '' } });
  });

  it('leaves no way to what was passed on as protected', async () => {
    const first = await post('', 'protected', BASE);
    await test.triage(first.body.concern.id, 1, { step: 'protect', pathway: 'health' });
    const again = await post('', 'protected', BASE);
    expect(again.body).toEqual({ kind: 'protected_referral', concern: null, receipt: null });
  });

  it('is counted once when it is protected, and its day and pathway cannot be tried out', async () => {
    const counted = async () =>
      (await test.store.concerns.referrals()).reduce((sum, { count: n }) => sum + n, 0);
    const before = await counted();
    const json = { receivedOn: '2025-02-21', channel: 'phone', isProtected: true, pathway: 'legal_aid' };
    const first = await post('', 'counted', json);
    expect((await post('', 'counted', json)).body).toEqual(first.body);
    expect(await counted()).toBe(before + 1);
    const request = await tablesOf(test.store)
      .selectFrom('idempotency_key')
      .select('body')
      .where('key', '=', 'counted')
      .executeTakeFirstOrThrow();
    const plain = createHash('sha256')
      .update('/api/concerns\n')
      .update(JSON.stringify(json))
      .digest('base64url');
    expect(request.body).not.toContain(plain);
  });
});

describe('a pile of paper that is sent twice', () => {
  it('is taken in once, with the same receipts and the same refusals', async () => {
    const before = await count();
    const rows = [
      { ...BASE, channel: 'paper_form', summary: 'Lamp out at the bridge' },
      { ...BASE, channel: 'paper_form', summary: '' },
    ];
    const first = await post('/batch', 'pile', { rows });
    const again = await post('/batch', 'pile', { rows });
    expect(first.status).toBe(200);
    expect(first.body.items.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'stored',
      'refused',
    ]);
    expect(again.body).toEqual(first.body);
    expect(again.replayed).toBe('true');
    expect(await count()).toBe(before + 1);
    for (const said of [first.body.items[0].receipt, 'bridge']) expect(await kept()).not.toContain(said);
  });
});
