/**
 * What the second core would give: the permutations of one question split over two workers against all in one, with the
 * other core idle, and with a server on it that is asked without a pause. The workbench shares them out when a run is alone.
 */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { alike } from './agreement.ts';
import { ANSWERS, type Share, STOP } from './half-worker.ts';
import { median, OURS, type Row } from './measure.ts';

const RUNS = 3;
const FILE = fileURLToPath(new URL('./half-worker.ts', import.meta.url));
const EXEC = ['--import', 'tsx'];

type Question = Pick<Share, 'question' | 'size' | 'permutations'> & { readonly task: string };

/** Those of the budgets. */
const QUESTIONS: readonly Question[] = [
  { task: 'near repeat', question: 'knox', size: 10_000, permutations: 999 },
  { task: 'near repeat', question: 'knox', size: 50_000, permutations: 99 },
  { task: 'scan', question: 'scan', size: 500, permutations: 999 },
  { task: 'scan', question: 'scan', size: 2000, permutations: 999 },
];

export async function twoWorkersRows(wanted: (task: string) => boolean): Promise<Row[]> {
  const chosen = QUESTIONS.map((one) => ({ ...one, task: nameOf(one) })).filter(({ task }) => wanted(task));
  if (chosen.length === 0) return [];
  const pool = new Piscina<Share, number[]>({
    filename: FILE,
    name: 'countShare',
    execArgv: EXEC,
    minThreads: 2,
    maxThreads: 2,
  });
  const rows: Row[] = [];
  for (const question of chosen) {
    process.stderr.write(`${question.size} ${question.task}\n`);
    rows.push(...(await rowsOf(pool, question)));
  }
  await pool.destroy();
  return rows;
}

function nameOf({ task, permutations }: Question): string {
  return `two workers: ${task}, ${permutations} permutations`;
}

async function rowsOf(pool: Piscina<Share, number[]>, question: Question): Promise<Row[]> {
  const { task, size, permutations } = question;
  await warm(pool, question);
  const one = await asked(pool, question, 1);
  const two = await asked(pool, question, 2);
  const server = busyServer();
  const alone = await server.speed(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  const beside = (workers: 1 | 2) => async () => (await asked(pool, question, workers)).seconds;
  const crowded = [await server.speed(beside(1)), await server.speed(beside(2))];
  await server.close();
  const faster = (a: number, b: number) => `${(a / b).toFixed(2)} times as fast as one`;
  const left = ({ rate }: { rate: number }) => `the server at ${Math.round((100 * rate) / alone.rate)} %`;
  const { words, holds } = alike('p', permutations)({ p: one.p }, { p: two.p });
  const [oneBusy, twoBusy] = crowded.map(({ given }) => given);
  const more = (two.processor / one.processor).toFixed(2);
  const row = { task, size };
  return [
    { ...row, who: OURS, seconds: one.seconds, note: 'all in one worker, the other core idle' },
    {
      ...row,
      who: 'two workers',
      seconds: two.seconds,
      agrees: holds,
      note: `${faster(one.seconds, two.seconds)}, ${more} times its processor time; ${words}`,
    },
    { ...row, who: 'one, beside a busy server', seconds: oneBusy, note: left(crowded[0]) },
    {
      ...row,
      who: 'two, beside a busy server',
      seconds: twoBusy,
      note: `${faster(oneBusy, twoBusy)}; ${left(crowded[1])}`,
    },
  ];
}

/** Both threads, with their input. */
async function warm(pool: Piscina<Share, number[]>, { question, size, permutations }: Question) {
  const share = { question, size, permutations: Math.ceil(permutations / 10), seed: 1 };
  for (let i = 0; i < 2; i++) await Promise.all([pool.run(share), pool.run(share)]);
}

/** Median seconds, the processor time of all threads, and the chances that all permutations together give. */
async function asked(
  pool: Piscina<Share, number[]>,
  { question, size, permutations }: Question,
  workers: 1 | 2,
) {
  const first = Math.ceil(permutations / workers);
  const parts = workers === 1 ? [permutations] : [first, permutations - first];
  const seconds: number[] = [];
  const busy: number[] = [];
  let reached: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    const used = process.cpuUsage();
    const counts = await Promise.all(
      parts.map((some, k) => pool.run({ question, size, permutations: some, seed: k + 1 })),
    );
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(used);
    busy.push((user + system) / 1e6);
    reached = counts[0].map((_, band) => counts.reduce((sum, count) => sum + count[band], 0));
  }
  return {
    seconds: median(seconds),
    processor: median(busy),
    p: reached.map((count) => (count + 1) / (permutations + 1)),
  };
}

function busyServer() {
  const control = new Int32Array(new SharedArrayBuffer(8));
  const pool = new Piscina<Int32Array, void>({
    filename: FILE,
    name: 'serve',
    execArgv: EXEC,
    maxThreads: 1,
  });
  const served = pool.run(control);
  const started = (async () => {
    while (Atomics.load(control, ANSWERS) < 1000) await new Promise((resolve) => setTimeout(resolve, 5));
  })();
  return {
    /** Answers a second while something else is done. */
    async speed<Given>(work: () => Promise<Given>) {
      await started;
      const [before, start] = [Atomics.load(control, ANSWERS), performance.now()];
      const given = await work();
      const answers = Atomics.load(control, ANSWERS) - before;
      return { given, rate: (1000 * answers) / (performance.now() - start) };
    },
    async close() {
      Atomics.store(control, STOP, 1);
      await served;
      await pool.destroy();
    },
  };
}
