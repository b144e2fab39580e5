import Database from 'better-sqlite3';
import type { NeverMappedKind } from '../../domain/protected-assets.ts';
import type { Erased } from '../../erased-list.ts';
import { openWriter } from './connect.ts';

export interface Protection {
  categories: { scheme: string; code: string; protected: 'aggregate_only' | 'never_store' }[];
  kinds: NeverMappedKind[];
}

/** What the workspace protects; nothing when the file is no database of the workbench, or from before there was a choice. */
export function readProtection(file: string): Protection {
  const nothing: Protection = { categories: [], kinds: [] };
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const categories = db
      .prepare<[], Protection['categories'][number]>(
        "SELECT scheme, code, protected FROM category WHERE protected <> 'none'",
      )
      .all();
    const hasKinds = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'never_mapped_kind'").get();
    const kinds = hasKinds
      ? db.prepare<[], NeverMappedKind>('SELECT kind, name FROM never_mapped_kind').all()
      : [];
    return { categories, kinds };
  } catch {
    return nothing;
  } finally {
    db?.close();
  }
}

/** What was erased in a database at the wish of a person; nothing when the file is no database of the workbench. */
export function erasedIn(file: string): Erased[] {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const idsIn = (table: 'concern' | 'user') =>
      db?.prepare<[], { id: string }>(`SELECT id FROM ${table} WHERE erased_at IS NOT NULL`).all() ?? [];
    return [
      ...idsIn('concern').map(({ id }): Erased => ({ kind: 'concern', id })),
      ...idsIn('user').map(({ id }): Erased => ({ kind: 'user', id })),
    ];
  } catch {
    return [];
  } finally {
    db?.close();
  }
}

/** Takes the concerns of these categories out, with those that were merged into them, and says how many there were. */
export function takeOutConcerns(file: string, categoryIds: readonly number[]): number {
  if (categoryIds.length === 0) return 0;
  const db = openWriter(file, 60_000);
  const among = `category_id IN (${categoryIds.map(() => '?').join(', ')})`;
  const chosen = `SELECT id FROM concern WHERE ${among} OR merged_into IN (SELECT id FROM concern WHERE ${among})`;
  try {
    return db
      .transaction(() => {
        const ids = db.prepare<number[], { id: string }>(chosen).all(...categoryIds, ...categoryIds);
        // Before their targets go.
        const freed = db.prepare(
          "UPDATE concern SET state = 'withdrawn', merged_into = NULL WHERE id = ? AND merged_into IS NOT NULL",
        );
        for (const { id } of ids) freed.run(id);
        for (const { id } of ids) {
          db.prepare('DELETE FROM concern_step WHERE concern_id = ?').run(id);
          db.prepare('DELETE FROM concern_photo WHERE concern_id = ?').run(id);
          db.prepare('DELETE FROM concern WHERE id = ?').run(id);
        }
        return ids.length;
      })
      .immediate();
  } finally {
    db.close();
  }
}

/** Takes the incidents of these categories out, and says how many there were of each. */
export function takeOutIncidents(
  file: string,
  categoryIds: readonly number[],
): { category: string; count: number }[] {
  if (categoryIds.length === 0) return [];
  const db = openWriter(file, 60_000);
  const among = `IN (${categoryIds.map(() => '?').join(', ')})`;
  try {
    return db
      .transaction(() => {
        const counts = db
          .prepare<number[], { category: string; count: number }>(
            `SELECT category.name AS category, count(*) AS count FROM incident JOIN category ON category.id = category_id
             WHERE category_id ${among} GROUP BY category_id ORDER BY category_id`,
          )
          .all(...categoryIds);
        // The columns follow from the rows and are made again when they are next read.
        db.prepare(
          `UPDATE dataset SET version = version + 1 WHERE id IN (SELECT dataset_id FROM incident WHERE category_id ${among})`,
        ).run(...categoryIds);
        if (counts.length > 0) db.exec('DELETE FROM column_snapshot');
        db.prepare(`DELETE FROM incident WHERE category_id ${among}`).run(...categoryIds);
        return counts;
      })
      .immediate();
  } finally {
    db.close();
  }
}
