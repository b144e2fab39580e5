import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { COLUMN_NAMES, COLUMN_TYPES, type SeenColumns } from '../../analysis/incident-columns.ts';
import { columnsToArrow, createColumnReplies } from '../../server/incident-columns-reply.ts';

function columnsOf(length: number): SeenColumns {
  const column = <T extends keyof typeof COLUMN_TYPES>(name: T, seed: number) => {
    const values = new COLUMN_TYPES[name](length);
    for (let row = 0; row < length; row++) values[row] = row * 7 + seed;
    return values as SeenColumns[T];
  };
  return {
    length,
    id: column('id', 1),
    lon: column('lon', -500),
    lat: column('lat', 3),
    from: column('from', 4),
    duration: column('duration', 5),
    category: column('category', 6),
    flags: column('flags', 7),
    square: null,
  };
}

describe('columnsToArrow', () => {
  // Above one record batch, so that the joints between batches are read as well.
  it.each([0, 1, 300_000])('gives %i rows back as they went in', (length) => {
    const columns = columnsOf(length);
    const table = tableFromIPC(columnsToArrow(columns, { dataset: 4, version: 9 }));
    expect(table.numRows).toBe(length);
    expect(table.schema.fields.map((field) => field.name)).toEqual([...COLUMN_NAMES]);
    expect(Object.fromEntries(table.schema.metadata)).toEqual({
      dataset: '4',
      version: '9',
      rows: String(length),
    });
    for (const name of COLUMN_NAMES) {
      const read = table.getChild(name)?.toArray() ?? new COLUMN_TYPES[name]();
      expect(read).toBeInstanceOf(COLUMN_TYPES[name]);
      expect(Buffer.compare(bytesOf(read), bytesOf(columns[name]))).toBe(0);
    }
  });

  it('takes columns over shared memory', () => {
    const plain = columnsOf(10);
    const id = new Uint32Array(new SharedArrayBuffer(40));
    id.set(plain.id);
    const bytes = columnsToArrow({ ...plain, id }, { dataset: 1, version: 1 });
    expect(bytes).toEqual(columnsToArrow(plain, { dataset: 1, version: 1 }));
  });
});

describe('columns with squares', () => {
  it('say of each row which square it stands for', () => {
    const columns = { ...columnsOf(3), square: Uint8Array.of(0, 2, 255) };
    const table = tableFromIPC(columnsToArrow(columns, { dataset: 4, version: 9 }));
    expect(table.schema.fields.map((field) => field.name)).toEqual([...COLUMN_NAMES, 'square']);
    expect([...(table.getChild('square')?.toArray() ?? [])]).toEqual([0, 2, 255]);
  });
});

describe('createColumnReplies', () => {
  it('keeps what people see apart', () => {
    const replies = createColumnReplies();
    const exact = replies.bytes({ dataset: 1, version: 1, seen: 'exact' }, columnsOf(3));
    const masked = replies.bytes({ dataset: 1, version: 1, seen: 'a1' }, columnsOf(2));
    expect(masked).not.toEqual(exact);
    expect(replies.bytes({ dataset: 1, version: 1, seen: 'exact' }, columnsOf(3))).toBe(exact);
  });

  it('keeps the newest few', () => {
    const replies = createColumnReplies(2);
    const columns = columnsOf(3);
    const first = replies.bytes({ dataset: 1, version: 1, seen: 'exact' }, columns);
    expect(replies.bytes({ dataset: 1, version: 1, seen: 'exact' }, columns)).toBe(first);
    replies.bytes({ dataset: 1, version: 2, seen: 'exact' }, columns);
    replies.bytes({ dataset: 1, version: 3, seen: 'exact' }, columns);
    expect(replies.bytes({ dataset: 1, version: 1, seen: 'exact' }, columns)).not.toBe(first);
  });
});

function bytesOf(values: ArrayBufferView): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
