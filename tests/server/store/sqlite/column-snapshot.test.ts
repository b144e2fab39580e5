import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import {
  COLUMN_NAMES,
  COLUMN_TYPES,
  DURATION_UNKNOWN,
  FLAG_UNLOCATED,
  type IncidentColumns,
  MISSING,
} from '../../../../analysis/incident-columns.ts';
import { seededRandom } from '../../../../analysis/random.ts';
import { projectRoot } from '../../../../server/root.ts';
import { hasSnapshot, rebuildSnapshot } from '../../../../server/store/sqlite/column-snapshot.ts';
import { openWriter } from '../../../../server/store/sqlite/connect.ts';

const ROWS = 3000;

/** Two data sets whose rows interlock; one in seven without a position, one in eleven without a time. */
function databaseWithRows(): Database {
  const db = openWriter(':memory:');
  const folder = join(projectRoot, 'server/store/sqlite/migrations');
  db.exec(readFileSync(join(folder, '0001_foundation.sql'), 'utf8'));
  db.exec(`INSERT INTO category (id, scheme, code, name, public_name) VALUES (1,'s','1','a','a'), (2,'s','2','b','b');
    INSERT INTO dataset (id, name, kind, timezone, created_at) VALUES (1,'A','incidents','UTC',''), (2,'B','incidents','UTC','');
    INSERT INTO import (id, dataset_id, file_name, mapping, read_rows, stored, unlocated, duplicates, refused, seconds, created_at)
      VALUES ('i',1,'f','{}',0,0,0,0,'{}',0,'')`);
  const insert = db.prepare(`INSERT INTO incident
    (dataset_id, import_id, category_id, dedupe_key, occurred_from, occurred_to, lon, lat, flags) VALUES (?,'i',?,?,?,?,?,?,?)`);
  const random = seededRandom(7);
  for (let row = 0; row < ROWS; row++) {
    const located = row % 7 !== 0;
    const from = row % 11 === 0 ? null : Math.round((random.next() - 0.2) * 2e9);
    const to = from === null || row % 5 === 0 ? null : from + Math.round(random.next() * 5e6);
    const position = located ? [random.next() * 360 - 180, random.next() * 180 - 90] : [null, null];
    insert.run(1 + (row % 2), 1 + (row % 3 === 0 ? 1 : 0), row, from, to, ...position, row % 32);
  }
  return db;
}

interface Row {
  id: number;
  lon: number | null;
  lat: number | null;
  occurred_from: number | null;
  occurred_to: number | null;
  category_id: number;
  flags: number;
}

/** The layout of the columns, said a second time and slowly. */
function expectedOf(rows: readonly Row[]) {
  return {
    id: rows.map(({ id }) => id),
    lon: rows.map(({ lon }) => (lon === null ? MISSING : Math.round(lon * 1e7))),
    lat: rows.map(({ lat }) => (lat === null ? MISSING : Math.round(lat * 1e7))),
    from: rows.map((row) => (row.occurred_from === null ? MISSING : minuteOf(row.occurred_from))),
    duration: rows.map(({ occurred_from: from, occurred_to: to }) => {
      if (from === null || to === null) return DURATION_UNKNOWN;
      const minutes = minuteOf(to) - minuteOf(from);
      return minutes < 64_800 ? minutes : 64_800;
    }),
    category: rows.map((row) => row.category_id),
    flags: rows.map((row) => (row.flags & ~FLAG_UNLOCATED) | (row.lon === null ? FLAG_UNLOCATED : 0)),
  };
}

function minuteOf(seconds: number): number {
  return Math.floor(seconds / 60);
}

function stored(db: Database, datasetId: number, version: number): Record<string, number[]> {
  const rows = db
    .prepare<[number, number], { name: keyof typeof COLUMN_TYPES; bytes: Buffer }>(
      'SELECT name, bytes FROM column_snapshot WHERE dataset_id = ? AND version = ?',
    )
    .all(datasetId, version);
  return Object.fromEntries(
    rows.map(({ name, bytes }) => {
      const column: IncidentColumns[typeof name] = new COLUMN_TYPES[name](Uint8Array.from(bytes).buffer);
      return [name, Array.from(column)];
    }),
  );
}

describe('rebuildSnapshot', () => {
  it('says the same as the rows, data set by data set', () => {
    const db = databaseWithRows();
    for (const datasetId of [1, 2]) {
      const rows = db
        .prepare<[number], Row>('SELECT * FROM incident WHERE dataset_id = ? ORDER BY id')
        .all(datasetId);
      const summary = rebuildSnapshot(db, datasetId, 5);
      expect(stored(db, datasetId, 5)).toEqual(expectedOf(rows));
      const lons = rows.flatMap(({ lon }) => (lon === null ? [] : [lon]));
      const times = rows.flatMap((row) => (row.occurred_from === null ? [] : [row.occurred_from]));
      expect(summary).toMatchObject({
        count: ROWS / 2,
        timeFrom: Math.min(...times),
        timeTo: Math.max(...times),
      });
      // Columns keep a centimetre.
      expect(summary.bounds?.[0]).toBeCloseTo(Math.min(...lons), 6);
      expect(summary.bounds?.[2]).toBeCloseTo(Math.max(...lons), 6);
    }
    db.close();
  });

  it('keeps a position far from all others out of the bounds, not out of the columns', () => {
    const db = databaseWithRows();
    db.exec(`UPDATE incident SET lon = -75 + (id % 100) / 1000.0, lat = 40 + (id % 70) / 1000.0 WHERE lon IS NOT NULL;
      UPDATE incident SET lon = -80.5, lat = 42.2 WHERE id = (SELECT min(id) FROM incident WHERE lon IS NOT NULL AND dataset_id = 1)`);
    const { bounds } = rebuildSnapshot(db, 1, 5);
    expect(bounds?.[0]).toBeGreaterThanOrEqual(-75);
    expect(bounds?.[3]).toBeLessThan(40.1);
    expect(stored(db, 1, 5).lon).toContain(-805_000_000);
    db.close();
  });

  it('takes the columns of older versions away, of this data set only', () => {
    const db = databaseWithRows();
    rebuildSnapshot(db, 1, 1);
    rebuildSnapshot(db, 2, 1);
    rebuildSnapshot(db, 1, 2);
    expect(hasSnapshot(db, 1, 1)).toBe(false);
    expect(hasSnapshot(db, 1, 2)).toBe(true);
    expect(hasSnapshot(db, 2, 1)).toBe(true);
    const { count } = db
      .prepare<[], { count: number }>('SELECT count(*) AS count FROM column_snapshot')
      .get()!;
    expect(count).toBe(2 * COLUMN_NAMES.length);
    db.close();
  });
});
