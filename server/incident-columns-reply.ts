import {
  type Data,
  Field,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Uint8,
  Uint16,
  Uint32,
} from 'apache-arrow';
import { COLUMN_NAMES, type ColumnName, type SeenColumns } from '../analysis/incident-columns.ts';

const ARROW_TYPES = {
  id: new Uint32(),
  lon: new Int32(),
  lat: new Int32(),
  from: new Int32(),
  duration: new Uint16(),
  category: new Uint16(),
  flags: new Uint8(),
} as const satisfies Record<ColumnName, ArrowType>;

/** Which rows stand for squares; only where some do. */
const SQUARE_TYPE = new Uint8();
type ArrowType = Uint32 | Int32 | Uint16 | Uint8;

/** Rows of one record batch: small enough to draw while the rest arrives. */
const BATCH_ROWS = 262_144;

/** The columns as an Arrow IPC stream; the typed arrays go in as they are. */
export function columnsToArrow(
  columns: SeenColumns,
  meta: { dataset: number; version: number },
): Uint8Array<ArrayBuffer> {
  const fields = COLUMN_NAMES.map((name) => new Field<ArrowType>(name, ARROW_TYPES[name], false));
  if (columns.square !== null) fields.push(new Field<ArrowType>('square', SQUARE_TYPE, false));
  const metadata = new Map([
    ['dataset', String(meta.dataset)],
    ['version', String(meta.version)],
    ['rows', String(columns.length)],
  ]);
  const schema = new Schema(fields, metadata);
  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  for (let from = 0; from < columns.length; from += BATCH_ROWS)
    writer.write(batch(schema, columns, from, Math.min(from + BATCH_ROWS, columns.length)));
  writer.finish();
  // The writer joins its parts in plain memory of its own: no second copy is needed to be sure.
  return writer.toUint8Array(true) as Uint8Array<ArrayBuffer>;
}

function batch(schema: Schema, columns: SeenColumns, from: number, to: number): RecordBatch {
  const children: Data<ArrowType>[] = COLUMN_NAMES.map((name) =>
    makeData({ type: ARROW_TYPES[name], data: columns[name].subarray(from, to), nullCount: 0 }),
  );
  if (columns.square !== null)
    children.push(makeData({ type: SQUARE_TYPE, data: columns.square.subarray(from, to), nullCount: 0 }));
  const data = makeData({ type: new Struct(schema.fields), length: to - from, nullCount: 0, children });
  return new RecordBatch(schema, data);
}

/** One version of a data set as some people see it. */
interface Asked {
  readonly dataset: number;
  readonly version: number;
  readonly seen: string;
}

/** Keeps the bytes of the last few versions asked for, so that colleagues who open the map share them. */
export function createColumnReplies(capacity = 4) {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    bytes({ dataset, version, seen }: Asked, columns: SeenColumns): Uint8Array<ArrayBuffer> {
      const key = `${dataset}-${version}-${seen}`;
      const bytes = kept.get(key) ?? columnsToArrow(columns, { dataset, version });
      kept.delete(key);
      kept.set(key, bytes);
      for (const old of kept.keys()) {
        if (kept.size <= capacity) break;
        kept.delete(old);
      }
      return bytes;
    },
  };
}
