import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStore, openStore } from '../../../server/store/open-store.ts';

const act = { actor: null, at: '2026-03-01T12:00:00.000Z' };
let folder: string;
let file: string;
let store: OpenStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cg-audit-'));
  file = join(folder, 'common-ground.sqlite');
  store = await openStore({ file });
  for (let i = 0; i < 5; i++)
    await store.audit.add({ action: 'update', objectKind: 'thing', objectId: String(i) }, act);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What somebody with the file in hands can do. */
function tamper(sql: string): void {
  const db = new Database(file);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

const WITHOUT_GUARD = 'DROP TRIGGER audit_entry_stays_as_it_is; DROP TRIGGER audit_entry_stays;';

describe('the history', () => {
  it('fits from the first entry to the last', async () => {
    const { entries, brokenAt, head } = await store.audit.verify();
    expect({ entries, brokenAt }).toEqual({ entries: 5, brokenAt: null });
    expect((await store.audit.page({}, { limit: 1 })).items[0].hash).toBe(head);
  });

  it('cannot be changed or cut by a plain statement', () => {
    expect(() => tamper("UPDATE audit_entry SET actor = 'somebody' WHERE id = 2")).toThrow(
      /cannot be changed/,
    );
    expect(() => tamper('DELETE FROM audit_entry WHERE id = 2')).toThrow(/taken out/);
    expect(() =>
      tamper("INSERT INTO audit_entry (at, action, object_kind, object_id) VALUES ('', 'x', 'y', 'z')"),
    ).toThrow(/needs its hash/);
  });

  it.each([
    ['changed', "UPDATE audit_entry SET actor = 'somebody' WHERE id = 3", 3],
    ['taken out', 'DELETE FROM audit_entry WHERE id = 3', 4],
    [
      'exchanged',
      "UPDATE audit_entry SET object_id = CASE id WHEN 3 THEN '3' ELSE '2' END WHERE id IN (3, 4)",
      3,
    ],
  ])('shows where an entry was %s', async (_, sql, brokenAt) => {
    tamper(WITHOUT_GUARD + sql);
    expect(await store.audit.verify()).toMatchObject({ brokenAt });
  });

  it('chains the entries of a database from before there was a chain', async () => {
    await store.close();
    tamper(`${WITHOUT_GUARD} UPDATE audit_entry SET hash = NULL;`);
    store = await openStore({ file });
    expect(await store.audit.verify()).toMatchObject({ entries: 5, brokenAt: null });
  });

  it('is listed newest first, page by page, by who and what', async () => {
    const first = await store.audit.page({}, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([5, 4]);
    const second = await store.audit.page({}, { limit: 2, after: first.next ?? '' });
    expect(second.items.map(({ id }) => id)).toEqual([3, 2]);
    expect((await store.audit.page({ objectKind: 'other' }, { limit: 2 })).items).toEqual([]);
  });
});
