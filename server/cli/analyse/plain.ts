/** What JSON can say: typed arrays become arrays, what is not defined becomes null, endless becomes "inf". */
export function plain(value: unknown): unknown {
  if (typeof value === 'number') return plainNumber(value);
  if (Array.isArray(value)) return value.map(plain);
  if (ArrayBuffer.isView(value) && isIterable(value)) return Array.from(value, plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [[key, plain(member)]])),
  );
}

function plainNumber(value: number): number | string | null {
  if (Number.isNaN(value)) return null;
  if (value === Infinity) return 'inf';
  return value === -Infinity ? '-inf' : value;
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
