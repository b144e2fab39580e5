import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FLAG_MONTH_ONLY, FLAG_OUTSIDE_AREA, FLAG_UNLOCATED } from '../../../analysis/incident-columns.ts';
import type { IncidentMapping } from '../../../server/imports/contract.ts';
import {
  createImportBench,
  fileOf,
  type ImportBench,
  refusalOf,
  refusedTotal,
} from '../../fixtures/import-files.ts';

const viewer = { userId: 'test', grants: [{ tier: 'exact', area: null }] } as const;
const HEADER = 'id,date,category,place,lon,lat,remark\n';
/** Stands in every protected row: must be found nowhere afterwards. */
const MARKER = 'Xylophone7Marker';

let bench: ImportBench;
beforeEach(async () => {
  bench = await createImportBench();
});
afterEach(() => bench.close());

async function mappingOf(text: string): Promise<IncidentMapping> {
  const { mapping } = await bench.inspect(fileOf(text), 'incidents.csv', 'incidents');
  return mapping as IncidentMapping;
}

async function load(text: string, change: Partial<IncidentMapping> = {}, dataset?: string) {
  return bench.load(fileOf(text, 50), { ...(await mappingOf(text)), ...change }, { dataset });
}

async function storedBytes(): Promise<string> {
  const files = ['', '-wal'].map((end) => `${bench.databaseFile}${end}`).filter((file) => existsSync(file));
  return files.map((file) => readFileSync(file).toString('latin1')).join('');
}

describe('one verdict for every row', () => {
  const rows = [
    '1,2024-03-01 10:00,Theft,A street,36.8,-1.3,fine',
    '2,2024-03-01 11:00,Rape,B street,36.8,-1.3,protected by its label',
    '3,2024-03-01 12:00,Theft,C street,36.8,-1.3',
    '4,,Theft,D street,36.8,-1.3,no time',
    '5,never,Theft,E street,36.8,-1.3,bad time',
    '6,20224-01-01,Theft,F street,36.8,-1.3,the year 20224',
    '7,2024-03-01 13:00,Theft,G street,north,-1.3,bad position',
    '8,2024-03-01 14:00,Theft,H street,,,no position',
    '9,2024-03-01 15:00,Theft,I street,0,0,zero',
    '10,2024-03-01 16:00,Theft,J street,36.8,0,zero in one axis',
    '11,2024-03-01 17:00,Theft,K street,236.8,-1.3,outside the world',
    '1,2024-03-02 10:00,Theft,A street,36.8,-1.3,the same id again',
    ',,,,,,',
    '13,2024-03-01 18:00,,L street,36.8,-1.3,no category',
  ];

  it('counts them so that they add up', async () => {
    const record = await load(HEADER + rows.join('\n'), { sourceId: 'id' });
    expect(record).toMatchObject({
      read: 14,
      stored: 2,
      unlocated: 4,
      duplicates: 1,
      refused: {
        protected_category: 1,
        wrong_cell_count: 1,
        no_time: 1,
        bad_time: 1,
        time_out_of_range: 1,
        bad_position: 1,
        empty_row: 1,
      },
      flagged: { no_position: 1, zero_position: 1, zero_in_one_axis: 1, outside_world: 1, no_category: 1 },
      bbox: [36.8, -1.3, 36.8, -1.3],
      from: '2024-03-01T07:00:00.000Z',
    });
    expect(record.stored + record.unlocated + record.duplicates + refusedTotal(record)).toBe(record.read);
  });

  it('says the same before as after', async () => {
    const text = HEADER + rows.join('\n');
    const before = await bench.inspect(fileOf(text), 'incidents.csv', 'incidents');
    const after = await load(text);
    const { stored, unlocated, duplicates, refused } = after;
    expect(before.verdicts).toEqual({ stored, unlocated, duplicates, refused });
    expect(before.flagged).toEqual(after.flagged);
  });

  it('keeps refused rows with line and reason, but no protected one', async () => {
    const { id } = await load(HEADER + rows.join('\n'));
    const kept = [];
    for await (const row of bench.store.imports.refused(id)) kept.push([row.line, row.reason]);
    expect(kept).toEqual([
      [4, 'wrong_cell_count'],
      [5, 'no_time'],
      [6, 'bad_time'],
      [7, 'time_out_of_range'],
      [8, 'bad_position'],
      [14, 'empty_row'],
    ]);
  });

  it('stores what it read', async () => {
    await load(HEADER + rows.join('\n'), { sourceId: 'id' });
    const { items } = await bench.store.incidents.list(viewer, {}, { limit: 100 });
    expect(items.map(({ sourceId }) => sourceId).sort()).toEqual(['1', '10', '11', '13', '8', '9']);
    const first = items.find(({ sourceId }) => sourceId === '1');
    expect(first).toMatchObject({
      occurredFrom: '2024-03-01T07:00:00.000Z',
      position: [36.8, -1.3],
      placeText: 'A street',
    });
    expect(items.find(({ sourceId }) => sourceId === '9')).toMatchObject({
      position: null,
      flags: FLAG_UNLOCATED,
    });
    const [dataset] = await bench.store.datasets.list();
    expect(dataset).toMatchObject({ name: 'Test', kind: 'incidents', timezone: 'Africa/Nairobi', count: 6 });
    const { columns } = await bench.store.incidents.columns(viewer, dataset.id);
    expect(columns.length).toBe(6);
  });
});

describe('protected rows', () => {
  const open = '1,2024-03-01 10:00,Theft,A street,36.8,-1.3,fine\n';
  const more = Array.from(
    { length: 10 },
    (_, i) => `9${i},2024-03-01 10:00,Theft,B street,36.8,-1.3,fine\n`,
  ).join('');
  const hidden = [
    `2,2024-03-01 11:00,Sexual assault,${MARKER},36.8,-1.3,x`,
    `3,2024-03-01 11:00,Theft,${MARKER},36.8,-1.3,Domestic violence`,
    `4,2024-03-01 11:00,Rape,${MARKER},36.8,-1.3`,
    `5,${MARKER},Rape,x,36.8,-1.3,bad time too`,
    `6,never,Theft,${MARKER} child abuse unit,36.8,-1.3,refused for its time, and its place tells`,
    `7,never,Theft,${MARKER} child abuse unit,36.8,-1.3,again`,
    `${MARKER},2024-03-01 11:00,"Viol, aggravé",x,36.8,-1.3,x`,
  ];

  it('leave nothing but a count: not in the database, its log, samples or messages', async () => {
    const text = HEADER + open + more + hidden.join('\n');
    const inspection = await bench.inspect(fileOf(text), 'incidents.csv', 'incidents');
    expect(inspection.verdicts.refused).toEqual({ protected_category: 7 });
    expect(JSON.stringify(inspection)).not.toContain(MARKER);
    const record = await load(text);
    expect(record.refused).toEqual({ protected_category: 7 });
    expect(JSON.stringify(record)).not.toContain(MARKER);
    const bytes = await storedBytes();
    expect(bytes).toContain('A street');
    expect(bytes).not.toContain(MARKER);
    expect(bytes).not.toContain(Buffer.from(MARKER, 'utf16le').toString('latin1'));
  });

  it('are told by an official code as well', async () => {
    const text =
      'id,date,ucr,category,lon,lat\n1,2024-03-01,600,Other,36.8,-1.3\n2,2024-03-01,200,Other,36.8,-1.3\n';
    expect((await load(text)).refused).toEqual({ protected_category: 1 });
  });

  it('cannot be opened by a decision, while open ones can be closed', async () => {
    const text = `${HEADER}${open}2,2024-03-01 11:00,Rape,B,36.8,-1.3,x\n3,2024-03-01 11:00,Noise,C,36.8,-1.3,x\n`;
    const record = await load(text, { decisions: { Rape: 'open', Noise: 'protected' } });
    expect(record).toMatchObject({ stored: 1, refused: { protected_category: 2 } });
  });

  it('follow what the workspace itself marked as protected', async () => {
    await load(`${HEADER}1,2024-03-01 10:00,Curfew breach,A,36.8,-1.3,x\n`, {}, 'First');
    const category = (await bench.store.categories.list()).find(({ name }) => name === 'Curfew breach');
    const [{ id }] = await bench.store.imports.list();
    const act = { actor: null, at: '2026-01-01T00:00:00.000Z' };
    await bench.store.imports.undo(id, act);
    await bench.store.categories.update(category!.id, category!.version, { protected: 'never_store' }, act);
    const text = `${HEADER}${open}2,2024-03-01 10:00,CURFEW BREACH,A,36.8,-1.3,x\n`;
    expect((await load(text, {}, 'Second')).refused).toEqual({ protected_category: 1 });
  });
});

describe('doubtful labels', () => {
  const text = `${HEADER}1,2024-03-01 10:00,Theft,A,36.8,-1.3,x\n2,2024-03-01 11:00,Family matter,B,36.8,-1.3,x\n`;

  it('are put to the user and not shown', async () => {
    const inspection = await bench.inspect(fileOf(text), 'incidents.csv', 'incidents');
    expect(inspection.labels.find(({ label }) => label === 'Family matter')).toMatchObject({
      count: 1,
      verdict: 'doubtful',
      decision: null,
    });
    expect(inspection.rows).toHaveLength(1);
    expect(inspection.warnings.map(({ code }) => code)).toContain('doubtful_labels');
  });

  it('stop an import before anything is stored', async () => {
    const refusal = await refusalOf(load(text));
    expect(refusal.code).toBe('undecided_categories');
    expect(refusal.message).toContain('“Family matter”');
    expect(await bench.store.datasets.list()).toEqual([]);
  });

  it('go the way the user says', async () => {
    expect(await load(text, { decisions: { 'Family matter': 'open' } })).toMatchObject({
      stored: 2,
      refused: {},
    });
    const closed = await load(text, { decisions: { 'Family matter': 'protected' } }, 'Other');
    expect(closed).toMatchObject({ stored: 1, refused: { protected_category: 1 } });
  });
});

describe('duplicates', () => {
  const row = (id: string, place = 'A') => `${id},2024-03-01 10:00,Theft,${place},36.8,-1.3,x\n`;

  it('a file loaded again changes nothing', async () => {
    const text = HEADER + row('1') + row('2', 'B') + row('3', 'C');
    await load(text);
    const before = (await bench.store.datasets.list())[0];
    expect(await load(text)).toMatchObject({ stored: 0, duplicates: 3 });
    const after = (await bench.store.datasets.list())[0];
    expect([after.count, after.version]).toEqual([3, before.version]);
  });

  it('rows without an id are told by all their fields', async () => {
    const text = HEADER + row('') + row('') + row('', 'B');
    expect(await load(text)).toMatchObject({ stored: 2, duplicates: 1 });
    expect(await load(text)).toMatchObject({ stored: 0, duplicates: 3 });
    expect(await load(HEADER + row('') + row('', 'C'))).toMatchObject({ stored: 1, duplicates: 1 });
  });

  it('equal rows of one month are several events, and the same file again is not', async () => {
    const monthly = 'month,lon,lat,street\n2024-01,-1.1,52.9,A\n2024-01,-1.1,52.9,A\n2024-02,-1.1,52.9,A\n';
    const { mapping } = await bench.inspect(fileOf(monthly), 'burglary.csv', 'incidents');
    expect(mapping).toMatchObject({
      repeats: 'keep',
      time: { precision: 'month' },
      category: { fixed: 'Burglary' },
    });
    expect(await load(monthly)).toMatchObject({ stored: 3, duplicates: 0 });
    expect(await load(monthly)).toMatchObject({ stored: 0, duplicates: 3 });
    expect(await load(`${monthly}2024-01,-1.1,52.9,A\n`)).toMatchObject({ stored: 1, duplicates: 3 });
    const { items } = await bench.store.incidents.list(viewer, {}, { limit: 10 });
    expect(items.sort((a, b) => a.id - b.id)[0]).toMatchObject({
      flags: FLAG_MONTH_ONLY,
      occurredFrom: '2024-01-01T00:00:00.000Z',
      occurredTo: '2024-02-01T00:00:00.000Z',
    });
  });
});

describe('all or nothing', () => {
  it('a cancel leaves no trace', async () => {
    const text =
      HEADER +
      Array.from({ length: 5000 }, (_, i) => `${i},2024-03-01 10:00,Theft,Trace${i},36.8,-1.3,x\n`).join('');
    const mapping = await mappingOf(text);
    let asked = 0;
    const refusal = await refusalOf(
      bench.load(fileOf(text, 20_000), mapping, { isCancelled: () => ++asked > 5 }),
    );
    expect(refusal.code).toBe('cancelled');
    expect(await bench.store.datasets.list()).toEqual([]);
    expect(await bench.store.imports.list()).toEqual([]);
    expect(await bench.store.imports.recallMapping('anything')).toBeNull();
    const db = new Database(bench.databaseFile);
    expect(db.prepare('SELECT count(*) AS n FROM incident').get()).toEqual({ n: 0 });
    expect(db.prepare('SELECT count(*) AS n FROM category').get()).toEqual({ n: 0 });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  it('a file that breaks off in the middle leaves no trace', async () => {
    const text = `${HEADER}1,2024-03-01 10:00,Theft,A,36.8,-1.3,x\n`;
    const mapping = await mappingOf(text);
    async function* broken() {
      yield Buffer.from(text);
      throw new Error('connection lost');
    }
    await expect(bench.load(broken(), mapping)).rejects.toThrow('connection lost');
    expect(await bench.store.datasets.list()).toEqual([]);
  });

  it('when no row can be used, nothing is made', async () => {
    const good = await mappingOf(`${HEADER}1,2024-03-01,Theft,A,36.8,-1.3,x\n`);
    const text = `${HEADER}1,never,Theft,A,36.8,-1.3,x\n2,never,Theft,A,36.8,-1.3,x\n`;
    const refusal = await refusalOf(bench.load(fileOf(text), good));
    expect(refusal.message).toMatch(/None of the 2 rows can be used; the most frequent reason is a time/);
    expect(refusal.code).toBe('all_rows_refused');
    expect(await bench.store.datasets.list()).toEqual([]);
  });
});

describe('what a file of the same shape remembers', () => {
  it('the mapping and the decisions', async () => {
    const text = `${HEADER}1,2024-03-01 10:00,Family matter,A,36.8,-1.3,x\n`;
    await load(text, { place: 'remark', sourceId: null, decisions: { 'Family matter': 'open' } });
    const next = `${HEADER}2,2024-04-01 10:00,Family matter,B,36.9,-1.2,y\n`;
    const inspection = await bench.inspect(fileOf(next), 'next.csv');
    expect(inspection.remembered).toBe(true);
    expect(inspection.mapping).toMatchObject({
      place: 'remark',
      sourceId: null,
      decisions: { 'Family matter': 'open' },
    });
    const other = await bench.inspect(fileOf(next.replace('remark', 'note')), 'next.csv');
    expect(other.remembered).toBe(false);
  });
});

describe('areas of the workspace', () => {
  it('flag what lies outside all of them', async () => {
    const ring = [
      [36, -2],
      [37, -2],
      [37, -1],
      [36, -1],
      [36, -2],
    ];
    const areas = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { name: 'Centre' },
          geometry: { type: 'Polygon', coordinates: [ring] },
        },
      ],
    });
    const { mapping } = await bench.inspect(fileOf(areas), 'districts.geojson');
    await bench.load(fileOf(areas), mapping, { dataset: 'Areas' });
    const record = await load(
      `${HEADER}1,2024-03-01 10:00,Theft,A,36.8,-1.3,x\n2,2024-03-01 10:00,Theft,B,38.8,-1.3,x\n`,
    );
    expect(record.flagged).toEqual({ outside_area: 1 });
    const { items } = await bench.store.incidents.list(viewer, {}, { limit: 10 });
    expect(items.map(({ flags }) => flags)).toEqual([0, FLAG_OUTSIDE_AREA]);
  });
});

describe('times of a file', () => {
  const dated = (...dates: string[]) =>
    `id,date,lon,lat\n${dates.map((date, i) => `${i},${date},-1.1,52.9`).join('\n')}\n`;

  it('one row late in the file tells days from months', async () => {
    const early = Array.from({ length: 20_000 }, () => '03/04/2024');
    const dayFirst = await bench.inspect(fileOf(dated(...early, '25/04/2024'), 60_000), 'x.csv', 'incidents');
    expect(dayFirst.mapping).toMatchObject({ time: { order: 'day-first' } });
    const monthFirst = await bench.inspect(
      fileOf(dated(...early, '04/25/2024'), 60_000),
      'x.csv',
      'incidents',
    );
    expect(monthFirst.mapping).toMatchObject({ time: { order: 'month-first' } });
    expect(monthFirst.verdicts).toMatchObject({ stored: 20_001, refused: {} });
  });

  it('a file that fits both says so', async () => {
    const inspection = await bench.inspect(fileOf(dated('03/04/2024', '05/06/2024')), 'x.csv', 'incidents');
    expect(inspection.warnings).toContainEqual({
      code: 'day_month_ambiguous',
      params: { order: 'day-first' },
    });
  });

  it('flags what the clocks skipped and showed twice', async () => {
    const record = await load(dated('2024-03-31 01:30', '2024-10-27 01:30', '2024-06-01 12:00'));
    expect(record.flagged).toEqual({ time_shifted: 1, time_ambiguous: 1 });
  });

  it('takes from and to, and refuses an end before its start', async () => {
    const text =
      'id,from_date,to_date,lon,lat\n1,2024-03-01 10:00,2024-03-01 12:00,-1.1,52.9\n2,2024-03-01 10:00,2024-03-01 09:00,-1.1,52.9\n3,2024-03-01 10:00,,-1.1,52.9\n';
    expect(await mappingOf(text)).toMatchObject({
      time: { from: { date: 'from_date' }, to: { date: 'to_date' } },
    });
    expect(await load(text)).toMatchObject({ stored: 2, refused: { ends_before_start: 1 } });
    const { items } = await bench.store.incidents.list(viewer, {}, { limit: 10 });
    expect(items.sort((a, b) => a.id - b.id)[0]).toMatchObject({
      occurredFrom: '2024-03-01T10:00:00.000Z',
      occurredTo: '2024-03-01T12:00:00.000Z',
    });
  });
});
