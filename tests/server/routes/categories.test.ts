import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDataset, load, tablesOf } from '../../contract/backend-under-test.ts';
import { createTestApp, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let analyst: string;
let guardian: string;
beforeAll(async () => {
  test = await createTestApp();
  analyst = await test.signInAs(['analyst']);
  guardian = await test.signInAs(['data_guardian']);
  const add = (id: number, parent: number | null, protection: 'none' | 'never_store', always = 0) =>
    tablesOf(test.store)
      .insertInto('category')
      .values({
        id,
        parent_id: parent,
        scheme: 'local',
        code: `c${id}`,
        name: `Category ${id}`,
        public_name: `Category ${id}`,
        protected: protection,
        always_protected: always,
        harm_weight: null,
        crosswalk: '{}',
      })
      .execute();
  await add(1, null, 'none');
  await add(2, 1, 'none');
  await add(3, 2, 'none');
  await add(4, null, 'never_store', 1);
});
afterAll(() => test.close());

async function set(cookie: string, id: number, json: object) {
  const { version } = (await test.store.categories.get(id))!;
  const headers = { 'If-Match': `"${version}"` };
  return test.call('PATCH', `/api/categories/${id}`, { cookie, json, headers });
}
const levels = async () => (await test.store.categories.list()).map((category) => category.protected);

describe('a category that becomes protected', () => {
  it('is refused while incidents of it or below it are stored, with their number and what to do', async () => {
    const city = await addDataset(test.store, 'City');
    const importId = await load(test.store, city.id, [{ category: 3 }, { category: 3 }]);
    const hidden = await addDataset(test.store, 'Old');
    const other = await load(test.store, hidden.id, [{ category: 1 }]);
    const act = { actor: null, at: '2026-01-01T00:00:00.000Z' };
    await test.store.datasets.remove(hidden.id, act);
    const reply = await set(analyst, 1, { protected: 'never_store' });
    const { code, detail } = await reply.json();
    expect([reply.status, code]).toEqual([409, 'category_in_use']);
    expect(detail).toContain('3 incidents');
    expect(detail).toContain('“City”: 2');
    expect(detail).toContain('“Old” (deleted, can be restored): 1');
    expect(detail).toContain('Undo the imports');
    expect(await levels()).toEqual(['none', 'none', 'none', 'never_store']);
    await test.store.imports.undo(importId, act);
    await test.store.imports.undo(other, act);
  });

  it('takes what lies below with it, each with its line in the history', async () => {
    expect((await set(analyst, 1, { protected: 'aggregate_only' })).status).toBe(200);
    expect(await levels()).toEqual(['aggregate_only', 'aggregate_only', 'aggregate_only', 'never_store']);
    for (const id of ['1', '2', '3'])
      expect((await test.store.audit.of('category', id)).at(-1)?.change).toMatchObject({
        protected: ['none', 'aggregate_only'],
      });
  });

  it('is opened again by a guardian, from the top', async () => {
    expect((await set(analyst, 1, { protected: 'none' })).status).toBe(403);
    const below = await set(guardian, 3, { protected: 'none' });
    expect([below.status, (await below.json()).code]).toEqual([409, 'parent_is_protected']);
    for (const id of [1, 2, 3]) expect((await set(guardian, id, { protected: 'none' })).status).toBe(200);
  });

  it('stays so when it is built in, in totals at most', async () => {
    const open = await set(guardian, 4, { protected: 'none' });
    expect([open.status, (await open.json()).code]).toEqual([409, 'always_protected']);
    expect((await set(guardian, 4, { protected: 'aggregate_only' })).status).toBe(200);
  });

  it('does not take one that is open below it', async () => {
    const moved = await set(guardian, 3, { parentId: 4 });
    expect([moved.status, (await moved.json()).code]).toEqual([409, 'parent_is_protected']);
  });
});
