import type { DespiteLinks, Link } from '../domain/link.ts';
import type { RetentionRules } from '../domain/retention.ts';
import type { StoreTrouble } from '../store-trouble.ts';
import type { CompiledAsk } from './links.ts';
import type { Act } from './ports.ts';
import type { Database, DatabaseTransaction } from './tables.ts';

/** What is looked up before a deletion, and what whoever deletes knows of it. */
export interface LinkGuard {
  asks: readonly CompiledAsk[];
  known: DespiteLinks;
}

/** What one kind of database offers the subjects of the store. Only the folder of that database knows its driver. */
export interface Backend {
  /** For reads; each sees committed data only. */
  readonly db: Database;
  /** Runs `work` as one transaction: all of it or nothing, one after the other. */
  write<T>(work: (transaction: DatabaseTransaction) => Promise<T>): Promise<T>;
  /** Lays a file down, away from the event loop, and gives its digest. */
  writeContent(attachmentId: string, content: Uint8Array): Promise<string>;
  /** Derives columns and summary of a data set from its rows, away from the event loop. False when the version is no longer that. */
  rebuildSnapshot(datasetId: number, version: number): Promise<boolean>;
  /**
   * Takes the rows of an import out again, away from the event loop. False when it was undone already; the links when
   * something links to it.
   */
  undoImport(importId: string, act: Act, guard?: LinkGuard): Promise<boolean | readonly Link[]>;
  /** What was overwritten or deleted goes out of the log of the database too, as far as nobody reads in it just now. */
  wipeLog(): Promise<void>;
  /** Incidents that have run out, by category, counted away from the event loop. */
  countRunOut(rules: RetentionRules, at: string): Promise<Map<number, number>>;
  /** Takes them out of one data set, away from the event loop; gives how many. */
  takeOutRunOut(datasetId: number, rules: RetentionRules, act: Act): Promise<number>;
  /** What keeps the store from its work now, as far as it was met. */
  trouble(): StoreTrouble | null;
  close(): Promise<void>;
}
