import { sql } from 'kysely';
import { type AccountDb, accountBackend } from './account-tables.ts';
import type { Backend } from './backend.ts';
import { record } from './change.ts';
import type { Act } from './ports.ts';

/** One browser in which somebody is signed in. */
export interface SessionLine {
  id: string;
  startedAt: string;
  /** To within some minutes. */
  lastSeenAt: string;
  /** Kind of browser and system, as in 'firefox/windows'. */
  browser: string;
}

export interface SessionStanding {
  lastSeenAt: string;
  /** Whether the person has something to prove themselves by beside the passphrase. */
  secondFactor: boolean;
  /** When the person last proved who they are in it. */
  provenAt: string;
}

export interface SessionStore {
  /** Asked on every request, so that a session that is ended is ended at once. Null when it is. */
  standing(id: string, at: string): Promise<SessionStanding | null>;
  seen(id: string, at: string): Promise<void>;
  /** The person has proved again who they are. */
  proven(id: string, at: string): Promise<void>;
  /** The one seen last comes first. */
  of(userId: string, at: string): Promise<SessionLine[]>;
  /** False when this person has no such session. */
  end(userId: string, id: string, act: Act): Promise<boolean>;
  /** Ends all of a person but `except`; gives how many. */
  endAll(userId: string, except: string | null, act: Act): Promise<number>;
  /** Takes away what has run out, and what a clock that ran ahead would let last for ever. */
  tidy(now: Date): Promise<void>;
}

const DAY_MS = 24 * 3_600_000;

export function createSessionStore(backend: Pick<Backend, 'db' | 'write'>): SessionStore {
  const { db, write } = accountBackend(backend);
  return {
    async standing(id, at) {
      const row = await db
        .selectFrom('session')
        .select(['created_at', 'last_seen_at', 'proven_at', hasSecondFactor])
        .where('id', '=', id)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      if (!row) return null;
      const { created_at: begun, last_seen_at: seen, proven_at: proven, factor } = row;
      return { lastSeenAt: seen ?? begun, secondFactor: factor === 1, provenAt: proven ?? begun };
    },
    seen: (id, at) =>
      write(async (tx) => {
        await tx.updateTable('session').set({ last_seen_at: at }).where('id', '=', id).execute();
      }),
    proven: (id, at) =>
      write(async (tx) => {
        await tx.updateTable('session').set({ proven_at: at }).where('id', '=', id).execute();
      }),
    async of(userId, at) {
      const rows = await db
        .selectFrom('session')
        .select(['id', 'created_at', 'last_seen_at', 'user_agent'])
        .where('user_id', '=', userId)
        .where('expires_at', '>', at)
        .execute();
      return rows
        .map((row) => ({
          id: row.id,
          startedAt: row.created_at,
          lastSeenAt: row.last_seen_at ?? row.created_at,
          browser: row.user_agent ?? '',
        }))
        .sort((a, b) => (a.lastSeenAt < b.lastSeenAt ? 1 : -1));
    },
    end: (userId, id, act) =>
      write(async (db, tx) => {
        const { numDeletedRows } = await db
          .deleteFrom('session')
          .where('id', '=', id)
          .where('user_id', '=', userId)
          .executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        await record(tx, { action: 'delete', objectKind: 'session', objectId: userId }, act);
        return true;
      }),
    endAll: (userId, except, act) =>
      write(async (db, tx) => {
        const ended = await endSessions(db, userId, except);
        const change = { sessions: [ended, 0] as [unknown, unknown] };
        if (ended > 0)
          await record(tx, { action: 'delete', objectKind: 'session', objectId: userId, change }, act);
        return ended;
      }),
    tidy: (now) =>
      write(async (tx) => {
        const tomorrow = new Date(now.getTime() + DAY_MS).toISOString();
        await tx
          .deleteFrom('session')
          .where((each) =>
            each.or([each('expires_at', '<=', now.toISOString()), each('created_at', '>', tomorrow)]),
          )
          .execute();
      }),
  };
}

/** In a transaction of the caller, who writes it into the history. */
export async function endSessions(db: AccountDb, userId: string, except: string | null): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .$if(except !== null, (query) => query.where('id', '!=', except ?? ''))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

const hasSecondFactor = sql<number>`(
  EXISTS (SELECT 1 FROM totp WHERE totp.user_id = session.user_id AND confirmed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM passkey WHERE passkey.user_id = session.user_id))`.as('factor');
