/** First and last byte, both included. */
export interface Range {
  from: number;
  to: number;
}

/**
 * The one range of a Range header (RFC 9110, 14.2). Null when the whole is meant: no header, another unit,
 * several ranges, or text that is no range at all.
 */
export function parseRange(header: string | undefined, size: number): Range | 'outside' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!match) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  if (first === '') return suffix(Number(last), size);
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return null;
  return from >= size ? 'outside' : { from, to };
}

function suffix(length: number, size: number): Range | 'outside' {
  return length === 0 || size === 0 ? 'outside' : { from: Math.max(0, size - length), to: size - 1 };
}
