import type { Context, Next } from 'hono';
import type { AuditQueue } from './audit-queue.ts';
import type { Auth } from './auth/auth.ts';
import type { SignedIn } from './auth/signed-in.ts';
import type { Clock } from './clock.ts';
import type { ConcernKeys } from './concern-keys.ts';
import type { Config } from './config.ts';
import type { HeldRole } from './domain/held-roles.ts';
import type { Action } from './domain/permissions.ts';
import type { Guest } from './guests.ts';
import type { ImportService } from './imports/import-service.ts';
import type { JobRunner } from './jobs/job-runner.ts';
import type { KeptOtherwise } from './kept-otherwise.ts';
import type { LiveEvents } from './live-events.ts';
import type { Log } from './log.ts';
import type { Store, Viewer } from './store/ports.ts';

export type { Clock } from './clock.ts';
export type { Log } from './log.ts';

/** Everything the app needs from outside; main.ts makes the real ones, tests their own. */
export interface AppDeps {
  store: Store;
  clock: Clock;
  auth: Auth;
  jobs: JobRunner;
  imports: ImportService;
  live: LiveEvents;
  auditQueue: AuditQueue;
  concernKeys: ConcernKeys;
  config: Config;
  log: Log;
}

/** How a request travelled: encrypted all the way to the client's browser, in the clear, or over no network at all. */
export type Way = 'https' | 'in the clear' | 'on this machine';

/** What the middleware has put on the request before a route sees it. */
export interface AppEnv {
  Variables: {
    requestId: string;
    way: Way;
    /** Set on every route behind a session. */
    session: SignedIn;
    viewer: Viewer;
    /** Set on every route for telephones at a meeting, and on no other. */
    guest: Guest | undefined;
    /** The roles this person holds today, each everywhere or in an area. */
    roles: HeldRole[];
    /** What they allow in some place at least. */
    may: ReadonlySet<Action>;
    /** The workspace asks this person for a second factor and there is none: no role holds until there is. */
    secondFactorMissing: boolean;
    /** Whether the person has proved within ten minutes who they are. */
    provenLately: boolean;
    /** Does the rest of the route, or gives the reply kept under the Idempotency-Key of an earlier request. */
    once: (
      c: Context<AppEnv>,
      next: Next,
      otherwise?: KeptOtherwise<AppEnv>,
    ) => Promise<Response | undefined>;
  };
}
