import { tableFromIPC } from 'apache-arrow';
import { select } from '../analysis/selection.ts';
import { columnsToArrow } from '../server/incident-columns-reply.ts';
import { medianSeconds, OURS, type Row } from './measure.ts';
import { CATEGORIES, type SyntheticIncidents, syntheticColumns } from './synthetic-incidents.ts';

const WIRE = 'incidents from memory to the client';
const FILTER = 'filter by category and time';

/** Columns as they travel, against GeoJSON of the same incidents; each written and read. */
export function columnRows(incidents: SyntheticIncidents): Row[] {
  const size = incidents.x.length;
  const columns = { ...syntheticColumns(incidents), square: null };
  const bytes = columnsToArrow(columns, { dataset: 1, version: 1 });
  const asColumns = () => tableFromIPC(columnsToArrow(columns, { dataset: 1, version: 1 }));
  const records = Array.from(columns.id, (id, i) => ({
    id,
    lon: columns.lon[i] / 1e7,
    lat: columns.lat[i] / 1e7,
    from: columns.from[i],
    category: CATEGORIES[columns.category[i] - 1],
  }));
  const geoJson = () =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: records.map(({ id, lon, lat, from, category }) => ({
        type: 'Feature',
        id,
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { from, category },
      })),
    });
  const middle = columns.from[size >> 1];
  const wanted = new Set([1, 3]);
  const half = { categories: wanted, fromMinutes: middle };
  const names = new Set([CATEGORIES[0], CATEGORIES[2]]);
  return [
    { task: WIRE, size, who: OURS, seconds: medianSeconds(asColumns), note: megabytes(bytes.length) },
    {
      task: WIRE,
      size,
      who: 'GeoJSON',
      seconds: medianSeconds(() => JSON.parse(geoJson()), 3),
      note: megabytes(geoJson().length),
    },
    { task: FILTER, size, who: OURS, seconds: medianSeconds(() => select(columns, half)) },
    {
      task: FILTER,
      size,
      who: 'one object an incident',
      seconds: medianSeconds(() =>
        records.filter(({ from, category }) => from >= middle && names.has(category)),
      ),
    },
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
