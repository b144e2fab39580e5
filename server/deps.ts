import type { Auth, SignedIn } from './auth/auth.ts';
import type { Config } from './config.ts';
import type { ImportService } from './imports/import-service.ts';
import type { JobRunner } from './jobs/job-runner.ts';
import type { LiveEvents } from './live-events.ts';
import type { Store, Viewer } from './store/ports.ts';

/** Everything the app needs from outside; main.ts makes the real ones, tests their own. */
export interface AppDeps {
  store: Store;
  clock: Clock;
  auth: Auth;
  jobs: JobRunner;
  imports: ImportService;
  live: LiveEvents;
  config: Config;
  log: Log;
}

export interface Clock {
  now(): Date;
}

/** The part of pino that is used. Never pass input, places or names of people. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the middleware has put on the request before a route sees it. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** Set on every route behind a session. */
    session: SignedIn;
    viewer: Viewer;
  };
}
