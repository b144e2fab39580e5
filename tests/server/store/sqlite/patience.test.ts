import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from '../../../../server/store/open-store.ts';
import { openWriter } from '../../../../server/store/sqlite/connect.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const AT = '2026-01-01T00:00:00.000Z';

describe('while another connection is writing', () => {
  let store: OpenStore;
  let other: ReturnType<typeof openWriter>;
  let files = 0;
  beforeEach(async () => {
    const file = join(folder, `busy-${files++}.sqlite`);
    store = await openStore({ file, patience: { milliseconds: 300, step: 5 } });
    await store.settings.set('name', 'before');
    other = openWriter(file);
    other.exec("BEGIN IMMEDIATE; UPDATE setting SET value = 'half done' WHERE key = 'name'");
  });
  afterEach(async () => {
    other.close();
    await store.close();
  });

  it('reads go on and see what was committed', async () => {
    expect(await store.settings.get('name')).toBe('before');
    expect(await store.datasets.list()).toEqual([]);
  });

  it('a write waits without stopping the event loop, and is made', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    let written = false;
    const write = store.settings.set('name', 'after').then(() => {
      written = true;
    });
    await pause(150);
    expect(written).toBe(false);
    expect(await store.settings.get('name')).toBe('before');
    other.exec('COMMIT');
    await write;
    clearInterval(timer);
    // A wait inside SQLite would have held the timer up all the time.
    expect(ticks).toBeGreaterThan(5);
    expect(await store.settings.get('name')).toBe('after');
  });

  it('a write that waited too long says that nothing was saved', async () => {
    const writes = Array.from({ length: 10 }, () =>
      store.areas.create(
        {
          parentId: null,
          datasetId: null,
          kind: 'custom',
          name: 'A',
          sourceId: null,
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          },
          population: null,
          dwellings: null,
          timezone: null,
        },
        { actor: null, at: AT },
      ),
    );
    const started = performance.now();
    for (const write of writes)
      await expect(write).rejects.toMatchObject({ status: 503, code: 'store_busy' });
    // All began to wait at the same time: none waits its own 300 ms after those before it.
    expect(performance.now() - started).toBeLessThan(2500);
    other.exec('ROLLBACK');
    expect(await store.areas.list()).toEqual([]);
    await store.settings.set('name', 'later');
    expect(await store.settings.get('name')).toBe('later');
  });

  it('the sign-in library waits as well', async () => {
    const insert = store.accounts.database.db
      .insertInto('setting')
      .values({ key: 'by another way', value: 'x' })
      .execute();
    await pause(30);
    other.exec('COMMIT');
    await insert;
    expect(await store.settings.get('by another way')).toBe('x');
  });
});

describe('a transaction', () => {
  it('is not seen by others before it is whole', async () => {
    const store = await openStore({ file: join(folder, 'half.sqlite') });
    const { db } = store.accounts.database;
    await db.transaction().execute(async (transaction) => {
      await transaction.insertInto('setting').values({ key: 'a', value: '1' }).execute();
      expect(await store.settings.get('a')).toBeNull();
      expect(await transaction.selectFrom('setting').selectAll().execute()).toHaveLength(1);
    });
    expect(await store.settings.get('a')).toBe('1');
    await expect(
      db.transaction().execute(async (transaction) => {
        await transaction.insertInto('setting').values({ key: 'b', value: '1' }).execute();
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await store.settings.get('b')).toBeNull();
    await store.close();
  });
});
