import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mapping } from '../../../server/imports/contract.ts';
import { createImportBench, fileOf, type ImportBench } from '../../fixtures/import-files.ts';

/** The positions of what is never mapped. No other row has these numbers. */
const [LON, LAT] = [36.7123457, -1.2765432];
const HEADER = 'name,type,lon,lat,address\n';
const OPEN = Array.from({ length: 6 }, (_, i) => `School ${i},School,36.8${i},-1.3${i},Road ${i}\n`).join('');
const HIDDEN = [
  `Haven,Women's shelter,${LON},${LAT},Marker Lane 1\n`,
  `Quiet Hill,Safe house,${LON},${LAT},Marker Lane 2\n`,
  `Shelter of the sisters,,${LON},${LAT},Marker Lane 3\n`,
  `House 9,Clinic,${LON},${LAT},Frauenhaus Marker Lane\n`,
  `Broken,Safe house,north,${LAT},Marker Lane 4\n`,
  `Short,Safe house,Marker Lane 5\n`,
];

let bench: ImportBench;
beforeEach(async () => {
  bench = await createImportBench();
});
afterEach(() => bench.close());

function storedBytes(): Buffer {
  const files = ['', '-wal'].map((end) => `${bench.databaseFile}${end}`).filter((file) => existsSync(file));
  return Buffer.concat(files.map((file) => readFileSync(file)));
}

/** As text and as the eight bytes in which a number lies in the file. */
function expectNoPosition(bytes: Buffer): void {
  for (const number of [LON, LAT]) {
    const eight = Buffer.alloc(8);
    eight.writeDoubleBE(number);
    expect(bytes.includes(eight)).toBe(false);
    eight.writeDoubleLE(number);
    expect(bytes.includes(eight)).toBe(false);
    expect(bytes.includes(String(number))).toBe(false);
  }
  expect(bytes.includes('Marker Lane')).toBe(false);
}

async function load(text: string, fileName: string) {
  const inspection = await bench.inspect(fileOf(text), fileName, 'assets');
  const record = await bench.load(fileOf(text, 40), inspection.mapping as Mapping, { fileName });
  return { inspection, record };
}

describe('places that could become targets, in a file of assets', () => {
  it('lose their position on the way in, and are counted', async () => {
    const { inspection, record } = await load(HEADER + OPEN + HIDDEN.join(''), 'assets.csv');
    expect(record).toMatchObject({
      read: 12,
      stored: 6,
      unlocated: 6,
      refused: {},
      flagged: { never_mapped: 6 },
    });
    const { stored, unlocated, duplicates, refused } = record;
    expect(inspection.verdicts).toEqual({ stored, unlocated, duplicates, refused });
    expect(inspection.flagged).toEqual(record.flagged);
    expect(JSON.stringify([inspection, record])).not.toContain('Marker');
    expect((await bench.store.assets.list()).map(({ name }) => name)).not.toContain('Haven');
    expect((await bench.store.protectedAssets.list()).map(({ name, kind }) => [kind, name])).toEqual([
      ['shelter', 'Haven'],
      ['safe_house', 'Quiet Hill'],
      ['shelter', 'Shelter of the sisters'],
      ['shelter', 'House 9'],
      ['safe_house', 'Broken'],
      ['safe_house', 'Short'],
    ]);
    expect(storedBytes().includes('School 1')).toBe(true);
    expectNoPosition(storedBytes());
  });

  it('are told by the name of the file when nothing else speaks', async () => {
    const text = `name,lon,lat\nHaven,${LON},${LAT}\nRest,${LON},${LAT}\n`;
    const { record } = await load(text, 'homeless_shelters.csv');
    expect(record).toMatchObject({ stored: 0, unlocated: 2, bbox: null });
    expectNoPosition(storedBytes());
  });

  it('are known again, and gone when the import is undone', async () => {
    const text = HEADER + OPEN + HIDDEN[0];
    await load(text, 'assets.csv');
    const { record } = await load(text, 'assets.csv');
    expect(record).toMatchObject({ stored: 0, unlocated: 0, duplicates: 7 });
    const act = { actor: null, at: '2026-01-02T00:00:00.000Z' };
    for (const { id } of await bench.store.imports.list()) await bench.store.imports.undo(id, act);
    expect(await bench.store.protectedAssets.list()).toEqual([]);
  });

  it('leave bus shelters where they are', async () => {
    const { record } = await load(`${HEADER}Bus shelter 4,Bus stop,36.8,-1.3,Road\n`, 'stops.csv');
    expect(record).toMatchObject({ stored: 1, unlocated: 0 });
  });

  it('are dropped from GeoJSON as well, shapes and all', async () => {
    const feature = (name: string, type: string, coordinates: number[]) => ({
      type: 'Feature',
      properties: { name, type },
      geometry: { type: 'Point', coordinates },
    });
    const features = [feature('School', 'School', [36.8, -1.3]), feature('Haven', 'Safe house', [LON, LAT])];
    const { inspection, record } = await load(
      JSON.stringify({ type: 'FeatureCollection', features }),
      'assets.geojson',
    );
    expect(record).toMatchObject({ stored: 1, unlocated: 1, bbox: [36.8, -1.3, 36.8, -1.3] });
    expect(JSON.stringify(inspection)).not.toContain('Haven');
    expectNoPosition(storedBytes());
  });
});
