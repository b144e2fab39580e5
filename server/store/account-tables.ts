/** The tables of accounts, known only to the stores of accounts, so that the rest cannot come to depend on them. */
import type { Generated, Kysely } from 'kysely';
import type { Role } from '../domain/permissions.ts';
import type { Backend } from './backend.ts';
import type { DatabaseTransaction } from './tables.ts';

export interface AccountTables {
  user: {
    id: string;
    name: string;
    username: string;
    email: string;
    created_at: string;
    updated_at: string;
    erased_at: string | null;
  };
  session: {
    id: string;
    token: string;
    user_id: string;
    expires_at: string;
    user_agent: string | null;
    created_at: string;
    last_seen_at: string | null;
    proven_at: string | null;
  };
  account: {
    id: string;
    account_id: string;
    provider_id: string;
    user_id: string;
    password: string | null;
    created_at: string;
    updated_at: string;
  };
  sign_in_link: {
    token_hash: string;
    user_id: string | null;
    expires_at: string;
    used_at: string | null;
    created_at: string;
    roles: string | null;
    term_to: string | null;
    invited_by: string | null;
    invitation: string | null;
    purpose: 'reset' | null;
    area_id: number | null;
  };
  membership: {
    id: Generated<number>;
    user_id: string;
    role: Role;
    term_from: string;
    term_to: string | null;
    created_at: string;
    area_id: number | null;
  };
  totp: {
    user_id: string;
    secret: string;
    confirmed_at: string | null;
    used_steps: Generated<string>;
    created_at: string;
  };
  recovery_code: {
    user_id: string;
    code_hash: string;
    used_at: string | null;
    created_at: string;
  };
  sign_in_identity: {
    issuer: string;
    subject: string;
    user_id: string;
    created_at: string;
  };
  passkey: {
    id: string;
    user_id: string;
    name: string;
    host: string;
    public_key: string;
    counter: number;
    transports: string;
    created_at: string;
    last_used_at: string | null;
  };
}

export type AccountDb = Kysely<AccountTables>;

/** The same database, with these tables in sight. `tx` is for the history, which is written along. */
export function accountBackend(backend: Pick<Backend, 'db' | 'write'>) {
  return {
    db: backend.db as unknown as AccountDb,
    write: <T>(work: (db: AccountDb, tx: DatabaseTransaction) => Promise<T>): Promise<T> =>
      backend.write((tx) => work(tx as unknown as AccountDb, tx)),
  };
}
