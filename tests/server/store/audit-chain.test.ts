import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, type ChainedEntry, chainHash } from '../../../server/store/audit-chain.ts';

const entry: ChainedEntry = {
  id: 1,
  at: '2026-03-01T12:00:00.000Z',
  actor: 'u1',
  action: 'update',
  objectKind: 'problem',
  objectId: 'p1',
  reason: '',
  change: '{"title":["a","b"]}',
};

describe('chainHash', () => {
  it('is SHA-256 over the hash before and every field, in this order', () => {
    const text = `["${CHAIN_START}",1,"2026-03-01T12:00:00.000Z","u1","update","problem","p1","","{\\"title\\":[\\"a\\",\\"b\\"]}"]`;
    expect(chainHash(CHAIN_START, entry)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it.each<[string, Partial<ChainedEntry>]>([
    ['number', { id: 2 }],
    ['time', { at: '2026-03-01T12:00:00.001Z' }],
    ['actor', { actor: null }],
    ['action', { action: 'delete' }],
    ['kind', { objectKind: 'area' }],
    ['object', { objectId: 'p2' }],
    ['reason', { reason: ' ' }],
    ['change', { change: '{}' }],
  ])('is another one when the %s is', (_, change) => {
    expect(chainHash(CHAIN_START, { ...entry, ...change })).not.toBe(chainHash(CHAIN_START, entry));
  });

  it('does not let text move from one field into the next', () => {
    const one = chainHash(CHAIN_START, { ...entry, objectKind: 'a","b', objectId: 'c' });
    const other = chainHash(CHAIN_START, { ...entry, objectKind: 'a', objectId: 'b","c' });
    expect(one).not.toBe(other);
  });
});
