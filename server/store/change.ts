import { NotFound, StaleWrite } from '../errors.ts';
import { CHAIN_START, chainHash } from './audit-chain.ts';
import type { Act } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

/** Field -> [before, after]. */
export type Change = Record<string, [unknown, unknown]>;

/** Writes one line of the history, in the transaction of the change itself. */
export async function record(
  transaction: DatabaseTransaction,
  entry: { action: string; objectKind: string; objectId: string | number; change?: Change },
  act: Act,
): Promise<void> {
  const last = await transaction
    .selectFrom('audit_entry')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const chained = {
    id: (last?.id ?? 0) + 1,
    at: act.at,
    actor: act.actor,
    action: entry.action,
    objectKind: entry.objectKind,
    objectId: String(entry.objectId),
    reason: act.reason ?? '',
    change: JSON.stringify(entry.change ?? {}),
  };
  const { objectKind, objectId, ...rest } = chained;
  await transaction
    .insertInto('audit_entry')
    .values({
      ...rest,
      object_kind: objectKind,
      object_id: objectId,
      hash: chainHash(last?.hash ?? CHAIN_START, chained),
    })
    .execute();
}

/** The fields of `change` that differ from the current record, as [before, after]. */
export function differences<T extends object>(current: T, change: Partial<T>): Change {
  const found: Change = {};
  for (const [field, after] of Object.entries(change)) {
    const before = current[field as keyof T];
    if (after !== undefined && JSON.stringify(before) !== JSON.stringify(after))
      found[field] = [before, after];
  }
  return found;
}

/** Everything a new record starts with, as [null, value]; empty fields are left out. */
export function beginnings(input: object): Change {
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([field, value]) => [field, [null, value]]));
}

/** The record, if it exists and the writer has seen its newest version. */
export function newest<T extends { version: number }>(record: T | null, version: number, what: string): T {
  const found = existing(record, what);
  if (found.version !== version) throw new StaleWrite(found);
  return found;
}

export function existing<T>(record: T | null | undefined, what: string): T {
  if (record === null || record === undefined) throw new NotFound(what);
  return record;
}
