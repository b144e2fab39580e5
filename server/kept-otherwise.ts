import type { Context, Env } from 'hono';

/** How a route keeps a reply under an Idempotency-Key that must not lie in the database as it was given. */
export interface KeptOtherwise<AppEnv extends Env> {
  /** Stands for the digest of the request: nobody who has the database alone can try requests against it. */
  mark(digest: string): string;
  /** What is kept instead of the body of the reply. */
  keep(body: string): string;
  /** The body of the reply again. */
  again(c: Context<AppEnv>, kept: string): Promise<object>;
}
