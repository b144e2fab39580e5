import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
    { task: TASK, size, who: 'ogr2ogr to a GeoPackage', seconds: geoPackage(file, folder) },
  ];
}

function ours(file: string, folder: string): number | string {
  const server = join(projectRoot, 'dist/server/main.js');
  if (!existsSync(server)) return 'absent: run npm run build first';
  return repeated(() => {
    const data = join(folder, 'data');
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data);
    return processSeconds(process.execPath, [server, 'import', file, '--dataset', 'Bench'], {
      CG_DATA: data,
    });
  });
}

function geoPackage(file: string, folder: string): number | string {
  if (!isThere('ogr2ogr', ['--version'])) return 'absent';
  return repeated(() => {
    const target = join(folder, 'incidents.gpkg');
    rmSync(target, { force: true });
    const columns = [
      '-oo',
      'X_POSSIBLE_NAMES=lon',
      '-oo',
      'Y_POSSIBLE_NAMES=lat',
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
