import { parseArgs } from 'node:util';
import type { Auth } from '../auth/auth.ts';
import type { Dataset, Store } from '../store/ports.ts';
import type { Outcome } from './outcome.ts';

export const STATUS_USAGE = `Usage: npm run -s cg -- status [--json]
  Says what the data folder holds.`;

interface Status {
  dataFolder: string;
  accounts: number;
  datasets: Pick<Dataset, 'id' | 'name' | 'kind' | 'count' | 'version' | 'from' | 'to'>[];
  problems: number;
  imports: number;
}

export async function status(
  args: readonly string[],
  parts: { store: Store; auth: Auth; dataFolder: string },
): Promise<Outcome> {
  const json = wantsJson(args);
  if (json === null) return { code: 2, text: STATUS_USAGE };
  const found = await readStatus(parts);
  return { code: 0, text: json ? JSON.stringify(found) : inWords(found) };
}

function wantsJson(args: readonly string[]): boolean | null {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean' } } }).values.json ?? false;
  } catch {
    return null;
  }
}

async function readStatus({
  store,
  auth,
  dataFolder,
}: {
  store: Store;
  auth: Auth;
  dataFolder: string;
}): Promise<Status> {
  const [accounts, datasets, problems, imports] = await Promise.all([
    auth.accounts(),
    store.datasets.list(),
    store.problems.list(),
    store.imports.list(),
  ]);
  return {
    dataFolder,
    accounts: accounts.length,
    datasets: datasets.map(({ id, name, kind, count, version, from, to }) => ({
      id,
      name,
      kind,
      count,
      version,
      from,
      to,
    })),
    problems: problems.length,
    imports: imports.length,
  };
}

function inWords({ dataFolder, accounts, datasets, problems, imports }: Status): string {
  return [
    `Data folder: ${dataFolder}`,
    `Accounts: ${accounts}. Problem cases: ${problems}. Imports: ${imports}.`,
    ...datasets.map(({ name, kind, count }) => `${name}: ${count} ${kind}`),
  ].join('\n');
}
