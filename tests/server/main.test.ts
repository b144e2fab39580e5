/** The process itself: what it prints and the code it ends with. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../server/root.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'common-ground-'));
const started = new Set<ChildProcess>();
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(dataFolder, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  output: () => string;
  code: Promise<number | null>;
}

function run(args: string[], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
    cwd: projectRoot,
    env: { ...process.env, CG_DATA: dataFolder, ...env },
  });
  started.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, output: () => text, code };
}

async function until(done: () => boolean): Promise<void> {
  const giveUp = Date.now() + 60_000;
  while (!done()) {
    if (Date.now() > giveUp) throw new Error('It took too long.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the process', () => {
  it('does not start with a setting that cannot be used', async () => {
    const { code, output } = run([], { PORT: 'http' });
    expect(await code).toBe(2);
    expect(output()).toMatch(/^PORT cannot be used: it must be a whole number/m);
    expect(output()).not.toContain('    at ');
  });

  it('says in a sentence what is wrong with its data', async () => {
    const damaged = mkdtempSync(join(tmpdir(), 'common-ground-damaged-'));
    writeFileSync(join(damaged, 'common-ground.sqlite'), 'no database at all, only text '.repeat(100));
    const { code, output } = run(['status'], { CG_DATA: damaged });
    expect(await code).toBe(1);
    expect(output()).toMatch(/common-ground\.sqlite is not a database or is damaged\. Move it away/);
    expect(output()).not.toContain('    at ');
    rmSync(damaged, { recursive: true });
  });

  it('shows its commands when it is given another', async () => {
    const { code, output } = run(['frobnicate']);
    expect(await code).toBe(2);
    expect(output()).toContain('cg -- status');
  });

  it('serves, says when its port is taken, gives links and status beside itself, and ends in order', async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const address = probe.address();
    const PORT = String(typeof address === 'object' && address ? address.port : 0);
    const taken = run([], { PORT });
    expect(await taken.code).toBe(1);
    expect(taken.output()).toContain(`Port ${PORT} is taken`);
    await new Promise((resolve) => probe.close(resolve));

    const server = run([], { PORT });
    await until(() => server.output().includes('/sign-in#'));
    const url = `http://127.0.0.1:${PORT}`;
    expect(server.output()).toContain(`Common Ground is ready: ${url}`);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);

    const status = run(['status', '--json']);
    const link = run(['link'], { PORT });
    expect(await Promise.all([status.code, link.code])).toEqual([0, 0]);
    expect(JSON.parse(status.output())).toMatchObject({ accounts: 0, dataFolder });
    const token = /#([\w-]+)/.exec(link.output())?.[1];
    const opened = await fetch(`${url}/api/session/link`, {
      method: 'POST',
      headers: { Origin: url, 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    expect(await opened.json()).toMatchObject({ account: 'new', user: null });

    server.child.kill('SIGTERM');
    expect(await server.code).toBe(0);
    // Neither the link nor what was typed is in the log.
    const log = server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(log.length).toBeGreaterThan(0);
    expect(log.join()).not.toContain(token);
  }, 120_000);

  it('warns in the terminal and in the log when a network can read along', async () => {
    const CG_DATA = mkdtempSync(join(tmpdir(), 'common-ground-exposed-'));
    const server = run([], { PORT: String(await freePort()), HOST: '0.0.0.0', CG_DATA });
    await until(() => server.output().includes('/sign-in#') && server.output().includes('TRUST_PROXY'));
    expect(server.output()).toContain('WARNING: everybody in this network can read along');
    expect(server.output()).toContain('served to the network without TLS');
    server.child.kill('SIGTERM');
    expect(await server.code).toBe(0);
    rmSync(CG_DATA, { recursive: true, force: true });
  }, 120_000);
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
