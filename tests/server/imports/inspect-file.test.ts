import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../server/errors.ts';
import type { IncidentMapping } from '../../../server/imports/contract.ts';
import { fileOf, hasSharedData, inspectOnly, refusalOf, SHARED_DATA } from '../../fixtures/import-files.ts';

const ROWS = 'id,date,category,lon,lat\n1,2024-03-01,Theft,36.8,-1.3\n2,2024-03-02,Theft,36.9,-1.2\n';
const ONE_SENTENCE = /^[A-Z“][^\n]*[.]$/;

async function refusal(content: string | Uint8Array, fileName = 'incidents.csv'): Promise<string> {
  const { code, message } = await refusalOf(inspectOnly(fileOf(content, 50_000), fileName));
  expect(message).toMatch(ONE_SENTENCE);
  return code;
}

async function blocker(
  content: string | Uint8Array,
  fileName = 'incidents.csv',
): Promise<string | undefined> {
  const { blocker: found } = await inspectOnly(fileOf(content, 50_000), fileName);
  if (found) expect(found.message).toMatch(ONE_SENTENCE);
  return found?.code;
}

const polygon = (coordinates: unknown, name = 'North ward') => ({
  type: 'Feature',
  properties: { name },
  geometry: { type: 'Polygon', coordinates },
});
const square = [
  [
    [36, -2],
    [37, -2],
    [37, -1],
    [36, -1],
    [36, -2],
  ],
];
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('files that are no table', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'empty_file'],
    ['blank', '  \n\n ', 'empty_file'],
    ['an empty gzip', gzipSync(''), 'empty_file'],
    ['header only', 'id,date,category,lon,lat\n', 'header_only'],
    ['binary', Buffer.from([1, 2, 3, 0, 0, 7, 200, 201, 0, 5]), 'binary_file'],
    [
      'binary without zeros',
      Buffer.from(Array.from({ length: 5000 }, (_, i) => 1 + ((i * 97) % 255))),
      'binary_file',
    ],
    [
      'a spreadsheet',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('[Content_Types].xml')]),
      'spreadsheet_file',
    ],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'spreadsheet_file'],
    ['an archive', Buffer.from('PK\u0003\u0004 data.csv'), 'archive_file'],
    ['a PDF', '%PDF-1.7 …', 'unsupported_format'],
    ['KML', '<?xml version="1.0"?><kml xmlns="x"></kml>', 'unsupported_format'],
    ['a cut gzip', gzipSync(ROWS.repeat(100)).subarray(0, 60), 'damaged_gzip'],
    ['a gzip in a gzip', gzipSync(gzipSync(ROWS)), 'archive_file'],
    ['a quotation mark left open', `${ROWS}3,"2024-03-03,Theft,1,1\n`, 'open_quote'],
    ['4,000 columns', Array.from({ length: 4000 }, (_, i) => `c${i}`).join(','), 'too_many_columns'],
  ])('%s', async (_, content, code) => {
    expect(await refusal(content)).toBe(code);
  });

  it.each([
    ['lists', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    [
      'a shape',
      `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"x"},"geometry":{"type":"Polygon","coordinates":${'['.repeat(10_000)}${']'.repeat(10_000)}}}]}`,
    ],
    [
      'a property',
      `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"name":${'['.repeat(10_000)}${']'.repeat(10_000)}}}]}`,
    ],
  ])('JSON 10,000 deep gets an answer: %s', async (_, text) => {
    const read = inspectOnly(fileOf(text)).then(
      ({ blocker }) => blocker?.code ?? 'read',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
    expect(await read).toMatch(
      /^(geojson_without_features|broken_geojson|no_position_columns|wrong_kind|all_rows_refused|unsupported_format|read)$/,
    );
  });

  it('a sparse file of 10 GB is given up at once', async () => {
    let given = 0;
    async function* sparse() {
      for (; given < 10 * 1024; given++) yield new Uint8Array(1024 * 1024);
    }
    expect(await refusalOf(inspectOnly(sparse()))).toMatchObject({ code: 'binary_file' });
    expect(given).toBeLessThan(5);
  });

  it('a compressed file that grows without end is given up', async () => {
    const bomb = gzipSync(Buffer.alloc(120 * 1024 * 1024, 'a,b\n'), { level: 9 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect((await refusalOf(inspectOnly(fileOf(bomb, 16_384)))).code).toBe('inflates_too_far');
  });

  it('one line of 50 MB is named by its number', async () => {
    async function* long() {
      yield Buffer.from(ROWS);
      for (let i = 0; i < 50; i++) yield Buffer.alloc(1024 * 1024, 'x');
    }
    const { code, message } = await refusalOf(inspectOnly(long()));
    expect(code).toBe('line_too_long');
    expect(message).toMatch(/^Line 4 is longer than 1 MB/);
  });

  it('one line and nothing else', async () => {
    async function* long() {
      for (let i = 0; i < 50; i++) yield Buffer.alloc(1024 * 1024, 'x');
    }
    expect((await refusalOf(inspectOnly(long()))).message).toMatch(/^Line 1 is longer than 1 MB/);
  });
});

describe('encodings', () => {
  const accents = 'id,date,catégorie,lon,lat\n1,2024-03-01,Éclairage,36.8,-1.3\n';

  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(accents), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${accents}`), 'utf-8'],
    ['UTF-16 little end', Buffer.from(`\ufeff${accents}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 big end', Buffer.from(`\ufeff${accents}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(accents, 'utf16le'), 'utf-16le'],
    ['Windows-1252', Buffer.from(accents, 'latin1'), 'windows-1252'],
  ])('%s', async (_, bytes, encoding) => {
    for (const piece of [1, 7, 50_000]) {
      const found = await inspectOnly(fileOf(bytes, piece));
      expect(found.mapping.file).toMatchObject({ encoding });
      expect(found.columns.map(({ name }) => name)).toEqual(['id', 'date', 'catégorie', 'lon', 'lat']);
      expect(found.rows[0][2]).toBe('Éclairage');
    }
  });

  it('tells the line of damaged UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${accents}2,2024-03-02,Bruit à `),
      Buffer.from([0xff]),
      Buffer.from(',1,1\n'),
    ]);
    const { code, message } = await refusalOf(inspectOnly(fileOf(bytes, 50_000)));
    expect(code).toBe('invalid_utf8');
    expect(message).toContain('line 3');
  });

  it('tells bytes that are neither', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,date,category,lon,lat\n1,2024-03-01,'),
      Buffer.from([0x81, 0x8d]),
      Buffer.from(',1,1\n'),
    ]);
    expect(await refusal(bytes)).toBe('invalid_encoding');
  });
});

describe('tables that cannot be placed', () => {
  it('no position columns', async () => {
    expect(await blocker('id,date,category\n1,2024-03-01,Theft\n')).toBe('no_position_columns');
  });

  it('positions in metres', async () => {
    const rows = 'id,date,x,y\n1,2024-03-01,432022.72,4585178.54\n2,2024-03-01,431860.84,4585352.36\n';
    expect(await blocker(rows)).toBe('positions_in_metres');
  });

  it('numbers that a spreadsheet damaged', async () => {
    const rows =
      'id;date;lon;lat\n1;2024-03-01;212.562.442;4.134.004.482\n2;2024-03-01;212.045.245;4.133.942.606\n';
    expect(await blocker(rows)).toBe('damaged_numbers');
  });

  it('the wrong decimal mark, when it is chosen', async () => {
    const rows = 'id;date;lon;lat\n1;2024-03-01;36,81;-1,31\n2;2024-03-01;36,82;-1,32\n';
    const { mapping, verdicts } = await inspectOnly(fileOf(rows));
    expect(mapping.file).toMatchObject({ decimal: ',', delimiter: ';' });
    expect(verdicts.stored).toBe(2);
    const wrong = { ...mapping, file: { ...mapping.file, decimal: '.' } } as IncidentMapping;
    expect((await inspectOnly(fileOf(rows), 'x.csv', { mapping: wrong })).blocker?.code).toBe(
      'wrong_decimal_mark',
    );
  });

  it('all dates in the year 20224', async () => {
    const rows = 'id,date,lon,lat\n1,20224-03-01,36.8,-1.3\n2,20224-03-02,36.8,-1.3\n';
    const found = await inspectOnly(fileOf(rows));
    expect(found.verdicts.refused).toEqual({ time_out_of_range: 2 });
    expect(found.blocker?.code).toBe('all_rows_refused');
  });

  it('a column that the mapping names and the file has not', async () => {
    const { mapping } = await inspectOnly(fileOf(ROWS));
    const other = inspectOnly(fileOf(ROWS.replace('category', 'kind')), 'x.csv', { mapping });
    expect((await refusalOf(other)).message).toContain('“category”');
  });
});

describe('delimiters and headers', () => {
  it.each([',', ';', '\t', '|'])('takes %j', async (delimiter) => {
    const found = await inspectOnly(fileOf(ROWS.replaceAll(',', delimiter)));
    expect(found.mapping.file).toMatchObject({ delimiter });
    expect(found.verdicts.stored).toBe(2);
  });

  it('finds the header below a title', async () => {
    const found = await inspectOnly(fileOf(`Incidents of the district\n\n${ROWS}`));
    expect(found.mapping.file).toMatchObject({ headerLine: 3 });
    expect(found.read).toBe(2);
  });

  it('numbers the columns of a file without header', async () => {
    const found = await inspectOnly(fileOf('1,2024-03-01,36.8,-1.3\n2,2024-03-02,36.9,-1.2\n'));
    expect(found.columns.map(({ name }) => name)).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4']);
    expect(found.read).toBe(2);
  });

  it('tells blank and repeated names apart', async () => {
    const found = await inspectOnly(fileOf('lon,lat,,name,name\n36.8,-1.3,a,b,c\n'));
    expect(found.columns.map(({ name }) => name)).toEqual(['lon', 'lat', 'Column 3', 'name', 'name (2)']);
  });
});

describe('GeoJSON', () => {
  it.each<[string, string, string]>([
    ['broken', '{"type":"FeatureCollection",\n"features":[{]}', 'broken_geojson'],
    ['without features', '{"type":"FeatureCollection","features":[]}', 'geojson_without_features'],
    ['another kind of JSON', '{"rows":[1,2]}', 'geojson_without_features'],
    [
      'in metres, declared',
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32737' } },
        features: [polygon(square)],
      }),
      'geojson_in_metres',
    ],
    [
      'in metres, not declared',
      collection(
        polygon([
          [
            [256717, 9857625],
            [256750, 9857604],
            [256760, 9857700],
            [256717, 9857625],
          ],
        ]),
      ),
      'geojson_in_metres',
    ],
  ])('%s', async (_, content, code) => {
    expect(await refusal(content, 'areas.geojson')).toBe(code);
  });

  it('refuses a polygon that crosses itself, by its name, and takes the others', async () => {
    const bow = [
      [
        [36, -2],
        [37, -1],
        [37, -2],
        [36, -1],
        [36, -2],
      ],
    ];
    const found = await inspectOnly(
      fileOf(collection(polygon(square), polygon(bow, 'Bow tie'))),
      'areas.geojson',
    );
    expect(found.verdicts).toMatchObject({ stored: 1, refused: { crosses_itself: 1 } });
    expect(found.refusedSample[0].detail).toBe('The outline of “Bow tie” crosses itself.');
  });

  it('refuses open and short outlines', async () => {
    const open = [
      [
        [36, -2],
        [37, -2],
        [37, -1],
        [36, -1],
      ],
    ];
    const short = [
      [
        [36, -2],
        [37, -2],
        [36, -2],
      ],
    ];
    const found = await inspectOnly(
      fileOf(collection(polygon(square), polygon(open), polygon(short), { type: 'Feature' })),
      'areas.geojson',
    );
    expect(found.verdicts).toMatchObject({
      stored: 1,
      refused: { ring_not_closed: 1, bad_geometry: 1, no_geometry: 1 },
    });
  });

  it('refuses positions that lie deeper in one place than in others, however deep', async () => {
    const [[a, b, c, d, e]] = square;
    const uneven = [[a, b, [c], d, e]];
    const endless = `${'['.repeat(50_000)}1,2${']'.repeat(50_000)}`;
    const found = await inspectOnly(
      fileOf(collection(polygon(square), polygon(uneven), polygon('endless')).replace('"endless"', endless)),
      'areas.geojson',
    );
    expect(found.verdicts).toMatchObject({ stored: 1, refused: { bad_geometry: 2 } });
  });
});

describe.runIf(hasSharedData)('the collected bad files', () => {
  const folder = join(SHARED_DATA, 'messy');
  const inFolder = (name: string) => (hasSharedData ? readdirSync(join(folder, name)) : []);

  it.each(inFolder('geojson-geojsonhint/bad').filter((name) => name.endsWith('.geojson')))(
    'bad GeoJSON %s ends in a sentence or in verdicts',
    async (name) => {
      const bytes = readFileSync(join(folder, 'geojson-geojsonhint/bad', name));
      const outcome = await inspectOnly(fileOf(bytes), name).catch(
        (error: { code?: string; message: string }) => error,
      );
      if ('verdicts' in outcome) {
        const { stored, unlocated, duplicates, refused } = outcome.verdicts;
        const total = Object.values(refused).reduce((a, b) => a + b, stored + unlocated + duplicates);
        expect(total).toBe(outcome.read);
      } else {
        expect(outcome.code).toBeTypeOf('string');
        expect(outcome.message).toMatch(ONE_SENTENCE);
      }
    },
  );

  it.each([
    ...inFolder('csvlint-fixtures').map((name) => `csvlint-fixtures/${name}`),
    ...inFolder('messytables-horror').map((name) => `messytables-horror/${name}`),
  ])('%s ends in a sentence or in verdicts', async (name) => {
    const outcome = await inspectOnly(createReadStream(join(folder, name)), name).catch(
      (error: { code?: string; message: string }) => error,
    );
    if ('verdicts' in outcome) expect(outcome.blocker?.message ?? 'Fine.').toMatch(ONE_SENTENCE);
    else {
      expect(outcome.code).toBeTypeOf('string');
      expect(outcome.message).toMatch(ONE_SENTENCE);
    }
  });

  it('spreadsheets are named', async () => {
    const xlsx = createReadStream(join(folder, 'excel/aggravated_assaults.xlsx'));
    expect((await refusalOf(inspectOnly(xlsx, 'aggravated_assaults.csv'))).code).toBe('spreadsheet_file');
  });
});
