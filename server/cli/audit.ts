import { parseArgs } from 'node:util';
import type { Store } from '../store/ports.ts';
import type { Outcome } from './outcome.ts';

export const AUDIT_USAGE = `Usage: npm run -s cg -- audit verify [--json]
  Follows the chain of hashes through the whole history. Exit code 1 when an entry does not fit.`;

export async function audit(
  args: readonly string[],
  { store }: { store: Pick<Store, 'audit'> },
): Promise<Outcome> {
  const json = wish(args);
  if (json === null) return { code: 2, text: AUDIT_USAGE };
  const found = await store.audit.verify();
  const code = found.brokenAt === null ? 0 : 1;
  return { code, text: json ? JSON.stringify(found) : inWords(found) };
}

function wish(args: readonly string[]): boolean | null {
  try {
    const options = { json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return positionals.length === 1 && positionals[0] === 'verify' ? (values.json ?? false) : null;
  } catch {
    return null;
  }
}

function inWords({ entries, head, brokenAt }: Awaited<ReturnType<Store['audit']['verify']>>): string {
  if (brokenAt === null)
    return `All ${entries} entries fit. Note the last hash elsewhere, to see later that none was taken off the end:\n${head}`;
  return `Entry ${brokenAt} does not fit: it or one before it was changed, taken out or put in. The ${entries} before it fit.`;
}
