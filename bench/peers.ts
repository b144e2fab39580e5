/** Peers are optional: what is installed is asked, and the rest is named as not found. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer, Given, Peer, Tool } from './contest.ts';
import { failed, median, type Row } from './measure.ts';
import { askPostgis, postgisVersion } from './peers/postgis.ts';

/** A Python may have one library and lack another, so each is looked for in each. */
const PYTHONS = [process.env.PYTHON ?? 'python3', '/usr/bin/python3'];
const R_PACKAGES = [
  'spdep',
  'spatstat.explore',
  'dbscan',
  'surveillance',
  'sfhotspot',
  'NearRepeat',
  'smerc',
  'sf',
  'spc',
];

export interface Found {
  /** What starts each tool; absent without it. */
  readonly commands: ReadonlyMap<Tool, string>;
  readonly packages: ReadonlySet<string>;
  /** One line a peer. */
  readonly lines: readonly string[];
}

export function findPeers(): Found {
  const commands = new Map<Tool, string>();
  const lines: string[] = [];
  const learn = (tool: Tool, name: string, modules: string) => {
    const python = PYTHONS.find((one) => asked(one, ['-c', `import ${modules}`]) !== null);
    if (python !== undefined) commands.set(tool, python);
    const print = `import ${modules}; print(*[f"{m.__name__} {m.__version__}" for m in (${modules},)])`;
    lines.push(python === undefined ? `${name}: not found` : (asked(python, ['-c', print]) ?? name));
  };
  learn('python', 'numpy, scipy', 'numpy, scipy');
  learn('sklearn', 'scikit-learn', 'sklearn');
  const packages = packagesOfR();
  if (packages !== null) commands.set('r', 'Rscript');
  for (const name of R_PACKAGES) lines.push(`R ${name}: ${packages?.get(name) ?? 'not found'}`);
  const postgis = postgisVersion();
  if (postgis !== null) commands.set('postgis', 'psql');
  lines.push(`PostGIS: ${postgis ?? 'not found (set PGHOST, PGUSER, PGDATABASE to a database with it)'}`);
  return { commands, packages: new Set(packages?.keys()), lines };
}

function packagesOfR(): Map<string, string> | null {
  const list = R_PACKAGES.map((name) => `"${name}"`).join(',');
  const code = `for (p in c(${list})) if (requireNamespace(p, quietly = TRUE)) cat(p, format(packageVersion(p)), "\\n")`;
  const text = asked('Rscript', ['-e', code]);
  if (text === null) return null;
  return new Map(
    text.split('\n').flatMap((line) => {
      const [name, version] = line.trim().split(' ');
      return version === undefined ? [] : [[name, version]];
    }),
  );
}

function asked(command: string, args: string[]): string | null {
  const run = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } });
  return run.error || run.status !== 0 ? null : run.stdout.trim();
}

/** Asks one peer; the row says how long it took and how its answer agrees, or why there is none. */
export function askPeer(
  peer: Peer,
  { task, size, given, answer }: { task: string; size: number; given: Given; answer: Answer },
  found: Found,
  folder: string,
): Row {
  const row = { task, size, who: peer.who };
  const command = found.commands.get(peer.tool);
  const lacks = peer.needs !== undefined && !found.packages.has(peer.needs);
  if (command === undefined || lacks) return { ...row, seconds: 'not found' };
  if (peer.most !== undefined && size > peer.most)
    return { ...row, seconds: `not asked above ${peer.most.toLocaleString('en')}` };
  try {
    const runs = peer.runs ?? 3;
    const theirs =
      peer.tool === 'postgis'
        ? askPostgis(peer.ask, given, runs)
        : askScript(command, peer, given, runs, join(folder, 'peer'));
    const { words, holds } = peer.agree(answer, theirs.answer);
    return { ...row, seconds: median(theirs.seconds), note: words, agrees: holds };
  } catch (error) {
    return { ...row, ...failed(error) };
  }
}

/** Milliseconds a peer may take for all its runs. */
const PATIENCE = 300_000;

const SCRIPTS = {
  python: './peers/by_python.py',
  sklearn: './peers/by_sklearn.py',
  r: './peers/by-r.r',
} as const;

function askScript(
  command: string,
  { tool, ask }: Peer,
  { columns, numbers, areas = [] }: Given,
  runs: number,
  folder: string,
): { seconds: number[]; answer: Answer } {
  if (tool === 'postgis') throw new Error('PostGIS has no script');
  mkdirSync(folder, { recursive: true });
  for (const [name, column] of Object.entries({ ...columns, ...cornersOf(areas) }))
    writeFileSync(
      join(folder, `${name}.f64`),
      Buffer.from(column.buffer, column.byteOffset, column.byteLength),
    );
  const lines = Object.entries({ ...numbers, areas: areas.length, runs }).map(
    ([name, value]) => `${name} ${value}`,
  );
  writeFileSync(join(folder, 'numbers.txt'), `${lines.join('\n')}\n`);
  const script = fileURLToPath(new URL(SCRIPTS[tool], import.meta.url));
  const run = spawnSync(command, [script, ask, folder], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    timeout: PATIENCE,
    env: { ...process.env, TZ: 'UTC' },
  });
  if (run.signal !== null) throw new Error(`given up after ${PATIENCE / 1000} s`);
  if (run.status !== 0) throw new Error(run.stderr.trim());
  const [seconds, ...names] = run.stdout.trim().split('\n').slice(-1)[0].split(' ');
  const answer = Object.fromEntries(
    names.map((name) => {
      const bytes = readFileSync(join(folder, `answer-${name}.f64`));
      return [name, new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))];
    }),
  );
  return { seconds: seconds.split(',').map(Number), answer };
}

/** The corners of all areas one after the other, and the number of the area each belongs to. */
function cornersOf(areas: NonNullable<Given['areas']>): Given['columns'] {
  const corners = areas.flatMap((ring, area) => ring.map(([x, y]) => [x, y, area]));
  const [cornerX, cornerY, cornerOf] = [0, 1, 2].map((k) =>
    Float64Array.from(corners, (corner) => corner[k]),
  );
  return { cornerX, cornerY, cornerOf };
}
