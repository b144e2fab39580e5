import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { seededRandom } from '../../analysis/random.ts';

/** A file as a person would drop it, and what is known to be in it. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly rows: number;
  /** Rows of protected and of doubtful categories. */
  readonly refused: number;
  /** Middle of the city: longitude, latitude. */
  readonly centre: readonly [number, number];
  readonly real: boolean;
}

const REAL = new URL('../../../shared/data/philadelphia/', import.meta.url);

/** A file and the data set it is loaded into. */
export interface CityFile {
  readonly dataset: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly real: boolean;
}

/** The real police export when it lies beside the project, else a made one of the same shape. */
export function incidentFile(): DroppedFile {
  const real = new URL('philly_incidents_2024.csv.gz', REAL);
  if (!existsSync(real)) return madeIncidentFile(2024);
  return {
    name: 'philly_incidents_2024.csv.gz',
    bytes: readFileSync(real),
    rows: 160_388,
    refused: 2350,
    centre: [-75.15, 39.97],
    real: true,
  };
}

export function areaFile(): DroppedFile {
  return realFile('police_districts.geojson', 21) ?? madeAreaFile();
}

export function assetFile(): DroppedFile {
  return realFile('public_schools.csv', 278) ?? madeAssetFile();
}

/** Everything an analyst of the city would load before asking: two years, areas with and without residents, assets. */
export function cityFiles(): readonly CityFile[] {
  if (!existsSync(new URL('philly_incidents_2023.csv.gz', REAL))) return madeCityFiles();
  return [
    { dataset: 'Philadelphia 2023', name: 'philly_incidents_2023.csv.gz' },
    { dataset: 'Philadelphia 2024', name: 'philly_incidents_2024.csv.gz' },
    { dataset: 'Neighbourhoods', name: 'neighborhoods.geojson' },
    { dataset: 'Census tracts', name: 'census_tracts_pop.geojson' },
    { dataset: 'Schools', name: 'public_schools.csv' },
    { dataset: 'El stations', name: 'SEPTA_El_stations.geojson' },
    { dataset: 'Broad Street stations', name: 'SEPTA_Broad_stations.geojson' },
  ].map(({ dataset, name }) => ({ dataset, name, bytes: readFileSync(new URL(name, REAL)), real: true }));
}

function madeCityFiles(): readonly CityFile[] {
  return [
    { dataset: 'Philadelphia 2023', ...madeIncidentFile(2023) },
    { dataset: 'Philadelphia 2024', ...madeIncidentFile(2024) },
    { dataset: 'Neighbourhoods', ...madeAreaFile() },
    { dataset: 'Schools', ...madeAssetFile() },
  ];
}

function realFile(name: string, rows: number): DroppedFile | null {
  const url = new URL(name, REAL);
  return existsSync(url) ? layerFile(name, rows, readFileSync(url), true) : null;
}

function layerFile(name: string, rows: number, bytes: Buffer, real = false): DroppedFile {
  return { name, bytes, rows, refused: 0, centre: [-75.15, 39.97], real };
}

/** Four square districts round the centre. */
function madeAreaFile(): DroppedFile {
  const features = [0, 1, 2, 3].map((i) => {
    const [west, south] = [-75.25 + 0.1 * (i % 2), 39.87 + 0.1 * Math.floor(i / 2)];
    const [east, north] = [west + 0.1, south + 0.1];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return {
      type: 'Feature',
      properties: { dist_num: i + 1 },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  return layerFile('made_districts.geojson', features.length, Buffer.from(text));
}

function madeAssetFile(): DroppedFile {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `${6000 + i},School number ${i + 1},High School,400,${-75.2 + 0.01 * i},${39.95 + 0.005 * i}`,
  );
  const text = ['School.ID,school_name,Grade.Level,Enrollment,Longitude,Latitude', ...rows].join('\n');
  return layerFile('made_schools.csv', rows.length, Buffer.from(text));
}

const CATEGORIES = ['Thefts', 'Other Assaults', 'Burglary Residential', 'Robbery Firearm', 'Rape'];

const COLUMNS =
  'cartodb_id,objectid,dc_dist,psa,dispatch_date_time,dispatch_date,dispatch_time,hour,dc_key,location_block,ucr_general,text_general_code,point_x,point_y';

/** As many thefts round one corner, in the columns of the real export: what came in after an answer was kept. */
export function laterThefts(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, i) => {
    const time = `2024-12-30 ${String(8 + (i % 12)).padStart(2, '0')}:30:00`;
    return `${i},${90_000_000 + i},06,1,${time}+00,${time.replace(' ', ',')},${8 + (i % 12)},LATER${i},1200 BLOCK MADE ST,600,Thefts,${(-75.161 + 0.0001 * i).toFixed(6)},39.952`;
  });
  return Buffer.from([COLUMNS, ...rows].join('\n'));
}

/** 20,000 rows in the columns of the real export, with one dense quarter, blank positions and protected rows. */
function madeIncidentFile(year: number): DroppedFile {
  const random = seededRandom(year);
  const rows = 20_000;
  const lines = [COLUMNS];
  let refused = 0;
  for (let i = 0; i < rows; i++) {
    const at = new Date(Date.UTC(year, 0, 1) + random.integer(365 * 24 * 60) * 60_000).toISOString();
    const category = i % 100 === 0 ? 'Rape' : CATEGORIES[random.integer(4)];
    if (category === 'Rape') refused++;
    const spread = i % 3 === 0 ? 0.004 : 0.05;
    const [x, y] = [-75.15 + spread * random.normal(), 39.97 + spread * random.normal()];
    const position = i % 25 === 1 ? ',' : `${x.toFixed(8)},${y.toFixed(8)}`;
    const [date, time] = [at.slice(0, 10), at.slice(11, 19)];
    lines.push(
      `${i},${100_000 * year + i},03,3,${date} ${time}+00,${date},${time},${Number(at.slice(11, 13))},${year}${i}.00000000,${100 * random.integer(90)} BLOCK MADE ST,600,${category},${position}`,
    );
  }
  return {
    name: `made_incidents_${year}.csv.gz`,
    bytes: gzipSync(lines.join('\n')),
    rows,
    refused,
    centre: [-75.15, 39.97],
    real: false,
  };
}

/** Lets go of a file over the middle of the window. */
export async function dropFile(page: Page, { name, bytes }: DroppedFile): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([base64, fileName]) => {
      const text = atob(base64);
      const content = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [bytes.toString('base64'), name] as const,
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
