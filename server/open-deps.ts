import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createAuditQueue } from './audit-queue.ts';
import type { Auth } from './auth/auth.ts';
import { createAuth } from './auth/create-auth.ts';
import { readOrMakeSecret } from './auth/secret.ts';
import type { Clock } from './clock.ts';
import { type ConcernKeys, createConcernKeys } from './concern-keys.ts';
import type { Config } from './config.ts';
import { prepareDataFolder } from './data-folder.ts';
import type { AppDeps } from './deps.ts';
import { readOrMakeFieldKey } from './field-key.ts';
import { createImportService } from './imports/create-import-service.ts';
import { createJobRunner } from './jobs/create-job-runner.ts';
import { createLiveEvents } from './live-events.ts';
import type { Log } from './log.ts';
import { type OpenStore, openStore } from './store/open-store.ts';
import { today } from './today.ts';
import { workspaceName } from './workspace-name.ts';

/** What the command line needs: the store of a data folder and the sign-in over it. */
export interface Opened {
  store: OpenStore;
  auth: Auth;
  clock: Clock;
  databaseFile: string;
  concernKeys: ConcernKeys;
}

export const systemClock: Clock = { now: () => new Date() };
export const databaseIn = ({ dataFolder }: Pick<Config, 'dataFolder'>): string =>
  join(dataFolder, 'common-ground.sqlite');

export async function openDataFolder(config: Config): Promise<Opened> {
  const { dataFolder } = config;
  const clock = systemClock;
  const databaseFile = databaseIn(config);
  prepareDataFolder(dataFolder);
  const secret = readOrMakeSecret(dataFolder);
  const store = await openStore({ file: databaseFile });
  const fieldKey = readOrMakeFieldKey(dataFolder);
  const auth = createAuth({
    store,
    clock,
    secret,
    fieldKey,
    today: () => today(store, clock),
    workspaceName: () => workspaceName(store),
    provider: config.provider,
  });
  return { store, auth, clock, databaseFile, concernKeys: createConcernKeys(fieldKey) };
}

/** All parts of a running server. */
export function createDeps(opened: Opened, config: Config, log: Log): AppDeps {
  const { store, auth, clock, databaseFile, concernKeys } = opened;
  const live = createLiveEvents(randomUUID());
  return {
    store,
    auth,
    clock,
    live,
    concernKeys,
    config,
    log,
    auditQueue: createAuditQueue({ store, clock, log }),
    jobs: createJobRunner({ store, clock, live, log }),
    imports: createImportService({ databaseFile, clock, live, log }),
  };
}
