import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DURATION_LONGEST,
  DURATION_UNKNOWN,
  FLAG_APPROXIMATE,
  FLAG_UNLOCATED,
  MISSING,
} from '../../analysis/incident-columns.ts';
import type { OpenStore } from '../../server/store/open-store.ts';
import { act, addCategory, addDataset, load, square, tablesOf, viewer } from './backend-under-test.ts';
import type { OpenFresh } from './store-contract.ts';

const NEW_YEAR = Date.UTC(2024, 0, 1) / 1000;
const HOUR = 3600;

/** Incidents as columns, by filter, in pages; imports and their undoing. */
export function incidentContract(open: OpenFresh): void {
  let store: OpenStore;
  let city: number;
  beforeEach(async () => {
    store = await open();
    await addCategory(store, 1);
    await addCategory(store, 2);
    city = (await addDataset(store, 'City')).id;
  });
  afterEach(() => store.close());

  describe('columns', () => {
    it('hold every row in order of id, in the units of the column layout', async () => {
      await load(store, city, [
        { position: [-75.1234567, 39.9], from: NEW_YEAR + 90, to: NEW_YEAR + HOUR, flags: FLAG_APPROXIMATE },
        { position: null, from: NEW_YEAR, to: NEW_YEAR + 400 * 24 * HOUR, category: 2 },
        { position: [179.9999999, -89.9999999], from: null, to: null },
        { position: [0, 0], from: -61, to: null },
      ]);
      const { version, columns } = await store.incidents.columns(viewer, city);
      expect(version).toBe(2);
      expect(columns.length).toBe(4);
      expect(Array.from(columns.lon)).toEqual([-751234567, MISSING, 1799999999, 0]);
      expect(Array.from(columns.lat)).toEqual([399000000, MISSING, -899999999, 0]);
      expect(Array.from(columns.from)).toEqual([NEW_YEAR / 60 + 1, NEW_YEAR / 60, MISSING, -2]);
      expect(Array.from(columns.duration)).toEqual([
        59,
        DURATION_LONGEST,
        DURATION_UNKNOWN,
        DURATION_UNKNOWN,
      ]);
      expect(Array.from(columns.category)).toEqual([1, 2, 1, 1]);
      expect(Array.from(columns.flags)).toEqual([FLAG_APPROXIMATE, FLAG_UNLOCATED, 0, 0]);
      const ids = Array.from(columns.id);
      expect(ids).toEqual(ids.toSorted((a, b) => a - b));
      expect(columns.id.buffer).toBeInstanceOf(SharedArrayBuffer);
    });

    it('are loaded once per version, however many ask at once', async () => {
      await load(store, city, [{}, {}]);
      const [one, two] = await Promise.all([
        store.incidents.columns(viewer, city),
        store.incidents.columns(viewer, city),
      ]);
      expect(one.columns).toBe(two.columns);
      await load(store, city, [{}]);
      const later = await store.incidents.columns(viewer, city);
      expect(later).toMatchObject({ version: 3, columns: { length: 3 } });
      const versions = await tablesOf(store)
        .selectFrom('column_snapshot')
        .select('version')
        .distinct()
        .execute();
      expect(versions).toEqual([{ version: 3 }]);
    });

    it('are empty for a data set without rows, and not there for one that is hidden or of another kind', async () => {
      expect(await store.incidents.columns(viewer, city)).toMatchObject({
        version: 1,
        columns: { length: 0 },
      });
      const streets = await addDataset(store, 'Streets', 'streets');
      await expect(store.incidents.columns(viewer, streets.id)).rejects.toMatchObject({ status: 404 });
      await store.datasets.remove(city, act());
      await expect(store.incidents.columns(viewer, city)).rejects.toMatchObject({ status: 404 });
      await expect(store.incidents.columns(viewer, 999)).rejects.toMatchObject({ status: 404 });
    });
  });

  describe('filters', () => {
    const found = async (filter: Parameters<OpenStore['incidents']['matching']>[1]) => {
      const ids = Array.from(await store.incidents.matching(viewer, filter));
      expect(await store.incidents.count(viewer, filter)).toBe(ids.length);
      return (await store.incidents.byIds(viewer, ids)).map(({ sourceId }) => sourceId);
    };
    beforeEach(async () => {
      await load(store, city, [
        { sourceId: 'a', position: [1, 1], from: NEW_YEAR },
        { sourceId: 'b', position: [2, 2], from: NEW_YEAR + HOUR, category: 2 },
        { sourceId: 'c', position: [8, 8], from: NEW_YEAR + 2 * HOUR },
        { sourceId: 'd', position: null, from: NEW_YEAR + 3 * HOUR },
        { sourceId: 'e', position: [1.5, 1.5], from: null, to: null },
      ]);
    });

    it('leave nothing out when they ask for nothing', async () => {
      expect(await found({})).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    it('narrow by category and by period, its start in and its end out', async () => {
      expect(await found({ categories: [2] })).toEqual(['b']);
      expect(await found({ categories: [] })).toEqual([]);
      expect(await found({ from: '2024-01-01T01:00:00Z' })).toEqual(['b', 'c', 'd']);
      expect(await found({ to: '2024-01-01T02:00:00+01:00' })).toEqual(['a']);
      expect(await found({ from: '2024-01-01T00:00:30Z', to: '2024-01-01T02:00:01Z' })).toEqual(['b', 'c']);
    });

    it('narrow by areas together, by a drawn shape, and by both', async () => {
      const area = { parentId: null, datasetId: null, kind: 'custom' as const, sourceId: null };
      const plain = { population: null, dwellings: null, timezone: null };
      const west = await store.areas.create(
        { ...area, ...plain, name: 'W', geometry: square(0, 0, 3) },
        act(),
      );
      const east = await store.areas.create(
        { ...area, ...plain, name: 'E', geometry: square(7, 7, 3) },
        act(),
      );
      expect(await found({ areas: [west.id] })).toEqual(['a', 'b', 'e']);
      expect(await found({ areas: [west.id, east.id] })).toEqual(['a', 'b', 'c', 'e']);
      expect(await found({ geometry: square(1.2, 1.2, 9) })).toEqual(['b', 'c', 'e']);
      expect(await found({ areas: [west.id], geometry: square(1.2, 1.2, 9) })).toEqual(['b', 'e']);
      expect(await found({ areas: [] })).toEqual([]);
      await store.areas.update(west.id, 1, { geometry: square(0, 0, 1.2) }, act());
      expect(await found({ areas: [west.id] })).toEqual(['a']);
      await store.areas.remove(west.id, act());
      expect(await found({ areas: [west.id] })).toEqual([]);
    });

    it('reach over data sets in order of id, without hidden ones', async () => {
      const town = (await addDataset(store, 'Town')).id;
      await load(store, town, [{ sourceId: 't' }]);
      await load(store, city, [{ sourceId: 'f' }]);
      expect(await found({})).toEqual(['a', 'b', 'c', 'd', 'e', 't', 'f']);
      expect(await found({ datasets: [town] })).toEqual(['t']);
      expect(await found({ datasets: [town, 999] })).toEqual(['t']);
      const ids = await store.incidents.matching(viewer, { datasets: [town] });
      await store.datasets.remove(town, act());
      expect(await found({ datasets: [town] })).toEqual([]);
      expect(await found({})).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
      expect(await store.incidents.byIds(viewer, Array.from(ids))).toEqual([]);
    });

    it('give pages that together are the whole, even when rows arrive in between', async () => {
      const pages: (string | null)[][] = [];
      let after: string | undefined;
      do {
        const page = await store.incidents.list(viewer, {}, { after, limit: 2 });
        pages.push(page.items.map(({ sourceId }) => sourceId));
        after = page.next ?? undefined;
        if (pages.length === 1) await load(store, city, [{ sourceId: 'late' }]);
      } while (after !== undefined);
      expect(pages).toEqual([
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'late'],
      ]);
      await expect(store.incidents.list(viewer, {}, { after: 'nonsense', limit: 2 })).rejects.toMatchObject({
        code: 'cursor_unreadable',
      });
    });

    it('give records with times as text and the order asked for', async () => {
      const [a, , , d] = await store.incidents.matching(viewer, {});
      expect(await store.incidents.byIds(viewer, [d, 99_999, a])).toMatchObject([
        { sourceId: 'd', position: null },
        { sourceId: 'a', position: [1, 1], occurredFrom: '2024-01-01T00:00:00.000Z', reportedAt: null },
      ]);
    });
  });

  describe('imports', () => {
    it('are on record, and their refused rows come one after the other', async () => {
      const id = await load(store, city, [{}]);
      const refused = Array.from({ length: 1203 }, (_, line) => ({
        import_id: id,
        line: line + 2,
        reason: 'bad_time',
        detail: 'Not a time.',
        cells: JSON.stringify(['x', String(line)]),
      }));
      for (let from = 0; from < refused.length; from += 500)
        await tablesOf(store)
          .insertInto('refused_row')
          .values(refused.slice(from, from + 500))
          .execute();
      expect(await store.imports.get(id)).toMatchObject({ id, read: 1, bbox: [1, 2, 3, 4], undoneAt: null });
      const lines: number[] = [];
      for await (const row of store.imports.refused(id)) lines.push(row.line);
      expect(lines).toEqual(refused.map(({ line }) => line));
    });

    it('can be undone once: their rows are gone, their record stays', async () => {
      const kept = await load(store, city, [{ sourceId: 'kept' }]);
      const undone = await load(store, city, [{ sourceId: 'undone' }, { sourceId: 'undone too' }]);
      const [, gone] = await store.incidents.matching(viewer, {});
      await store.imports.undo(undone, act('wrong file'));
      expect(await store.incidents.count(viewer, {})).toBe(1);
      expect(await store.datasets.get(city)).toMatchObject({ count: 1, version: 4 });
      expect(await store.imports.get(undone)).toMatchObject({ stored: 2, undoneAt: expect.any(String) });
      expect(await store.imports.get(kept)).toMatchObject({ undoneAt: null });
      expect(await store.audit.of('import', undone)).toMatchObject([
        { action: 'undo', reason: 'wrong file' },
      ]);
      await expect(store.imports.undo(undone, act())).rejects.toMatchObject({ code: 'already_undone' });
      await expect(store.imports.undo('nothing', act())).rejects.toMatchObject({ status: 404 });
      await load(store, city, [{}]);
      expect(Array.from(await store.incidents.matching(viewer, {}))).not.toContain(gone);
    });

    it('of areas can be undone too', async () => {
      const areas = await addDataset(store, 'Areas', 'areas');
      const id = await load(store, areas.id, []);
      await tablesOf(store)
        .insertInto('area')
        .values({
          dataset_id: areas.id,
          import_id: id,
          kind: 'custom',
          name: 'A',
          geometry: JSON.stringify(square(0, 0, 1)),
          min_lon: 0,
          min_lat: 0,
          max_lon: 1,
          max_lat: 1,
          created_at: act().at,
        })
        .execute();
      expect(await store.areas.list()).toHaveLength(1);
      await store.imports.undo(id, act());
      expect(await store.areas.list()).toEqual([]);
    });

    it('remember the mapping of a file of that shape', async () => {
      expect(await store.imports.recallMapping('shape')).toBeNull();
      await store.imports.rememberMapping('shape', { lon: 'x' });
      await store.imports.rememberMapping('shape', { lon: 'y' });
      expect(await store.imports.recallMapping('shape')).toEqual({ lon: 'y' });
    });
  });
}
