import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SIGN_IN = /https?:\/\/\S+\/sign-in#[\w-]+/;
const START_MS = 60_000;

/** The built server on a free port with an empty data folder of its own. */
export class Workbench {
  readonly url: string;
  readonly dataFolder: string;
  readonly #port: number;
  #server: ChildProcess | null = null;
  #output = '';

  private constructor(port: number, dataFolder: string) {
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.dataFolder = dataFolder;
  }

  static async start(): Promise<Workbench> {
    const workbench = new Workbench(await freePort(), await mkdtemp(join(tmpdir(), 'common-ground-')));
    await workbench.restart();
    return workbench;
  }

  /** Everything the server has printed since it was last started. */
  get output(): string {
    return this.#output;
  }

  /** The one-time link the server printed. */
  get signInLink(): string {
    const link = SIGN_IN.exec(this.#output)?.[0];
    if (!link) throw new Error(`The server printed no sign-in link:\n${this.#output}`);
    return link;
  }

  /** Starts it again over the same data folder, with further settings. */
  async restart(settings: Record<string, string> = {}): Promise<void> {
    this.#output = '';
    const server = spawn(process.execPath, ['dist/server/main.js'], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        CG_DATA: this.dataFolder,
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#server = server;
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    await this.#answers(server);
  }

  /** Loads a file by the command line, beside the running server; answers with how many rows were stored. */
  async load(file: { name: string; bytes: Buffer }, dataset: string, map: object = {}): Promise<number> {
    const folder = await mkdtemp(join(tmpdir(), 'common-ground-file-'));
    try {
      const [path, mapPath] = [join(folder, file.name), join(folder, 'map.json')];
      await writeFile(path, file.bytes);
      await writeFile(mapPath, JSON.stringify(map));
      const words = ['import', path, '--dataset', dataset, '--map', mapPath, '--json'];
      const { stdout } = await promisify(execFile)(process.execPath, ['dist/server/main.js', ...words], {
        cwd: root,
        env: { ...process.env, CG_DATA: this.dataFolder },
      });
      return Number(JSON.parse(stdout).stored);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Ends it the hard way, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it and takes its data away. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.dataFolder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  }

  async #answers(server: ChildProcess): Promise<void> {
    const giveUp = Date.now() + START_MS;
    while (Date.now() < giveUp) {
      if (server.exitCode !== null) throw new Error(`The server ended at once:\n${this.#output}`);
      const answer = await fetch(`${this.url}/api/health`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The server did not answer within ${START_MS / 1000} s:\n${this.#output}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
