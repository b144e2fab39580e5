/** The port of the history. */
import type { Tier } from '../domain/grants.ts';
import type { Act, AuditEntry, Page } from './records.ts';

export interface AuditStore {
  /** Changes of one record, the oldest first; who looked at it is left out. */
  of(objectKind: string, objectId: string): Promise<AuditEntry[]>;
  /** The newest first. */
  page(
    filter: AuditFilter,
    page: { after?: string; limit: number },
  ): Promise<Page<AuditEntry & { hash: string }>>;
  /**
   * Follows the chain of hashes from the beginning. `entries` fit; `head` is the hash of the last of them; `brokenAt` is
   * the number of the first that does not fit, null when all do.
   */
  verify(): Promise<{ entries: number; head: string; brokenAt: number | null }>;
  count(filter: { objectKind: string }): Promise<number>;
  /** Number of the newest entry; 0 when there is none. */
  newest(): Promise<number>;
  /** What was written after the entry with this number, oldest first, at most `limit` entries. */
  after(
    id: number,
    limit: number,
  ): Promise<Pick<AuditEntry, 'id' | 'action' | 'objectKind' | 'objectId' | 'change'>[]>;
  add(line: AuditLine, act: Act): Promise<void>;
  /** All in one go, in this order. */
  addAll(lines: readonly { line: AuditLine; act: Act }[]): Promise<void>;
}

export interface AuditFilter {
  actor?: string;
  action?: string;
  objectKind?: string;
  objectId?: string;
  /** Looks and exports that gave incidents so exactly, somewhere at least. */
  precision?: Tier;
  from?: string;
  to?: string;
}

export interface AuditLine {
  action: string;
  objectKind: string;
  objectId: string;
  change?: Record<string, [unknown, unknown]>;
}
