import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { serve as listen, type ServerType } from '@hono/node-server';
import { createApp } from './app.ts';
import { followChangesElsewhere } from './changes-elsewhere.ts';
import { clientFiles } from './client-files.ts';
import { addressOf, type Config } from './config.ts';
import { limitConnections } from './connection-limits.ts';
import type { AppDeps, Log } from './deps.ts';
import { CannotStart } from './errors.ts';
import { projectRoot } from './root.ts';

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
export function checkAddressFree({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

type Fetch = Parameters<typeof listen>[0]['fetch'];

function startListening(fetch: Fetch, { host, port, tls, proxies }: Config): Promise<ServerType> {
  const encrypted = tls === null ? {} : { createServer: createHttpsServer, serverOptions: readTls(tls) };
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname: host, port, ...encrypted }, () => resolve(server));
    // Both are servers of HTTP/1; what the types allow beside them is never made here.
    if ('maxHeadersCount' in server) limitConnections(server, proxies);
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, host, port)));
  });
}

/** Nothing older than TLS 1.2; the suites are those of Node. */
function readTls({ certFile, keyFile }: NonNullable<Config['tls']>): ServerOptions {
  const cert = readOrSay('TLS_CERT', certFile);
  const key = readOrSay('TLS_KEY', keyFile);
  try {
    createSecureContext({ cert, key });
  } catch {
    throw new CannotStart(
      'TLS_CERT and TLS_KEY do not hold a certificate and its own key in PEM, without a passphrase.',
    );
  }
  return { cert, key, minVersion: 'TLSv1.2' };
}

function readOrSay(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CannotStart(`The file that ${setting} names cannot be read: ${file}`);
  }
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
