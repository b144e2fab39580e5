import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CONNECTION_LIMITS, limitConnections } from '../../server/connection-limits.ts';

let server: Server | null = null;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = null;
});

async function start(limits: Partial<typeof CONNECTION_LIMITS>, proxies: string[] = []): Promise<number> {
  server = createServer((request, response) => {
    request.resume().on('end', () => response.end('done'));
    request.on('error', () => {});
  });
  limitConnections(server, proxies, { ...CONNECTION_LIMITS, ...limits });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Opens a connection, sends a part, and gives what comes back until the other side ends it. */
function send(port: number, text: string): { socket: Socket; reply: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  const reply = new Promise<string>((resolve) => {
    socket.on('data', (data) => {
      heard += data.toString();
      if (heard.endsWith('done')) resolve(heard);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
  });
  socket.write(text);
  return { socket, reply };
}

const HEAD = 'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n';

describe('limitConnections', () => {
  it('ends a request whose body trickles in', async () => {
    const port = await start({ bodyMs: 60 });
    expect(await send(port, `${HEAD}{"a`).reply).toContain('408 Request Timeout');
  });

  it('gives outlines of areas longer, and files as long as they keep coming', async () => {
    const port = await start({ bodyMs: 40, longBodyMs: 120 });
    for (const path of ['/api/areas', '/api/imports/inspect?name=x']) {
      const { socket, reply } = send(port, HEAD.replace('/api/session', path));
      setTimeout(() => socket.write('x'.repeat(100)), 80);
      expect(await reply, path).toContain('200 OK');
    }
  });

  it('leaves whole bodies alone, and requests without one', async () => {
    const port = await start({ bodyMs: 30 });
    expect(await send(port, HEAD + 'x'.repeat(100)).reply).toContain('200 OK');
    expect(await send(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n').reply).toContain('200 OK');
  });

  it('gives one address so many connections, and takes back what is closed', async () => {
    const port = await start({ connectionsPerAddress: 2 });
    const held = [send(port, HEAD), send(port, HEAD)];
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await send(port, HEAD + 'x'.repeat(100)).reply).toBe('');
    held[0]?.socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await send(port, HEAD + 'x'.repeat(100)).reply).toContain('200 OK');
  });

  it('does not count a proxy, which brings everybody', async () => {
    const port = await start({ connectionsPerAddress: 1 }, ['127.0.0.1']);
    send(port, HEAD);
    expect(await send(port, HEAD + 'x'.repeat(100)).reply).toContain('200 OK');
  });

  it('has room for a meeting behind one address, and ends headers that do not come', () => {
    expect(CONNECTION_LIMITS.connectionsPerAddress).toBeGreaterThanOrEqual(60 * 6);
    expect(CONNECTION_LIMITS.headersMs).toBeLessThanOrEqual(30_000);
  });
});
