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

/** The real police export when it lies beside the project, else a made one of the same shape. */
export function incidentFile(): DroppedFile {
  const real = new URL('philly_incidents_2024.csv.gz', REAL);
  if (!existsSync(real)) return madeIncidentFile();
  return {
    name: 'philly_incidents_2024.csv.gz',
    bytes: readFileSync(real),
    rows: 160_388,
    refused: 2350,
    centre: [-75.15, 39.97],
    real: true,
  };
}

export function areaFile(): DroppedFile | null {
  return realFile('police_districts.geojson', 21);
}

export function assetFile(): DroppedFile | null {
  return realFile('public_schools.csv', 278);
}

function realFile(name: string, rows: number): DroppedFile | null {
  const url = new URL(name, REAL);
  if (!existsSync(url)) return null;
  return { name, bytes: readFileSync(url), rows, refused: 0, centre: [-75.15, 39.97], real: true };
}

const CATEGORIES = ['Thefts', 'Other Assaults', 'Burglary Residential', 'Robbery Firearm', 'Rape'];

/** 20,000 rows in the columns of the real export, with one dense quarter, blank positions and protected rows. */
function madeIncidentFile(): DroppedFile {
  const random = seededRandom(2024);
  const rows = 20_000;
  const lines = [
    'cartodb_id,objectid,dc_dist,psa,dispatch_date_time,dispatch_date,dispatch_time,hour,dc_key,location_block,ucr_general,text_general_code,point_x,point_y',
  ];
  let refused = 0;
  for (let i = 0; i < rows; i++) {
    const at = new Date(Date.UTC(2024, 0, 1) + random.integer(365 * 24 * 60) * 60_000).toISOString();
    const category = i % 100 === 0 ? 'Rape' : CATEGORIES[random.integer(4)];
    if (category === 'Rape') refused++;
    const spread = i % 3 === 0 ? 0.004 : 0.05;
    const [x, y] = [-75.15 + spread * random.normal(), 39.97 + spread * random.normal()];
    const position = i % 25 === 1 ? ',' : `${x.toFixed(8)},${y.toFixed(8)}`;
    const [date, time] = [at.slice(0, 10), at.slice(11, 19)];
    lines.push(
      `${i},${10_000_000 + i},03,3,${date} ${time}+00,${date},${time},${Number(at.slice(11, 13))},2024${i}.00000000,${100 * random.integer(90)} BLOCK MADE ST,600,${category},${position}`,
    );
  }
  return {
    name: 'made_incidents_2024.csv.gz',
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
