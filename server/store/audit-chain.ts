/**
 * The history is a chain: each entry carries the hash of itself and of the entry before it, so that an entry that was
 * changed, taken out or put in later no longer fits. Whoever can write the database can make a new chain from there on;
 * a hash that was noted elsewhere (printed, sent to the overseer) shows that as well.
 */
import { createHash } from 'node:crypto';

export interface ChainedEntry {
  readonly id: number;
  readonly at: string;
  readonly actor: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly reason: string;
  /** The JSON text as it is stored. */
  readonly change: string;
}

/** What stands before the first entry. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 of the hash before and the entry, hexadecimal. */
export function chainHash(before: string, entry: ChainedEntry): string {
  const { id, at, actor, action, objectKind, objectId, reason, change } = entry;
  const text = JSON.stringify([before, id, at, actor, action, objectKind, objectId, reason, change]);
  return createHash('sha256').update(text).digest('hex');
}
