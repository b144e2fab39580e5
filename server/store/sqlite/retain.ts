import type { Database } from 'better-sqlite3';
import {
  containsPosition,
  type PreparedPolygon,
  preparePolygon,
} from '../../../analysis/prepared-polygon.ts';
import { localMonths } from '../../domain/local-months.ts';
import { FEWEST_ALIKE } from '../../domain/mask-runs.ts';
import { type RetentionRules, runsOutBefore } from '../../domain/retention.ts';
import type { Act } from '../ports.ts';
import { addAuditEntry } from './audit-log.ts';
import { rebuildSnapshot } from './column-snapshot.ts';

interface Row {
  id: number;
  category: number;
  at: number | null;
  lon: number | null;
  lat: number | null;
  /** When it was imported, in seconds. */
  imported: number;
}

interface Place {
  id: number;
  timezone: string;
}

/** Incidents of all data sets that have run out, by category; also of those that are hidden. */
export function countRunOut(db: Database, rules: RetentionRules, now: Date): Map<number, number> {
  const places = db
    .prepare<[], Place>(`SELECT id, timezone FROM dataset WHERE kind = 'incidents' ORDER BY id`)
    .all();
  return counted(places.flatMap((place) => runOut(db, place, rules, now)));
}

/**
 * Takes out of one data set what has run out, and keeps how many there were by category, month and area. The caller holds
 * the transaction: rows, counts, columns and history change together. Gives how many.
 */
export function takeOutRunOut(db: Database, datasetId: number, rules: RetentionRules, act: Act): number {
  const place = db.prepare<[number], Place>('SELECT id, timezone FROM dataset WHERE id = ?').get(datasetId);
  const rows = place ? runOut(db, place, rules, new Date(act.at)) : [];
  if (!place || rows.length === 0) return 0;
  keepCounts(db, rows, place.timezone, latenessOf(db, place, rules));
  const remove = db.prepare<[number]>('DELETE FROM incident WHERE id = ?');
  for (const { id } of rows) remove.run(id);
  const { version } = db
    .prepare<[number], { version: number }>(
      'UPDATE dataset SET version = version + 1 WHERE id = ? RETURNING version',
    )
    .get(datasetId)!;
  rebuildSnapshot(db, datasetId, version);
  const byCategory = Object.fromEntries([...counted(rows)].map(([id, count]) => [`category ${id}`, count]));
  const change: Record<string, [unknown, unknown]> = {
    incidents: [rows.length, 0],
    were: [byCategory, null],
  };
  addAuditEntry(db, { action: 'run_out', objectKind: 'dataset', objectId: String(datasetId), change }, act);
  return rows.length;
}

/** An incident is as old as its end; without any time, as its import. */
function runOut(db: Database, { id, timezone }: Place, rules: RetentionRules, now: Date): Row[] {
  if (rules.incidents === null && rules.categories.length === 0) return [];
  const before = (months: number) => runsOutBefore(timezone, now, months).getTime() / 1000;
  const own = rules.categories.flatMap(({ categoryId, months }) => [categoryId, before(months)]);
  const rest = rules.incidents === null ? null : before(rules.incidents);
  const limit =
    own.length > 0 ? `CASE category_id ${'WHEN ? THEN ? '.repeat(own.length / 2)}ELSE ? END` : '?';
  return db
    .prepare<(number | null)[], Row>(
      `SELECT incident.id, category_id AS category, coalesce(occurred_to, occurred_from, reported_at) AS at, lon, lat,
              unixepoch(import.created_at) AS imported
       FROM incident JOIN import ON import.id = incident.import_id
       WHERE incident.dataset_id = ?
         AND coalesce(occurred_to, occurred_from, reported_at, unixepoch(import.created_at)) < ${limit}`,
    )
    .all(id, ...own, rest);
}

interface Ground {
  id: number;
  bounds: [west: number, south: number, east: number, north: number];
  shape: PreparedPolygon;
}

/**
 * Whether an incident was over already when it came in, after others had been taken out: it is from a file that was there
 * before, for all that is known, and was counted then.
 */
function latenessOf(db: Database, { timezone }: Place, rules: RetentionRules): (row: Row) => boolean {
  const first = db
    .prepare<[], { at: number | null }>(
      `SELECT unixepoch(min(at)) AS at FROM audit_entry WHERE action = 'run_out' AND object_kind = 'dataset'`,
    )
    .get()?.at;
  const own = new Map(rules.categories.map(({ categoryId, months }) => [categoryId, months]));
  const limits = new Map<string, number>();
  const limitOf = (imported: number, months: number) => {
    const key = `${imported} ${months}`;
    const known =
      limits.get(key) ?? runsOutBefore(timezone, new Date(imported * 1000), months).getTime() / 1000;
    limits.set(key, known);
    return known;
  };
  return ({ category, at, imported }) => {
    const months = own.get(category) ?? rules.incidents;
    if (at === null || months === null || first === null || first === undefined) return false;
    return imported >= first && at < limitOf(imported, months);
  };
}

interface Kept {
  category: number;
  area: number;
  month: string;
  fresh: number;
  late: number;
}

function keepCounts(
  db: Database,
  rows: readonly Row[],
  timezone: string,
  isLate: (row: Row) => boolean,
): void {
  const { monthOf } = localMonths(timezone);
  const grounds = groundsOf(db);
  const counts = new Map<string, Kept>();
  const add = (kind: 'fresh' | 'late', category: number, area: number, month: string) => {
    const key = `${category} ${area} ${month}`;
    const kept = counts.get(key) ?? { category, area, month, fresh: 0, late: 0 };
    kept[kind]++;
    counts.set(key, kept);
  };
  for (const row of rows) {
    const { category, at, lon, lat } = row;
    const kind = isLate(row) ? 'late' : 'fresh';
    const month = at === null ? '' : nameOf(monthOf(Math.floor(at / 60)));
    add(kind, category, 0, month);
    if (lon === null || lat === null) continue;
    for (const { id, bounds, shape } of grounds)
      if (isWithin(bounds, lon, lat) && containsPosition(shape, lon, lat)) add(kind, category, id, month);
  }
  for (const kept of counts.values())
    if (kept.area === 0 || kept.fresh + kept.late >= FEWEST_ALIKE) writeCount(db, kept);
}

/** What came in late is held against what is known of that month, and counts where it is more. */
function writeCount(db: Database, { category, area, month, fresh, late }: Kept): void {
  db.prepare<[number, number, string, number, number, number]>(
    `INSERT INTO kept_count (category_id, area_id, month, count) VALUES (?, ?, ?, ?)
     ON CONFLICT (category_id, area_id, month) DO UPDATE SET count = max(count, ?) + ?`,
  ).run(category, area, month, fresh + late, late, fresh);
}

function groundsOf(db: Database): Ground[] {
  const rows = db
    .prepare<[], { id: number; west: number; south: number; east: number; north: number; geometry: string }>(
      `SELECT id, min_lon AS west, min_lat AS south, max_lon AS east, max_lat AS north, geometry
       FROM area WHERE deleted_at IS NULL`,
    )
    .all();
  return rows.map(({ id, west, south, east, north, geometry }) => ({
    id,
    bounds: [west, south, east, north],
    shape: preparePolygon(JSON.parse(geometry)),
  }));
}

const isWithin = ([west, south, east, north]: Ground['bounds'], lon: number, lat: number) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** As in 2024-03; counted from January 1970. */
function nameOf(month: number): string {
  const year = 1970 + Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

function counted(rows: readonly Pick<Row, 'category'>[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { category } of rows) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}
