/** Points in a table with an index, as people keep them; the query alone is timed. */
import { spawnSync } from 'node:child_process';
import type { Answer, Given } from '../contest.ts';

export function postgisVersion(): string | null {
  const run = psql('select postgis_lib_version();\n');
  return run.error || run.status !== 0 ? null : run.stdout.trim();
}

/** @param ask a query over `points` (id, at, x, y) and `areas` (id, shape) that gives id and value; `:name` is a number given. */
export function askPostgis(
  ask: string,
  { columns, numbers, areas = [] }: Given,
  runs: number,
): { seconds: number[]; answer: Answer } {
  const { x, y } = columns;
  const rows = Array.from(x, (value, i) => `${i}\t${value}\t${y[i]}`).join('\n');
  const query = Object.entries(numbers).reduce(
    (text, [name, value]) => text.replaceAll(`:${name}`, String(value)),
    ask,
  );
  const timed = `drop table if exists answer;
select clock_timestamp() as started \\gset
create temp table answer as ${query};
select 'seconds ' || extract(epoch from clock_timestamp() - :'started'::timestamptz);
`;
  const run = psql(`set client_min_messages = warning; set work_mem = '256MB';
create temp table points (id int, x float8, y float8);
copy points from stdin;
${rows}
\\.
alter table points add at geometry;
update points set at = st_makepoint(x, y);
create index on points using gist (at);
vacuum analyze points;
create temp table areas (id int, shape geometry);
copy areas from stdin;
${areas.map((ring, id) => `${id}\tPOLYGON((${ring.map((corner) => corner.join(' ')).join(',')}))\n`).join('')}\\.
create index on areas using gist (shape);
vacuum analyze areas;
${timed.repeat(runs)}
copy (select id, value from answer order by id) to stdout;
`);
  if (run.status !== 0) throw new Error(run.stderr.trim());
  const lines = run.stdout.trim().split('\n');
  const seconds = lines.filter((line) => line.startsWith('seconds ')).map((line) => Number(line.slice(8)));
  const pairs = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'));
  const value = new Float64Array(numbers.answers ?? x.length);
  for (const [id, text] of pairs) value[Number(id)] = text === '\\N' ? -1 : Number(text);
  return { seconds, answer: { value } };
}

function psql(input: string) {
  return spawnSync('psql', ['-XqAt', '-v', 'ON_ERROR_STOP=1'], { encoding: 'utf8', input, maxBuffer: 1e9 });
}
