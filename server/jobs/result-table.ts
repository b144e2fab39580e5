import {
  Field,
  Float64,
  Int8,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Uint16,
  Uint32,
} from 'apache-arrow';
import type { ResultColumn } from './task.ts';

/** The columns as an Arrow IPC stream with one batch. The same columns give the same bytes. */
export function resultTable(
  columns: readonly ResultColumn[],
  metadata: readonly (readonly [string, string])[],
): Uint8Array {
  const fields = columns.map(({ name, data, nullable }) => new Field(name, typeOf(data), nullable === true));
  const schema = new Schema(fields, new Map(metadata.map(([key, value]) => [key, value])));
  const length = columns[0]?.data.length ?? 0;
  const data = makeData({
    type: new Struct(schema.fields),
    length,
    nullCount: 0,
    children: columns.map(columnData),
  });
  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  writer.write(new RecordBatch(schema, data));
  writer.finish();
  return new Uint8Array(writer.toUint8Array(true));
}

function columnData({ data, nullable }: ResultColumn) {
  if (data instanceof Uint32Array) return makeData({ type: new Uint32(), data, nullCount: 0 });
  if (data instanceof Uint16Array) return makeData({ type: new Uint16(), data, nullCount: 0 });
  if (data instanceof Int8Array) return makeData({ type: new Int8(), data, nullCount: 0 });
  if (nullable !== true) return makeData({ type: new Float64(), data, nullCount: 0 });
  const { bitmap, nulls } = validity(data);
  const filled = data.map((value) => (Number.isNaN(value) ? 0 : value));
  return makeData({ type: new Float64(), data: filled, nullBitmap: bitmap, nullCount: nulls });
}

function validity(data: Float64Array): { bitmap: Uint8Array; nulls: number } {
  // Padded to 8 bytes, as the format asks.
  const bitmap = new Uint8Array(Math.ceil(data.length / 64) * 8);
  let nulls = 0;
  for (let i = 0; i < data.length; i++)
    if (Number.isNaN(data[i])) nulls++;
    else bitmap[i >> 3] |= 1 << (i & 7);
  return { bitmap, nulls };
}

function typeOf(data: ResultColumn['data']): Uint32 | Uint16 | Int8 | Float64 {
  if (data instanceof Uint32Array) return new Uint32();
  if (data instanceof Uint16Array) return new Uint16();
  return data instanceof Int8Array ? new Int8() : new Float64();
}
