/**
 * Two hundred telephones on one machine: all join at once, keep a stream open and vote in the same moment, while a map is
 * opened and moved without a pause: it asks for its areas, its streets, the columns of its incidents and a count of them.
 * Moved alone it asks for less, since it has them in memory by then. Then the server is killed in the middle of a vote and
 * started again.
 * Run after a build: node --import tsx bench/phones.ts
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PHONES = 200;
const PORT = 4399;
const address = `http://127.0.0.1:${PORT}`;
const agent = new Agent({ keepAlive: true, maxSockets: 2 * PHONES });
const folder = mkdtempSync(join(tmpdir(), 'common-ground-phones-'));

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function ask(method: string, path: string, cookie: string, json?: unknown, version?: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const body = json === undefined ? undefined : JSON.stringify(json);
    const headers: Record<string, string> = { Origin: address, Cookie: cookie };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (body !== undefined) headers['Content-Length'] = String(Buffer.byteLength(body));
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    const asked = request(`${address}/api${path}`, { method, agent, headers }, (reply) => {
      let text = '';
      reply.on('data', (chunk) => {
        text += chunk;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text }));
      reply.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function start(): Promise<{ child: ChildProcess; output: string }> {
  const env = { ...process.env, PORT: String(PORT), CG_DATA: folder };
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', () =>
      reject(new Error('The server did not start: build it first with npm run build.')),
    );
    child.stdout.on('data', (chunk) => {
      output += chunk;
      // The link to the first account comes with the same words.
      if (output.includes('ready')) setTimeout(() => resolve({ child, output }), 100);
    });
  });
}

const cookiesOf = ({ headers }: Reply) =>
  (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
const at = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
const milliseconds = (times: readonly number[]) =>
  `p50 ${Math.round(at(times, 0.5))} ms, p95 ${Math.round(at(times, 0.95))} ms`;
const say = (line: string) => process.stdout.write(`${line}\n`);

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work();
  times.push(performance.now() - from);
  return result;
}

let server = await start();
const token = /sign-in#(\S+)/.exec(server.output)?.[1];
const passphrase = 'seven green lamps by the river';
const host = cookiesOf(await ask('POST', '/session/account', '', { token, name: 'Bench', passphrase }));

async function made(path: string, json?: unknown, version?: number) {
  const reply = await ask('POST', path, host, json, version);
  if (reply.status >= 300) throw new Error(`${path}: ${reply.body}`);
  return JSON.parse(reply.body) as { id: string; version: number; code: string; result: unknown };
}

async function openBallot(meetingId: string) {
  const options = ['lamps', 'stops'].map((id) => ({ id, text: id }));
  const ballot = await made(`/meetings/${meetingId}/ballots`, { kind: 'dots', question: 'First?', options });
  return made(`/ballots/${ballot.id}/open`, undefined, ballot.version);
}

const areas = JSON.parse((await ask('GET', '/areas?limit=1', host)).body) as { items: { id: number }[] };
const committee = await made('/committees', { name: 'Bench', areaId: areas.items[0]?.id, languages: ['en'] });
const planned = await made('/meetings', { committeeId: committee.id, startsAt: new Date().toISOString() });
const meeting = await made(`/meetings/${planned.id}/start`, undefined, planned.version);
const { code } = await made(`/meetings/${meeting.id}/door`, { groups: [] });

let isMoving = true;
const moves: number[] = [];
const datasets = JSON.parse((await ask('GET', '/datasets', host)).body) as {
  items: { id: number; kind: string }[];
};
const columns = datasets.items
  .filter(({ kind }) => kind === 'incidents')
  .map(({ id }) => `/datasets/${id}/columns`);
const moving = (async () => {
  while (isMoving)
    await timed(moves, async () => {
      for (const path of ['/areas', '/streets', ...columns]) await ask('GET', path, host);
      await ask('POST', '/incidents/count', host, { filter: {} });
    });
})();

const joins: number[] = [];
const joinedFrom = performance.now();
const phones = await Promise.all(
  Array.from({ length: PHONES }, () =>
    timed(joins, async () => cookiesOf(await ask('POST', '/guest/session', '', { code, language: 'en' }))),
  ),
);
say(
  `${PHONES} telephones joined in ${((performance.now() - joinedFrom) / 1000).toFixed(1)} s: ${milliseconds(joins)}`,
);
await Promise.all(
  phones.map(
    (Cookie) =>
      new Promise<void>((resolve) => {
        const stream = get(`${address}/api/guest/events`, { headers: { Cookie }, agent: false }, (reply) => {
          reply.resume();
          reply.on('error', () => undefined);
          resolve();
        });
        // They end when the server is killed.
        stream.on('error', () => undefined);
      }),
  ),
);

const vote = (ballotId: string, phone: string, i: number) =>
  ask('PUT', `/guest/ballots/${ballotId}/vote`, phone, {
    sentAs: `sending-of-telephone-${i}`,
    marks: { lamps: 1 },
  });
/** As a telephone does: a connection that was closed meanwhile is no reason to give up. */
const voteSurely = (ballotId: string, phone: string, i: number) =>
  vote(ballotId, phone, i).catch(() => vote(ballotId, phone, i));

const first = await openBallot(meeting.id);
const votes: number[] = [];
await Promise.all(phones.map((phone, i) => timed(votes, () => voteSurely(first.id, phone, i))));
isMoving = false;
await moving;
say(`voted in the same moment: ${milliseconds(votes)}; a map opened meanwhile: ${milliseconds(moves)}`);

const second = await openBallot(meeting.id);
const again = (async () => {
  await pause(150);
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.kill('SIGKILL');
  await ended;
  server = await start();
})();
let failed = 0;
await Promise.all(
  phones.map(async (phone, i) => {
    await pause(2 * i);
    for (;;) {
      const reply = await vote(second.id, phone, i).catch(() => null);
      if (reply?.status === 200) return;
      failed++;
      await pause(300);
    }
  }),
);
await again;
const { result } = await made(`/ballots/${second.id}/close`, {}, second.version);
say(`killed in the middle of a vote: ${failed} tries failed; counted ${JSON.stringify(result)}`);
server.child.removeAllListeners('exit');
server.child.kill();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
