import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { plainAddress } from './middleware/peer.ts';
import { LONG_BODY, STREAMED_BODY } from './middleware/request-body.ts';

/** What one client may hold of the server, in connections and in time. */
export interface ConnectionLimits {
  connections: number;
  /** A household or a meeting behind one address; each browser opens up to six. */
  connectionsPerAddress: number;
  headersMs: number;
  /** From the first byte to the end of the body; files are watched by whoever reads them. */
  requestMs: number;
  bodyMs: number;
  /** For bodies that hold outlines of areas, which may be large. */
  longBodyMs: number;
  silenceMs: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  connections: 5000,
  connectionsPerAddress: 600,
  headersMs: 20_000,
  // A large file over a slow line takes longer than the five minutes Node allows a request.
  requestMs: 6 * 60 * 60 * 1000,
  bodyMs: 60_000,
  longBodyMs: 15 * 60_000,
  // Event streams say something every 20 seconds; whoever says nothing for so long is gone.
  silenceMs: 10 * 60_000,
};

/** Cuts off whoever takes more connections or more time than anybody needs. Proxies bring everybody and are not counted. */
export function limitConnections(
  server: Server,
  proxies: readonly string[],
  limits: ConnectionLimits = CONNECTION_LIMITS,
): void {
  server.maxConnections = limits.connections;
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.setTimeout(limits.silenceMs);
  const open = new Map<string, number>();
  const count = (socket: Socket) => {
    const address = plainAddress(socket.remoteAddress ?? 'unknown');
    if (proxies.includes(address)) return;
    const before = open.get(address) ?? 0;
    if (before >= limits.connectionsPerAddress) return void socket.destroy();
    open.set(address, before + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  };
  server.on('connection', count);
  server.prependListener('request', (request: IncomingMessage) => limitBody(request, limits));
}

const LATE = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** A body that trickles in byte by byte would hold its connection for hours. */
function limitBody(request: IncomingMessage, { bodyMs, longBodyMs }: ConnectionLimits): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  const path = (request.url ?? '').split('?')[0] ?? '';
  if ((encoding === undefined && (length === undefined || length === '0')) || STREAMED_BODY.test(path))
    return;
  const timer = setTimeout(
    () => {
      if (request.complete) return;
      request.socket.end(LATE);
      request.destroy();
    },
    LONG_BODY.test(path) ? longBodyMs : bodyMs,
  );
  timer.unref();
  request.once('close', () => clearTimeout(timer));
}
