import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { NEVER_MAPPED } from '../../../../server/domain/protected-assets.ts';
import { projectRoot } from '../../../../server/root.ts';
import { migrate, readMigrations } from '../../../../server/store/sqlite/migrate.ts';

const MIGRATIONS = readMigrations(join(projectRoot, 'server/store/sqlite/migrations'));
const OWN = MIGRATIONS.findIndex(({ name }) => name.endsWith('protection'));
const AT = '2026-01-01T00:00:00.000Z';

let db: Database.Database;

/** With all that stands in the way of a row but the rules themselves switched off. */
function open(upTo = MIGRATIONS.length): Database.Database {
  const fresh = new Database(':memory:');
  fresh.pragma('foreign_keys = OFF');
  migrate(fresh, MIGRATIONS.slice(0, upTo), AT);
  return fresh;
}

const run = (sql: string) => db.exec(sql);
const category = (id: number, level: string, parent: number | null = null) =>
  `INSERT INTO category (id, parent_id, scheme, code, name, public_name, protected)
   VALUES (${id}, ${parent}, 'local', 'c${id}', 'C${id}', 'C${id}', '${level}')`;
const incident = `INSERT INTO incident (dataset_id, import_id, category_id, dedupe_key) VALUES (1, 'i', 1, 1)`;
const asset = (kind: string) =>
  `INSERT INTO asset (kind, name, lon, lat, created_at) VALUES ('${kind}', 'X', 36.8, -1.3, '${AT}')`;
const area = (kind: string) =>
  `INSERT INTO area (id, kind, name, min_lon, min_lat, max_lon, max_lat, geometry, created_at)
   VALUES (1, '${kind}', 'A', 0, 0, 1, 1, '{}', '${AT}')`;
const agreement = `INSERT INTO sharing_agreement (id, organisation, covers, categories, agreed_by, text, valid_from, valid_to, created_by, created_at)
   VALUES (1, 'Clinic', 'totals', '[1]', 'Both', 'text', '2026-01-01', '2026-06-30', 'u', '${AT}')`;
const total = (count: number | null, day = '2026-03-01') =>
  `INSERT INTO aggregate_count (agreement_id, category_id, area_id, month, count, entered_on, created_at)
   VALUES (1, 1, 1, '2026-02', ${count}, '${day}', '${AT}')`;

beforeEach(() => {
  db = open();
});

describe('categories, on a connection that checks no foreign keys', () => {
  it('do not become protected while an incident is of them', () => {
    run(category(1, 'none'));
    run(incident);
    expect(() => run("UPDATE category SET protected = 'never_store'")).toThrow(/still there/);
    run('DELETE FROM incident');
    run("UPDATE category SET protected = 'never_store'");
  });

  it('below a protected one are protected, whatever comes first', () => {
    run(category(1, 'never_store'));
    expect(() => run(category(2, 'none', 1))).toThrow(/below a protected/);
    run(category(2, 'aggregate_only', 1));
    expect(() => run("UPDATE category SET protected = 'none' WHERE id = 2")).toThrow(/below a protected/);
    run(category(3, 'none'));
    expect(() => run('UPDATE category SET parent_id = 1 WHERE id = 3')).toThrow(/below a protected/);
    run(category(4, 'none', 3));
    expect(() => run("UPDATE category SET protected = 'never_store' WHERE id = 3")).toThrow(/still there/);
  });

  it('that are built in as protected stay so', () => {
    run(category(1, 'never_store'));
    run('UPDATE category SET always_protected = 1');
    run("UPDATE category SET protected = 'aggregate_only'");
    expect(() => run("UPDATE category SET protected = 'none'")).toThrow(/CHECK/);
    expect(() => run('UPDATE category SET always_protected = 0')).toThrow(/stays protected/);
  });
});

describe('assets', () => {
  it('have the built-in kinds of the table in the domain', () => {
    const stored = db
      .prepare('SELECT kind, name FROM never_mapped_kind WHERE built_in = 1 ORDER BY kind')
      .all();
    const told = NEVER_MAPPED.map(({ kind, name }) => ({ kind, name }));
    expect(stored).toEqual(told.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)));
  });

  it.each(['shelter', ' Safe House', 'WOMEN_SPACE'])('of the kind “%s” cannot have a position', (kind) => {
    expect(() => run(asset(kind))).toThrow(/never put on a map/);
    run(asset('school'));
    expect(() => run(`UPDATE asset SET kind = '${kind}'`)).toThrow(/never put on a map/);
  });

  it('keep the built-in kinds, and other kinds only once none of it has a position', () => {
    expect(() => run("DELETE FROM never_mapped_kind WHERE kind = 'shelter'")).toThrow(/never put on a map/);
    expect(() => run("UPDATE never_mapped_kind SET kind = 'x' WHERE kind = 'shelter'")).toThrow(
      /not changed/,
    );
    run(asset('Mediation house'));
    const add = "INSERT INTO never_mapped_kind (kind, name) VALUES ('mediation_house', 'Mediation house')";
    expect(() => run(add)).toThrow(/still have a position/);
    run('DELETE FROM asset');
    run(add);
    run("DELETE FROM never_mapped_kind WHERE kind = 'mediation_house'");
  });

  it('that are protected have no column for a position, and no area smaller than a district', () => {
    const columns = db.pragma('table_info(protected_asset)') as { name: string; type: string }[];
    expect(columns.filter(({ type }) => type === 'REAL' || type === 'BLOB')).toEqual([]);
    expect(columns.map(({ name }) => name).sort()).toEqual(
      ['area_id', 'contact', 'created_at', 'id', 'import_id', 'kind', 'name', 'version'].sort(),
    );
    const listed = `INSERT INTO protected_asset (kind, name, area_id, created_at) VALUES ('shelter', 'H', 1, '${AT}')`;
    run(area('neighbourhood'));
    expect(() => run(listed)).toThrow(/whole district/);
    run("UPDATE area SET kind = 'district'");
    run(listed);
  });
});

describe('a database from before', () => {
  it('gives up the positions of what is never mapped, and the answers that may hold them', () => {
    db = open(OWN);
    const finished = `INSERT INTO analysis_run (id, method, method_version, parameters, filter, data_version, key, state, summary, digest, created_by, created_at, result)
      VALUES ('%', 'asset-rings', 1, '{}', '{}', '?', 'k', 'done', '{}', 'd', 'u', '${AT}', x'01')`;
    run(finished.replace('%', 'with').replace('?', '{"1":2,"assets":7}'));
    run(finished.replace('%', 'without').replace('?', '{"1":2}'));
    run(asset('school'));
    run(asset('women_space'));
    run(asset('Safe house'));
    migrate(db, MIGRATIONS, AT);
    expect(db.prepare('SELECT kind FROM asset').pluck().all()).toEqual(['school']);
    expect(db.prepare('SELECT kind, name, area_id FROM protected_asset ORDER BY kind').all()).toEqual([
      { kind: 'safe_house', name: 'X', area_id: null },
      { kind: 'women_space', name: 'X', area_id: null },
    ]);
    expect(
      db.prepare('SELECT id, state, result IS NULL AS emptied FROM analysis_run ORDER BY id').all(),
    ).toEqual([
      { id: 'with', state: 'failed', emptied: 1 },
      { id: 'without', state: 'done', emptied: 0 },
    ]);
  });
});

describe('public answers from before meetings had them', () => {
  const signed = `'gus', '${AT}', 'pia', '${AT}'`;
  const answer = (id: string, corrects: string) =>
    `INSERT INTO public_answer (id, problem_id, corrects, correction_reason, state, words, promises, quotes, drafted_by, drafted_at, changed_by, changed_at)
     VALUES ('${id}', 'case', ${corrects}, iif(${corrects} IS NULL, '', 'A slip.'), 'draft', '{"languages":[{"language":"en"}]}', '[1]', '[2]', 'u', '${AT}', 'u', '${AT}')`;
  const release = (id: string) => [
    `UPDATE public_answer SET state = 'privacy_checked', approved_by = 'gus', approved_at = '${AT}', sheet = '{}' WHERE id = '${id}'`,
    `UPDATE public_answer SET state = 'released', (approved_by, approved_at, released_by, released_at) = (${signed}) WHERE id = '${id}'`,
  ];

  it('are all there with what they correct, on a connection that checks foreign keys, and stay under their rules', () => {
    const own = MIGRATIONS.findIndex(({ name }) => name.endsWith('meeting_answers'));
    db = open(own);
    run(
      `INSERT INTO problem (id, ref, area_code, year, number, title, stage, created_by, created_at, updated_at)
       VALUES ('case', 'R-2026-1', 'R', 2026, 1, 'T', 'scanning', 'u', '${AT}', '${AT}')`,
    );
    for (const sql of [answer('old', 'NULL'), ...release('old'), answer('new', "'old'"), ...release('new')])
      run(sql);
    run("UPDATE public_answer SET state = 'corrected' WHERE id = 'old'");
    db.pragma('foreign_keys = ON');
    migrate(db, MIGRATIONS, AT);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(
      db
        .prepare(
          'SELECT id, problem_id, meeting_id, corrects, state, promises, told, counted FROM public_answer ORDER BY id',
        )
        .all(),
    ).toEqual([
      {
        id: 'new',
        problem_id: 'case',
        meeting_id: null,
        corrects: 'old',
        state: 'released',
        promises: '[1]',
        told: null,
        counted: '[]',
      },
      {
        id: 'old',
        problem_id: 'case',
        meeting_id: null,
        corrects: null,
        state: 'corrected',
        promises: '[1]',
        told: null,
        counted: '[]',
      },
    ]);
    expect(() => run('DELETE FROM public_answer')).toThrow(/not deleted/);
    expect(() => run("UPDATE public_answer SET promises = '[3]' WHERE id = 'new'")).toThrow(
      /cannot be changed/,
    );
    expect(() => run(answer('third', "'new'").replace("'case'", "'other'"))).toThrow(
      /FOREIGN KEY|Only a released/,
    );
    expect(() => run(answer('third', "'old'"))).toThrow(/Only a released/);
  });
});

describe('totals', () => {
  beforeEach(() => {
    run(category(1, 'aggregate_only'));
    run(agreement);
  });

  it('below 10 are not kept as numbers', () => {
    for (const count of [0, 1, 9, -1]) expect(() => run(total(count))).toThrow(/CHECK/);
    run(total(null));
    expect(() => run('UPDATE aggregate_count SET count = 9')).toThrow(/CHECK/);
    run('UPDATE aggregate_count SET count = 10');
  });

  it('need an agreement in force that covers the category', () => {
    expect(() => run(total(12, '2026-07-01'))).toThrow(/in force/);
    run(category(2, 'aggregate_only'));
    expect(() => run(total(12).replace('(1, 1, 1,', '(1, 2, 1,'))).toThrow(/in force/);
    run(total(12));
    expect(() => run("UPDATE aggregate_count SET count = 20, entered_on = '2026-08-01'")).toThrow(/in force/);
    expect(() => run("UPDATE category SET protected = 'never_store' WHERE id = 1")).toThrow(/still there/);
  });

  it('are of categories that are kept in totals only', () => {
    run("UPDATE category SET protected = 'never_store'");
    expect(() => run(total(12))).toThrow(/totals only/);
  });

  it('are given under an agreement that stays as it was recorded', () => {
    expect(() => run('DELETE FROM sharing_agreement')).toThrow(/is kept/);
    expect(() => run("UPDATE sharing_agreement SET text = 'other'")).toThrow(/end sooner/);
    expect(() => run("UPDATE sharing_agreement SET valid_to = '2027-01-01'")).toThrow(/end sooner/);
    run("UPDATE sharing_agreement SET valid_to = '2026-02-01'");
  });
});
