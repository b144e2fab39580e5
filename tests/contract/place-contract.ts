import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from '../../server/store/open-store.ts';
import type { Area, Asset } from '../../server/store/ports.ts';
import { act, addCategory, addDataset, load, square, tablesOf } from './backend-under-test.ts';
import type { OpenFresh } from './store-contract.ts';

const newArea = (name: string, more: Partial<Area> = {}) => ({
  parentId: null,
  datasetId: null,
  kind: 'custom' as const,
  name,
  sourceId: null,
  geometry: square(1, 2, 3),
  population: null,
  dwellings: null,
  timezone: null,
  ...more,
});

const newAsset = (name: string, more: Partial<Asset> = {}) => ({
  datasetId: null,
  kind: 'school',
  name,
  sourceId: null,
  position: [1, 2] as [number, number],
  properties: { pupils: 300, open: true, note: null },
  ...more,
});

/** Data sets, areas, assets, streets, categories. */
export function placeContract(open: OpenFresh): void {
  let store: OpenStore;
  beforeEach(async () => {
    store = await open();
    await addCategory(store, 1);
  });
  afterEach(() => store.close());

  describe('data sets', () => {
    it('are made, listed and changed against their newest version only', async () => {
      const made = await addDataset(store, 'City 2024');
      expect(made).toMatchObject({
        name: 'City 2024',
        kind: 'incidents',
        version: 1,
        count: 0,
        bounds: null,
      });
      const renamed = await store.datasets.update(made.id, 1, { name: 'City' }, act());
      expect(renamed).toMatchObject({ name: 'City', version: 2, count: 0 });
      await expect(store.datasets.update(made.id, 1, { note: 'late' }, act())).rejects.toMatchObject({
        code: 'stale_write',
        extra: { current: { name: 'City', version: 2 } },
      });
      expect(await store.datasets.list()).toEqual([renamed]);
    });

    it('have names of their own', async () => {
      const first = await addDataset(store, 'City');
      await expect(addDataset(store, 'City')).rejects.toMatchObject({ status: 409, code: 'name_taken' });
      await store.datasets.remove(first.id, act());
      const second = await addDataset(store, 'City');
      await expect(store.datasets.restore(first.id, act())).rejects.toMatchObject({ code: 'name_taken' });
      await store.datasets.update(second.id, second.version, { name: 'Other' }, act());
      expect((await store.datasets.restore(first.id, act())).id).toBe(first.id);
    });

    it('say what they hold, after every import and after a rename', async () => {
      const { id } = await addDataset(store, 'City');
      await load(store, id, [
        { position: [10, 50], from: 1_700_000_000 },
        { position: [11, 52], from: 1_600_000_000 },
        { position: null, from: null, to: null },
      ]);
      const expected = {
        count: 3,
        bounds: [10, 50, 11, 52],
        from: '2020-09-13T12:26:40.000Z',
        to: '2023-11-14T22:13:20.000Z',
      };
      expect(await store.datasets.get(id)).toMatchObject({ ...expected, version: 2 });
      const renamed = await store.datasets.update(id, 2, { name: 'Town' }, act());
      expect(renamed).toMatchObject({ ...expected, name: 'Town', version: 3 });
      // Found out once: a new name is no reason to look at a million rows again.
      const snapshots = tablesOf(store).selectFrom('column_snapshot').select('version').distinct();
      expect(await snapshots.execute()).toEqual([{ version: 2 }]);
      await load(store, id, [{ position: [9, 50] }]);
      expect(await store.datasets.list()).toMatchObject([{ count: 4, bounds: [9, 50, 11, 52] }]);
    });

    it('hide everything in them when removed, and bring it back', async () => {
      const incidents = await addDataset(store, 'Incidents');
      await load(store, incidents.id, [{}]);
      const areas = await addDataset(store, 'Areas', 'areas');
      const area = await store.areas.create(newArea('A', { datasetId: areas.id }), act());
      const child = await store.areas.create(newArea('B', { parentId: area.id }), act());
      const assets = await addDataset(store, 'Assets', 'assets');
      await store.assets.create(newAsset('School', { datasetId: assets.id }), act());
      const streets = await addDataset(store, 'Streets', 'streets');
      await addStreet(store, streets.id);
      const seen = async () => ({
        datasets: (await store.datasets.list()).length,
        areas: (await store.areas.list()).map(({ id, parentId }) => [id, parentId]),
        assets: (await store.assets.list()).length,
        streets: (await store.streets.list()).length,
      });
      const before = await seen();
      expect(before).toEqual({
        datasets: 4,
        areas: [
          [area.id, null],
          [child.id, area.id],
        ],
        assets: 1,
        streets: 1,
      });
      for (const { id } of [incidents, areas, assets, streets]) await store.datasets.remove(id, act());
      expect(await seen()).toEqual({ datasets: 0, areas: [[child.id, null]], assets: 0, streets: 0 });
      expect(await store.datasets.get(areas.id)).toBeNull();
      expect(await store.areas.get(area.id)).toBeNull();
      await expect(store.datasets.remove(areas.id, act())).rejects.toMatchObject({ code: 'not_found' });
      for (const { id } of [incidents, areas, assets, streets]) await store.datasets.restore(id, act());
      expect(await seen()).toEqual(before);
    });

    it('grow in version when an area or asset of theirs changes', async () => {
      const areas = await addDataset(store, 'Areas', 'areas');
      const area = await store.areas.create(newArea('A', { datasetId: areas.id }), act());
      expect(await store.datasets.get(areas.id)).toMatchObject({
        version: 2,
        count: 1,
        bounds: [1, 2, 4, 5],
      });
      await store.areas.update(area.id, 1, { geometry: square(0, 0, 1) }, act());
      expect(await store.datasets.get(areas.id)).toMatchObject({ version: 3, bounds: [0, 0, 1, 1] });
      await store.areas.remove(area.id, act());
      expect(await store.datasets.get(areas.id)).toMatchObject({ version: 4, count: 0, bounds: null });
      await expect(store.assets.create(newAsset('X', { datasetId: areas.id }), act())).rejects.toMatchObject({
        code: 'not_found',
      });
    });

    it('know the bounds of streets', async () => {
      const streets = await addDataset(store, 'Streets', 'streets');
      await addStreet(store, streets.id);
      expect(await store.datasets.get(streets.id)).toMatchObject({ count: 1, bounds: [1, 2, 5, 6] });
    });
  });

  describe('areas', () => {
    it('are made, changed, removed and restored', async () => {
      const made = await store.areas.create(newArea('Riverside', { population: 900 }), act());
      expect(made).toEqual({
        ...newArea('Riverside', { population: 900 }),
        id: made.id,
        bounds: [1, 2, 4, 5],
        version: 1,
      });
      const changed = await store.areas.update(made.id, 1, { population: null, name: 'River' }, act());
      expect(changed).toMatchObject({ name: 'River', population: null, version: 2 });
      await expect(store.areas.update(made.id, 1, { name: 'X' }, act())).rejects.toMatchObject({
        status: 412,
      });
      await store.areas.remove(made.id, act());
      expect(await store.areas.list()).toEqual([]);
      await expect(store.areas.update(made.id, 3, { name: 'X' }, act())).rejects.toMatchObject({
        status: 404,
      });
      expect(await store.areas.restore(made.id, act())).toMatchObject({ name: 'River' });
      expect(await store.areas.list()).toHaveLength(1);
    });

    it('write nothing when nothing changes', async () => {
      const made = await store.areas.create(newArea('A'), act());
      expect(await store.areas.update(made.id, 1, { name: 'A' }, act())).toEqual(made);
      expect(await store.audit.of('area', String(made.id))).toHaveLength(1);
    });

    it('form a tree without loops', async () => {
      const top = await store.areas.create(newArea('Top'), act());
      const middle = await store.areas.create(newArea('Middle', { parentId: top.id }), act());
      const bottom = await store.areas.create(newArea('Bottom', { parentId: middle.id }), act());
      await expect(store.areas.update(top.id, 1, { parentId: bottom.id }, act())).rejects.toMatchObject({
        code: 'area_loop',
      });
      await store.areas.remove(middle.id, act());
      expect(await store.areas.get(bottom.id)).toMatchObject({ parentId: null });
      await expect(store.areas.update(top.id, 1, { parentId: bottom.id }, act())).rejects.toMatchObject({
        code: 'area_loop',
      });
      await expect(store.areas.create(newArea('X', { parentId: 9999 }), act())).rejects.toMatchObject({
        code: 'not_found',
      });
    });
  });

  describe('assets', () => {
    it('are made, changed, removed and restored', async () => {
      const made = await store.assets.create(newAsset('School'), act());
      expect(made).toEqual({ ...newAsset('School'), id: made.id, version: 1 });
      const moved = await store.assets.update(made.id, 1, { position: [3, 4] }, act());
      expect(moved).toMatchObject({ position: [3, 4], name: 'School', version: 2 });
      await expect(store.assets.update(made.id, 1, { name: 'X' }, act())).rejects.toMatchObject({
        status: 412,
      });
      await store.assets.remove(made.id, act());
      expect(await store.assets.get(made.id)).toBeNull();
      await expect(store.assets.remove(made.id, act())).rejects.toMatchObject({ status: 404 });
      await store.assets.restore(made.id, act());
      expect(await store.assets.list()).toMatchObject([{ position: [3, 4] }]);
    });
  });

  describe('categories', () => {
    it('are listed and changed', async () => {
      const [category] = await store.categories.list();
      expect(category).toMatchObject({ id: 1, crosswalk: { ucr: '1' }, protected: 'none', version: 1 });
      const changed = await store.categories.update(1, 1, { publicName: 'Theft', harmWeight: 2.5 }, act());
      expect(changed).toMatchObject({ publicName: 'Theft', harmWeight: 2.5, version: 2 });
      await expect(store.categories.update(1, 1, { harmWeight: 1 }, act())).rejects.toMatchObject({
        status: 412,
      });
      await expect(store.categories.update(7, 1, { harmWeight: 1 }, act())).rejects.toMatchObject({
        status: 404,
      });
    });

    it('become protected only while no incident is of them', async () => {
      await addCategory(store, 2);
      const { id } = await addDataset(store, 'City');
      const importId = await load(store, id, [{ category: 1 }]);
      const protect = (category: number) =>
        store.categories.update(category, 1, { protected: 'never_store' }, act());
      await expect(protect(1)).rejects.toMatchObject({ status: 409, code: 'category_in_use' });
      expect(await store.categories.get(1)).toMatchObject({ protected: 'none', version: 1 });
      expect(await protect(2)).toMatchObject({ protected: 'never_store' });
      await store.imports.undo(importId, act());
      expect(await protect(1)).toMatchObject({ protected: 'never_store' });
    });

    it('that are protected cannot be given to an incident, whoever writes it', async () => {
      await store.categories.update(1, 1, { protected: 'aggregate_only' }, act());
      const { id } = await addDataset(store, 'City');
      await expect(load(store, id, [{ category: 1 }])).rejects.toThrow(/constraint/i);
      expect(await store.datasets.get(id)).toMatchObject({ count: 0, version: 1 });
      expect(await store.imports.list()).toEqual([]);
    });
  });
}

async function addStreet(store: OpenStore, datasetId: number): Promise<void> {
  const geometry = {
    type: 'LineString',
    coordinates: [
      [1, 6],
      [5, 2],
    ],
  };
  const importId = await load(store, datasetId, []);
  await tablesOf(store)
    .insertInto('street')
    .values({
      dataset_id: datasetId,
      import_id: importId,
      name: 'High Street',
      class: 'street',
      geometry: JSON.stringify(geometry),
    })
    .execute();
}
