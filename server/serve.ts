import { createServer } from 'node:net';
import { join } from 'node:path';
import { serve as listen, type ServerType } from '@hono/node-server';
import { createApp } from './app.ts';
import { followChangesElsewhere } from './changes-elsewhere.ts';
import { clientFiles } from './client-files.ts';
import { addressOf, type Config } from './config.ts';
import type { AppDeps, Log } from './deps.ts';
import { CannotStart } from './errors.ts';
import { projectRoot } from './root.ts';

/** A large file over a slow line takes longer than the five minutes Node allows a request. */
const LONGEST_REQUEST_MS = 6 * 60 * 60 * 1000;
/** Event streams say something every 20 seconds; whoever says nothing for so long is gone. */
const LONGEST_SILENCE_MS = 10 * 60 * 1000;

/** Long enough for replies under way; open event streams would otherwise hold the end up for ever. */
const GRACE_MS = 1500;

export interface Serving {
  address: string;
  stop(): Promise<void>;
}

/** Listens, or says why it cannot. */
export async function serveApp(
  deps: AppDeps,
  clientFolder = join(projectRoot, 'dist', 'client'),
): Promise<Serving> {
  const app = createApp(deps);
  app.route('/', clientFiles(clientFolder));
  const server = await startListening(app.fetch, deps.config);
  const stopFollowing = followChangesElsewhere(deps);
  return {
    address: addressOf(deps.config),
    stop: async () => {
      stopFollowing();
      await stopListening(server);
      await Promise.allSettled([deps.jobs.close(), deps.imports.close()]);
      await deps.auditQueue.flush();
      await deps.store.close();
    },
  };
}

/** Before anything in the data folder is touched, which may belong to a server that runs already. */
export function checkAddressFree({ host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

type Fetch = Parameters<typeof listen>[0]['fetch'];

function startListening(fetch: Fetch, { host, port }: Config): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const serverOptions = { requestTimeout: LONGEST_REQUEST_MS };
    const server = listen({ fetch, hostname: host, port, serverOptions }, () => resolve(server));
    server.setTimeout(LONGEST_SILENCE_MS);
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, host, port)));
  });
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new CannotStart(
      `Port ${port} is taken: is Common Ground running already? Choose another with PORT=${port + 1} npm start`,
    );
  if (error.code === 'EACCES')
    return new CannotStart(
      `Port ${port} may not be used by this account. Choose one above 1023: PORT=4310 npm start`,
    );
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new CannotStart(
      `HOST=${host} is not an address of this machine. Leave HOST away to serve only this machine.`,
    );
  return error;
}

function stopListening(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const cut = () => 'closeAllConnections' in server && server.closeAllConnections();
    const timer = setTimeout(cut, GRACE_MS);
    timer.unref();
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

/** Stops once on the first signal; a second one ends the process at once. */
export function stopOnSignal(serving: Serving, log: Log): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    serving.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
