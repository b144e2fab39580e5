import type { Database } from 'better-sqlite3';
import { type CategoryScheme, normaliseLabel } from '../domain/protected-categories.ts';

const BUILT_IN = 'common-ground';
/** Labels of files; shared by all data sets, so that one filter fits them all. */
const LOCAL = 'local';

/** Categories of the built-in scheme that are not there yet. */
export function ensureScheme(db: Database, scheme: CategoryScheme): void {
  const insert = db.prepare(
    `INSERT INTO category (parent_id, scheme, code, name, public_name, protected, harm_weight, crosswalk,
       always_protected)
     VALUES ((SELECT id FROM category WHERE scheme = ? AND code = ?), ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (scheme, code) DO NOTHING`,
  );
  for (const c of scheme.categories) {
    const crosswalk = JSON.stringify(c.crosswalk);
    insert.run(
      scheme.scheme,
      c.parent,
      scheme.scheme,
      c.code,
      c.name,
      c.publicName,
      c.protected,
      c.harmWeight,
      crosswalk,
      c.protected === 'none' ? 0 : 1,
    );
  }
}

/** Id of the stored category of a label; made when needed. */
export function categoryId(
  db: Database,
  scheme: CategoryScheme,
  label: string,
  builtIn: string | null,
): number {
  const known = (schemeName: string, code: string) =>
    db
      .prepare<[string, string], { id: number }>('SELECT id FROM category WHERE scheme = ? AND code = ?')
      .get(schemeName, code)?.id;
  const text = normaliseLabel(label);
  const meant = scheme.categories.find(({ code }) => code === builtIn);
  const isItsName = meant && [meant.code, meant.name].some((name) => normaliseLabel(name) === text);
  if (meant && (isItsName || meant.code === 'unclassified')) return known(BUILT_IN, meant.code)!;
  const code = text.replaceAll(' ', '-').slice(0, 120) || 'unnamed';
  const there = known(LOCAL, code);
  if (there !== undefined) return there;
  const parent = meant ? known(BUILT_IN, meant.code)! : null;
  const { lastInsertRowid } = db
    .prepare('INSERT INTO category (parent_id, scheme, code, name, public_name) VALUES (?, ?, ?, ?, ?)')
    .run(parent, LOCAL, code, label, label);
  return Number(lastInsertRowid);
}
