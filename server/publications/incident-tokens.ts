import type { IncidentColumns } from '../../analysis/incident-columns.ts';

/**
 * A number for what is known of an incident: place, time and category. It stays the same when a file is imported again
 * under other ids, so that a new release is compared with what was published of the very same incidents.
 */
export function tokenOf(columns: IncidentColumns, row: number): number {
  const parts = [columns.lon[row], columns.lat[row], columns.from[row], columns.category[row]];
  return joined(parts.reduce(mix, 0x9e3779b9), parts.reduce(mix, 0x85ebca6b));
}

/** For the second, third ... of incidents of which the same is known. */
export function nextToken(token: number): number {
  const [low, high] = [token >>> 0, Math.floor(token / 2 ** 32)];
  return joined(mix(low, high), mix(high, low));
}

/** Finaliser of MurmurHash3 over a running value: 32 bits, well spread. */
function mix(hash: number, value: number): number {
  let h = (hash ^ Math.imul(value, 0xcc9e2d51)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 52 bits: exact as a number. */
const joined = (low: number, high: number): number => (low >>> 0) + (high & 0xfffff) * 2 ** 32;

/** Ascending and each once: alike incidents get numbers of their own, the same in every figure that holds them. */
export function distinct(tokens: Float64Array): Float64Array {
  const seen = new Set<number>();
  const own = tokens.map((token) => {
    let free = token;
    while (seen.has(free)) free = nextToken(free);
    seen.add(free);
    return free;
  });
  return own.sort();
}
