import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let resident: string;
let overseer: string;
beforeAll(async () => {
  test = await createTestApp();
  resident = await test.signInAs(['resident_contributor']);
  overseer = await test.signInAs(['oversight_readonly']);
});
afterAll(() => test.close());

const asked = {
  line: 'attribute_of_persons',
  asked: 'A field for ethnicity in the file of incidents',
  body: 'police',
  answer: 'There is none, and none will be added.',
  askedOn: '2025-02-27',
};
const add = (cookie: string, json: object) => test.call('POST', '/api/red-lines', { cookie, json });
const read = async (cookie: string, query = '') =>
  (await test.call('GET', `/api/red-lines${query}`, { cookie })).json();

describe('what was asked for and refused', () => {
  it('is put on record by anybody with a role, and read by those who oversee', async () => {
    expect((await add(resident, asked)).status).toBe(201);
    expect((await test.call('GET', '/api/red-lines', { cookie: resident })).status).toBe(403);
    const { items, total, next } = await read(overseer);
    expect([total, next]).toEqual([1, null]);
    expect(items).toMatchObject([
      { ...asked, byName: 'Somebody as resident_contributor', at: '2025-03-01T12:00:00.000Z' },
    ]);
  });

  it('is part of the chain of the history and stays', async () => {
    const { brokenAt } = await test.store.audit.verify();
    expect(brokenAt).toBeNull();
    for (const method of ['PATCH', 'PUT', 'DELETE'])
      expect((await test.call(method, '/api/red-lines', { cookie: overseer, json: {} })).status).toBe(405);
    const { db } = test.store.accounts.database;
    const change = db.withTables<{ audit_entry: { change: string; object_kind: string } }>();
    await expect(
      change.updateTable('audit_entry').set({ change: '{}' }).where('object_kind', '=', 'red_line').execute(),
    ).rejects.toThrow(/cannot be changed/);
    await expect(
      change.deleteFrom('audit_entry').where('object_kind', '=', 'red_line').execute(),
    ).rejects.toThrow(/Nothing is taken out/);
  });

  it('comes page by page, the newest first, with the number of all', async () => {
    for (const n of [1, 2]) await add(resident, { ...asked, asked: `Request ${n}` });
    const first = await read(overseer, '?limit=2');
    expect(first.items.map(({ asked }: { asked: string }) => asked)).toEqual(['Request 2', 'Request 1']);
    expect(first.total).toBe(3);
    const rest = await read(overseer, `?limit=2&after=${encodeURIComponent(first.next)}`);
    expect(rest.items).toHaveLength(1);
  });

  it('says what was asked, and not on a day to come', async () => {
    expect((await add(resident, { ...asked, asked: ' ' })).status).toBe(400);
    expect((await add(resident, { ...asked, line: 'nothing' })).status).toBe(400);
    expect((await add(resident, { ...asked, askedOn: '2025-03-02' })).status).toBe(422);
  });
});
