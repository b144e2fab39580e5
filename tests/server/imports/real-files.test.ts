import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FLAG_APPROXIMATE, FLAG_MONTH_ONLY } from '../../../analysis/incident-columns.ts';
import type { IncidentMapping } from '../../../server/imports/contract.ts';
import {
  createImportBench,
  fileOf,
  hasSharedData,
  type ImportBench,
  inspectOnly,
  refusedTotal,
  SHARED_DATA,
  sharedFile,
} from '../../fixtures/import-files.ts';

const viewer = { userId: 'test', grants: [{ tier: 'exact', area: null }] } as const;
const PHILADELPHIA = 'philadelphia/philly_incidents_2024.csv.gz';

it.skipIf(hasSharedData)(
  'SKIPPED: the real files are not here (../shared/data), so they were not loaded',
  () => {},
);

describe.runIf(hasSharedData)('real files', () => {
  let bench: ImportBench;
  beforeEach(async () => {
    bench = await createImportBench();
  });
  afterEach(() => bench.close());

  it('Philadelphia 2024: every row is accounted for and protected ones are nowhere', async () => {
    const inspection = await bench.inspect(sharedFile(PHILADELPHIA), 'philly_incidents_2024.csv.gz');
    const mapping = inspection.mapping as IncidentMapping;
    expect(mapping).toMatchObject({
      position: { lon: 'point_x', lat: 'point_y', swapped: false },
      time: { from: { date: 'dispatch_date_time', time: null }, order: 'iso', timezone: 'America/New_York' },
      category: { column: 'text_general_code', code: 'ucr_general' },
      sourceId: 'objectid',
      place: 'location_block',
    });
    expect(inspection.read).toBe(160_388);
    const doubtful = inspection.labels
      .filter(({ verdict }) => verdict === 'doubtful')
      .map(({ label }) => label);
    expect(doubtful).toEqual([
      'Offenses Against Family and Children',
      'Prostitution and Commercialized Vice',
    ]);
    const decisions = Object.fromEntries(doubtful.map((label) => [label, 'protected' as const]));
    const record = await bench.load(sharedFile(PHILADELPHIA), { ...mapping, decisions });
    // Rape and other sex offences by the file itself, and the two labels decided above.
    expect(record.refused).toEqual({ protected_category: 1723 + 369 + 258 });
    expect(record.flagged).toEqual({ no_position: 6491, zero_position: 13 });
    expect(record.read).toBe(160_388);
    expect(record.stored + record.unlocated + record.duplicates + refusedTotal(record)).toBe(160_388);
    expect(record.duplicates).toBe(0);
    const { columns } = await bench.store.incidents.columns(viewer, record.datasetId);
    expect(columns.length).toBe(record.stored + record.unlocated);
    expectNothingProtected(bench.databaseFile);
  }, 120_000);

  /** Source ids of all protected rows, looked for in the bytes of the database. */
  function expectNothingProtected(databaseFile: string) {
    const [header, ...lines] = gunzipSync(readFileSync(join(SHARED_DATA, PHILADELPHIA)))
      .toString('utf8')
      .split('\n');
    const [id, key] = ['objectid', 'dc_key'].map((name) => header.split(',').indexOf(name));
    const protectedRows = lines
      .filter((line) => /,(Rape|Other Sex Offenses)/.test(line))
      .map((line) => line.split(','));
    expect(protectedRows).toHaveLength(1723);
    const bytes = readFileSync(databaseFile).toString('latin1');
    expect(protectedRows.filter((cells) => bytes.includes(cells[key]))).toEqual([]);
    const found = new Set(bytes.match(/\d{8}/g));
    expect(lines.slice(0, 100).some((line) => found.has(line.split(',')[id]))).toBe(true);
  }

  it('Nottingham: equal rows are separate events, and the file again is not', async () => {
    const file = () => sharedFile('uk-nottingham/nottingham_burglary.csv.gz');
    const { mapping } = await bench.inspect(file(), 'nottingham_burglary.csv.gz');
    expect(mapping).toMatchObject({
      repeats: 'keep',
      time: { precision: 'month' },
      category: { fixed: 'Burglary' },
    });
    expect(await bench.load(file(), mapping)).toMatchObject({ read: 1795, stored: 1795, duplicates: 0 });
    expect(await bench.load(file(), mapping)).toMatchObject({ read: 1795, stored: 0, duplicates: 1795 });
    const [dataset] = await bench.store.datasets.list();
    expect(dataset).toMatchObject({ count: 1795, timePrecision: 'month', timezone: 'Europe/London' });
    const { columns } = await bench.store.incidents.columns(viewer, dataset.id);
    expect(columns.flags.every((flags) => (flags & FLAG_MONTH_ONLY) > 0)).toBe(true);
  });

  it('Merseyside: old Mac line ends, months, snap points, rows without id', async () => {
    const file = () => sharedFile('uk-merseyside/police-uk-2014-04-merseyside-street.csv.gz');
    const inspection = await bench.inspect(file(), 'merseyside.csv.gz');
    const mapping = inspection.mapping as IncidentMapping;
    expect(mapping).toMatchObject({
      sourceId: 'Crime ID',
      repeats: 'keep',
      locationMethod: 'snap',
      time: { precision: 'month' },
    });
    const decisions = { 'Violence and sexual offences': 'open' as const };
    const record = await bench.load(file(), { ...mapping, decisions });
    expect(record).toMatchObject({ read: 12_925, stored: 12_925, duplicates: 0, refused: {} });
    const { columns } = await bench.store.incidents.columns(viewer, record.datasetId);
    expect(columns.flags.every((flags) => flags === (FLAG_MONTH_ONLY | FLAG_APPROXIMATE))).toBe(true);
    expect(await bench.load(file(), { ...mapping, decisions })).toMatchObject({
      stored: 0,
      duplicates: 12_925,
    });
  });

  it('Nairobi clinics: swapped headers are seen, said and mended', async () => {
    const found = await inspectOnly(
      sharedFile('nairobi/healthF_swapped_lat_long_headers.csv'),
      'healthF.csv',
    );
    expect(found.mapping).toMatchObject({
      kind: 'assets',
      position: { lon: 'Long', lat: 'Lat', swapped: true },
    });
    expect(found.verdicts.stored + found.verdicts.duplicates).toBe(1248);
    expect(found.flagged.swapped_position).toBe(found.verdicts.stored);
    expect(found.warnings).toContainEqual({ code: 'swapped_position', params: { lon: 'Long', lat: 'Lat' } });
    expect(found.timezone).toBe('Africa/Nairobi');
  });

  it('Nairobi crashes: days first, local time', async () => {
    const found = await inspectOnly(sharedFile('nairobi/ma3route_crashes_algorithmcode.csv'), 'crashes.csv');
    expect(found.mapping).toMatchObject({
      time: { order: 'day-first', timezone: 'Africa/Nairobi' },
      sourceId: 'crash_id',
    });
    expect(found.verdicts).toEqual({ stored: 31_064, unlocated: 0, duplicates: 0, refused: {} });
  });

  it('Barcelona: Windows-1252 and metres; numbers damaged by a spreadsheet', async () => {
    const folder = 'messy/barcelona-accidents';
    const first = await inspectOnly(sharedFile(`${folder}/2012_accidents_gu_bcn.csv.gz`), '2012.csv.gz');
    expect(first.mapping.file).toMatchObject({ encoding: 'windows-1252', delimiter: ';', decimal: ',' });
    expect(first.rows[0][2]).toBe('Sant Martí');
    expect(first.blocker?.code).toBe('positions_in_metres');
    const second = await inspectOnly(sharedFile(`${folder}/2017_accidents_gu_bcn.csv.gz`), '2017.csv.gz');
    expect(second.blocker?.code).toBe('damaged_numbers');
  });

  it('French communes: one column of latitude and longitude', async () => {
    const found = await inspectOnly(
      sharedFile('messy/french-communes/laposte_hexasmal.csv.gz'),
      'communes.csv.gz',
    );
    expect(found.mapping).toMatchObject({
      position: { from: 'column', column: 'coordonnees_gps', order: 'lat-lon' },
      name: 'Nom_commune',
    });
    expect(found.timezone).toBe('Europe/Paris');
    expect(found.read).toBe(39_192);
  });

  it('Chicago: repeated rows of one minute are one event', async () => {
    const found = await inspectOnly(
      sharedFile('chicago-assaults/chicago_aggravated_assaults.csv.gz'),
      'assaults.csv.gz',
    );
    expect(found.verdicts).toMatchObject({ stored: 148_525, duplicates: 111 });
  });

  it('police districts become areas named by their number', async () => {
    const file = () => sharedFile('philadelphia/police_districts.geojson');
    const { mapping } = await bench.inspect(file(), 'police_districts.geojson');
    expect(mapping).toMatchObject({ kind: 'areas', areaKind: 'district' });
    expect(await bench.load(file(), mapping)).toMatchObject({ read: 21, stored: 21 });
    expect((await bench.store.areas.list()).map(({ name }) => name)).toContain('24');
    expect(await bench.load(file(), mapping)).toMatchObject({ stored: 0, duplicates: 21 });
  });

  it('census tracts bring their population', async () => {
    const file = () => sharedFile('philadelphia/census_tracts_pop.geojson');
    const { mapping } = await bench.inspect(file(), 'census_tracts_pop.geojson');
    const record = await bench.load(file(), mapping);
    const areas = await bench.store.areas.list();
    expect(areas).toHaveLength(record.stored);
    expect(areas.reduce((sum, { population }) => sum + (population ?? 0), 0)).toBe(1_581_531);
  });

  it('schools, clinics and stations become assets of their kind', async () => {
    const files: [string, string, number][] = [
      ['philadelphia/public_schools.csv', 'school', 278],
      ['nairobi/health_facilities.geojson', 'clinic', 1248],
      ['nairobi/schools_multipoint.geojson', 'school', 415],
      ['philadelphia/SEPTA_El_stations.geojson', 'transport_stop', 28],
    ];
    for (const [path, kind, read] of files) {
      const name = path.replace(/^.*\//, '');
      const { mapping } = await bench.inspect(sharedFile(path), name);
      const record = await bench.load(sharedFile(path), mapping, { dataset: name });
      expect([name, record.read, record.stored + record.duplicates]).toEqual([name, read, read]);
      const assets = (await bench.store.assets.list()).filter(
        ({ datasetId }) => datasetId === record.datasetId,
      );
      expect(assets.filter((asset) => asset.kind === kind).length).toBeGreaterThan(assets.length * 0.8);
      expect(assets.every((asset) => asset.name !== '')).toBe(true);
    }
  });

  it('roads become streets; roads in metres are refused by name', async () => {
    const { mapping } = await bench.inspect(
      sharedFile('philadelphia/osm_major_roads.geojson'),
      'osm_major_roads.geojson',
    );
    expect(mapping).toMatchObject({ kind: 'streets', name: 'name', class: 'type' });
    const record = await bench.load(sharedFile('philadelphia/osm_major_roads.geojson'), mapping);
    expect(record.read).toBe(1624);
    expect((await bench.store.streets.list()).length).toBe(record.stored);
    const metres = inspectOnly(sharedFile('nairobi/nairobi_cbd_roads_osm_utm37s.geojson'), 'roads.geojson');
    await expect(metres).rejects.toThrow('EPSG:32737');
  });

  it('naughty strings come back as the text they are', async () => {
    const strings = JSON.parse(
      readFileSync(join(SHARED_DATA, 'messy/naughty-strings/blns.json'), 'utf8'),
    ) as string[];
    const texts = strings.filter((text) => text.trim() !== '' && !text.includes('\0'));
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = texts.map((text, i) => `${i},2024-03-01 10:00,Theft,36.8,-1.3,${cell(text)}`);
    const csv = `id,date,category,lon,lat,place\n${rows.join('\n')}\n`;
    const { mapping } = await bench.inspect(fileOf(csv), 'naughty.csv');
    const record = await bench.load(fileOf(csv, 333), { ...(mapping as IncidentMapping), place: 'place' });
    expect(record.read).toBe(texts.length);
    expect(record.stored).toBe(texts.length);
    const { items } = await bench.store.incidents.list(viewer, {}, { limit: 1000 });
    const stored = new Map(items.map(({ sourceId, placeText }) => [Number(sourceId), placeText]));
    const wellFormed = (text: string) =>
      Buffer.from(text, 'utf8').toString('utf8').replace(/\r\n?/g, '\n').trim();
    for (const [i, text] of texts.entries()) if (stored.has(i)) expect(stored.get(i)).toBe(wellFormed(text));
  });
});
