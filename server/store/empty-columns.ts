import { COLUMN_TYPES, type ColumnName, type IncidentColumns } from '../../analysis/incident-columns.ts';

/** Columns for `length` incidents; with `shared`, over memory that worker threads see too. */
export function emptyColumns(length: number, shared = false): IncidentColumns {
  const column = (name: ColumnName) => {
    const { BYTES_PER_ELEMENT: size } = COLUMN_TYPES[name];
    return shared ? new SharedArrayBuffer(length * size) : new ArrayBuffer(length * size);
  };
  return {
    length,
    id: new Uint32Array(column('id')),
    lon: new Int32Array(column('lon')),
    lat: new Int32Array(column('lat')),
    from: new Int32Array(column('from')),
    duration: new Uint16Array(column('duration')),
    category: new Uint16Array(column('category')),
    flags: new Uint8Array(column('flags')),
  };
}
