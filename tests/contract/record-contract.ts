import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLES_EVERYWHERE, type Role } from '../../server/domain/permissions.ts';
import type { OpenStore } from '../../server/store/open-store.ts';
import type { AnalysisRun } from '../../server/store/ports.ts';
import { act, addDataset, addImport, addUser, square, tablesOf } from './backend-under-test.ts';
import type { OpenFresh } from './store-contract.ts';

const newRun = (key: string) => ({
  method: 'kernel-density',
  methodVersion: 1,
  parameters: { bandwidth: 300 },
  filter: { datasets: [1] },
  dataVersion: { '1': 4 },
  key,
});

/** Runs, history, settings, answered requests; all or nothing. */
export function recordContract(open: OpenFresh): void {
  let store: OpenStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  describe('analysis runs', () => {
    it('keep their result to the byte, and are found by what they were asked', async () => {
      const run = await store.runs.begin(newRun('k'), act());
      expect(run).toMatchObject({ state: 'running', summary: null, dataVersion: { '1': 4 } });
      expect(await store.runs.findDone('k')).toBeNull();
      const result = Uint8Array.from({ length: 5000 }, (_, index) => index % 251);
      const outcome = { summary: { cells: 12 }, result, digest: 'abc' };
      const done = await store.runs.finish(run.id, outcome, act().at);
      expect(done).toMatchObject({ state: 'done', summary: { cells: 12 }, digest: 'abc' });
      expect(await store.runs.findDone('k')).toEqual(done);
      expect(Array.from((await store.runs.result(run.id)) ?? [])).toEqual(Array.from(result));
      expect(await store.runs.get('nothing')).toBeNull();
      expect(await store.runs.result('nothing')).toBeNull();
    });

    it('end once', async () => {
      const run = await store.runs.begin(newRun('k'), act());
      await store.runs.fail(run.id, 'cancelled', 'Stopped by hand.', act().at);
      const outcome = { summary: {}, result: new Uint8Array(1), digest: 'd' };
      await expect(store.runs.finish(run.id, outcome, act().at)).rejects.toMatchObject({ code: 'run_ended' });
      expect(await store.runs.get(run.id)).toMatchObject({ state: 'cancelled', failure: 'Stopped by hand.' });
      expect(await store.runs.findDone('k')).toBeNull();
    });

    it('come newest first, in pages', async () => {
      const made: AnalysisRun[] = [];
      const sameMoment = act();
      for (let index = 0; index < 5; index++)
        made.push(await store.runs.begin(newRun(`k${index}`), index < 3 ? sameMoment : act()));
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.runs.list({ after, limit: 2 });
        ids.push(...page.items.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(ids.slice(0, 2)).toEqual([made[4].id, made[3].id]);
      expect(ids.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    });

    it('left by a server that died are failed', async () => {
      const run = await store.runs.begin(newRun('k'), act());
      expect(await store.runs.abandonRunning(act().at)).toBe(1);
      expect(await store.runs.get(run.id)).toMatchObject({ state: 'failed', failure: expect.any(String) });
      expect(await store.runs.abandonRunning(act().at)).toBe(0);
    });
  });

  describe('roles in areas', () => {
    const term = { from: '2026-01-01', to: null };
    const role = (areaId: number | null, name: Role = 'analyst') =>
      store.memberships.add({ userId: 'u-9', role: name, areaId, ...term }, act());
    const newArea = (datasetId: number | null = null) =>
      store.areas.create(
        {
          parentId: null,
          datasetId,
          kind: 'district',
          name: 'Riverside',
          sourceId: null,
          geometry: square(0, 0, 1),
          population: null,
          dwellings: null,
          timezone: null,
        },
        act(),
      );

    beforeEach(() => addUser(store, 'u-9', 'Noor'));

    it('say where they hold, and that an area is hidden', async () => {
      const { id } = await newArea();
      expect((await role(id)).area).toEqual({ id, name: 'Riverside', hidden: false });
      expect((await role(null)).area).toBeNull();
      await tablesOf(store).updateTable('area').set({ deleted_at: act().at }).where('id', '=', id).execute();
      const [first] = await store.memberships.of('u-9');
      expect(first.area).toMatchObject({ id, hidden: true });
      await expect(role(id)).rejects.toMatchObject({ status: 404 });
    });

    it('are refused by the tables themselves where they make no sense', async () => {
      const { id } = await newArea();
      for (const name of ROLES_EVERYWHERE) {
        await expect(role(id, name)).rejects.toMatchObject({ code: 'role_everywhere' });
        const row = {
          user_id: 'u-9',
          role: name,
          area_id: id,
          term_from: '2026-01-01',
          created_at: act().at,
        };
        await expect(tablesOf(store).insertInto('membership').values(row).execute()).rejects.toThrow(/CHECK/);
      }
    });

    it('keep the areas of a data set and of an import from being hidden', async () => {
      const dataset = await addDataset(store, 'Districts', 'areas');
      const { id } = await newArea(dataset.id);
      await tablesOf(store)
        .transaction()
        .execute((db) => addImport(db, 'i-1', dataset.id, 1));
      await tablesOf(store).updateTable('area').set({ import_id: 'i-1' }).where('id', '=', id).execute();
      const { id: held } = await role(id);
      const refused = { status: 409, code: 'area_has_roles' };
      await expect(store.imports.undo('i-1', act())).rejects.toMatchObject(refused);
      await expect(store.datasets.remove(dataset.id, act())).rejects.toMatchObject(refused);
      await expect(store.areas.remove(id, act())).rejects.toMatchObject(refused);
      await store.memberships.end(held, '2025-12-31', act());
      await store.imports.undo('i-1', act());
      expect(await store.areas.get(id)).toBeNull();
    });
  });

  it('settings are kept', async () => {
    expect(await store.settings.get('workspace')).toBeNull();
    await store.settings.set('workspace', 'a');
    await store.settings.set('workspace', 'b');
    expect(await store.settings.get('workspace')).toBe('b');
  });

  it('history can be added to', async () => {
    await store.audit.add(
      { action: 'sign_in', objectKind: 'user', objectId: 'u' },
      { actor: null, at: act().at },
    );
    expect(await store.audit.of('user', 'u')).toMatchObject([
      { action: 'sign_in', actor: null, actorName: null, change: {}, reason: '' },
    ]);
  });

  it('history can be followed', async () => {
    const start = await store.audit.newest();
    expect(await store.audit.after(start, 10)).toEqual([]);
    for (const objectId of ['first', 'second', 'third'])
      await store.audit.add(
        { action: 'update', objectKind: 'thing', objectId, change: { name: ['a', 'b'] } },
        { actor: null, at: act().at },
      );
    const [first, second, ...more] = await store.audit.after(start, 2);
    expect([first, second, more]).toMatchObject([
      { action: 'update', objectKind: 'thing', objectId: 'first', change: { name: ['a', 'b'] } },
      { objectId: 'second' },
      [],
    ]);
    expect(await store.audit.after(second.id, 10)).toMatchObject([{ objectId: 'third' }]);
    expect(await store.audit.newest()).toBeGreaterThan(second.id);
  });

  it('the first answer to a request stands for a day', async () => {
    const morning = '2026-01-01T00:00:00.000Z';
    await store.idempotency.put('k', 'u', { status: 201, body: 'one' }, morning);
    await store.idempotency.put('k', 'u', { status: 201, body: 'two' }, morning);
    expect(await store.idempotency.get('k', 'u')).toEqual({ status: 201, body: 'one' });
    expect(await store.idempotency.get('k', 'someone else')).toBeNull();
    await store.idempotency.put('other', 'u', { status: 200, body: '' }, '2026-01-02T00:00:01.000Z');
    expect(await store.idempotency.get('k', 'u')).toBeNull();
  });

  it('many changes at once are all made, one after the other', async () => {
    const { id } = await addDataset(store, 'City');
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => store.datasets.update(id, 1, { note: `${index}` }, act())),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await store.datasets.get(id)).toMatchObject({ version: 2 });
    expect(await store.audit.of('dataset', String(id))).toHaveLength(2);
    await Promise.all(Array.from({ length: 20 }, (_, index) => addDataset(store, `Set ${index}`)));
    expect(await store.datasets.list()).toHaveLength(21);
  });

  it('answers when it is asked whether it is there', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
}
