import type { Database, Statement } from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type Patience, whenFree } from './patience.ts';
import type { TroubleWatch } from './trouble.ts';
import { TurnTaking } from './turn-taking.ts';

export interface SqliteConnections {
  writer: Database;
  /** Sees committed data only. The writer itself when the database lives in memory. */
  reader: Database;
}

/**
 * One Kysely over two connections. A SELECT outside a transaction goes to the reader at once; everything else takes
 * its turn at the writer. So a read never waits for a write and never sees half of one.
 */
export class SqliteDialect implements Dialect {
  readonly #driver: SqliteDriver;

  constructor(driver: SqliteDriver) {
    this.#driver = driver;
  }

  createDriver = (): Driver => this.#driver;
  createQueryCompiler = () => new SqliteQueryCompiler();
  createAdapter = () => new SqliteAdapter();
  createIntrospector = (...[db]: ConstructorParameters<typeof SqliteIntrospector>) =>
    new SqliteIntrospector(db);
}

export class SqliteDriver implements Driver {
  readonly #turns = new TurnTaking();
  readonly #connections: SqliteConnections;
  readonly #patience: Patience;
  readonly #writer: Statements;
  readonly #reader: Statements | null;

  constructor(connections: SqliteConnections, patience: Patience, watch: TroubleWatch) {
    this.#connections = connections;
    this.#patience = patience;
    this.#writer = new Statements(connections.writer, watch);
    const { reader, writer } = connections;
    this.#reader = reader === writer ? null : new Statements(reader, watch);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    return new SqliteConnection(this.#writer, this.#reader, this.#turns, this.#patience);
  }

  async beginTransaction(connection: SqliteConnection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    connection.end('COMMIT');
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    // SQLite has rolled back by itself after errors such as a full disk.
    if (this.#connections.writer.inTransaction) connection.end('ROLLBACK');
  }

  async releaseConnection(connection: SqliteConnection): Promise<void> {
    connection.release();
  }

  /** Runs driver-level work as one transaction on the writer, in turn with every other write. */
  async exclusively<T>(work: (db: Database) => T): Promise<T> {
    const { writer } = this.#connections;
    const since = performance.now();
    const release = await this.#turns.take();
    try {
      return await whenFree(() => writer.transaction(work).immediate(writer), this.#patience, since);
    } finally {
      release();
    }
  }

  async destroy(): Promise<void> {
    const release = await this.#turns.take();
    if (this.#connections.reader.open) this.#connections.reader.close();
    if (this.#connections.writer.open) this.#connections.writer.close();
    release();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #writer: Statements;
  readonly #reader: Statements | null;
  readonly #turns: TurnTaking;
  readonly #patience: Patience;
  readonly #since = performance.now();
  #release: (() => void) | null = null;
  #inTransaction = false;

  constructor(writer: Statements, reader: Statements | null, turns: TurnTaking, patience: Patience) {
    this.#writer = writer;
    this.#reader = reader;
    this.#turns = turns;
    this.#patience = patience;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#inTransaction) return this.#writer.run(query);
    const reader = this.#reader;
    if (reader && !this.#release && SelectQueryNode.is(query.query))
      return whenFree(() => reader.run<R>(query), this.#patience, this.#since);
    await this.#takeTurn();
    return whenFree(() => this.#writer.run<R>(query), this.#patience, this.#since);
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator, and long reads are paged by key instead.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming a query is not supported: read in pages by key.');
  }

  async begin(): Promise<void> {
    await this.#takeTurn();
    await whenFree(() => this.#writer.exec('BEGIN IMMEDIATE'), this.#patience, this.#since);
    this.#inTransaction = true;
  }

  end(statement: 'COMMIT' | 'ROLLBACK'): void {
    this.#writer.exec(statement);
    this.#inTransaction = false;
  }

  release(): void {
    this.#release?.();
    this.#release = null;
  }

  async #takeTurn(): Promise<void> {
    this.#release ??= await this.#turns.take();
  }
}

const KEPT_STATEMENTS = 300;

/** Prepared statements of one connection, kept by their text. */
class Statements {
  readonly #db: Database;
  readonly #watch: TroubleWatch;
  readonly #kept = new Map<string, Statement>();

  constructor(db: Database, watch: TroubleWatch) {
    this.#db = db;
    this.#watch = watch;
  }

  run<R>(query: CompiledQuery): QueryResult<R> {
    return this.#watch.run(() => this.#run<R>(query));
  }

  exec(statement: string): void {
    this.#watch.run(() => this.#db.exec(statement));
    if (statement === 'COMMIT') this.#watch.written();
  }

  #run<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
    const statement = this.#prepare(sql);
    if (statement.reader) return { rows: statement.all(...parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepare(text: string): Statement {
    const known = this.#kept.get(text);
    if (known) return known;
    const statement = this.#db.prepare(text);
    if (this.#kept.size >= KEPT_STATEMENTS) this.#kept.clear();
    this.#kept.set(text, statement);
    return statement;
  }
}
