import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { projectRoot } from '../server/root.ts';
import { isThere, median, OURS, processSeconds, type Row } from './measure.ts';
import { type SyntheticIncidents, writeCsv } from './synthetic-incidents.ts';

const TASK = 'import a CSV: whole process, indexed';
const RUNS = 3;

/** Both as whole processes: read, check, store, index. */
export function importRows(incidents: SyntheticIncidents, folder: string): Row[] {
  const size = incidents.x.length;
  const file = join(folder, `incidents-${size}.csv`);
  writeCsv(incidents, file);
  return [
    { task: TASK, size, who: OURS, seconds: ours(file, folder) },
    { task: TASK, size, who: 'ogr2ogr to a GeoPackage', seconds: geoPackage(file, folder, ['lon', 'lat']) },
  ];
}

const REAL_TASK = 'import Philadelphia 2023 and 2024';
const REAL_ROWS = 329_405;

/** The same with two years of a real police export, as one plain file of fourteen columns. */
export function philadelphiaRows(folder: string): Row[] {
  const years = [2023, 2024].map((year) =>
    join(projectRoot, `../shared/data/philadelphia/philly_incidents_${year}.csv.gz`),
  );
  const row = { task: REAL_TASK, size: REAL_ROWS };
  if (!years.every((file) => existsSync(file)))
    return [{ ...row, who: OURS, seconds: 'absent: the real export is not beside the project' }];
  const file = join(folder, 'philadelphia.csv');
  const [first, second] = years.map((year) => gunzipSync(readFileSync(year)));
  writeFileSync(file, first);
  appendFileSync(file, second.subarray(second.indexOf(10) + 1));
  const map = join(folder, 'map.json');
  const doubtful = ['Offenses Against Family and Children', 'Prostitution and Commercialized Vice'];
  const decisions = Object.fromEntries(doubtful.map((label) => [label, 'protected']));
  writeFileSync(map, JSON.stringify({ decisions }));
  return [
    { ...row, who: OURS, seconds: ours(file, folder, ['--map', map]) },
    {
      ...row,
      who: 'ogr2ogr to a GeoPackage',
      seconds: geoPackage(file, folder, ['point_x', 'point_y']),
    },
  ];
}

function ours(file: string, folder: string, more: string[] = []): number | string {
  const server = join(projectRoot, 'dist/server/main.js');
  if (!existsSync(server)) return 'absent: run npm run build first';
  return repeated(() => {
    const data = join(folder, 'data');
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data);
    return processSeconds(process.execPath, [server, 'import', file, '--dataset', 'Bench', ...more], {
      CG_DATA: data,
    });
  });
}

function geoPackage(file: string, folder: string, [x, y]: [string, string]): number | string {
  if (!isThere('ogr2ogr', ['--version'])) return 'absent';
  return repeated(() => {
    const target = join(folder, 'incidents.gpkg');
    rmSync(target, { force: true });
    const columns = [
      '-oo',
      `X_POSSIBLE_NAMES=${x}`,
      '-oo',
      `Y_POSSIBLE_NAMES=${y}`,
      '-oo',
      'AUTODETECT_TYPE=YES',
    ];
    return processSeconds('ogr2ogr', ['-f', 'GPKG', target, file, ...columns, '-a_srs', 'EPSG:4326']);
  });
}

function repeated(run: () => number | string): number | string {
  const all: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const seconds = run();
    if (typeof seconds === 'string') return seconds;
    all.push(seconds);
  }
  return median(all);
}
