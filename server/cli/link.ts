import { parseArgs } from 'node:util';
import type { Auth } from '../auth/auth.ts';
import { nameKeyOf } from '../domain/person-name.ts';
import type { Outcome } from './outcome.ts';

export const LINK_USAGE = `Usage: npm run -s cg -- link [NAME] [--new]
  Makes a one-time sign-in link, valid for 24 hours.
  NAME    whose account it signs in to; not needed when there is only one account
  --new   for a new account`;

export async function link(args: readonly string[], auth: Auth, address: string): Promise<Outcome> {
  const wish = readWish(args);
  if (!wish) return { code: 2, text: LINK_USAGE };
  const accounts = await auth.accounts();
  const whose = wish.forNew || accounts.length === 0 ? null : chooseAccount(accounts, wish.name);
  if (typeof whose === 'string') return { code: 2, text: `${whose}\n\n${LINK_USAGE}` };
  const token = await auth.makeLink(whose?.id ?? null);
  const what = whose ? `signs in as ${whose.name}` : 'makes a new account';
  return { code: 0, text: `${address}/sign-in#${token}\n(${what}; works once, within 24 hours)` };
}

function readWish(args: readonly string[]): { name: string | undefined; forNew: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { new: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (positionals.length > 0 && values.new) return null;
    return { name: positionals.length > 0 ? positionals.join(' ') : undefined, forNew: values.new ?? false };
  } catch {
    return null;
  }
}

/** The account, or a sentence that says why there is none. */
function chooseAccount(
  accounts: readonly { id: string; name: string }[],
  name: string | undefined,
): { id: string; name: string } | string {
  const [only, ...others] = accounts;
  if (name === undefined && only && others.length === 0) return only;
  if (name === undefined) return `There are ${accounts.length} accounts: say whose link it is.`;
  return (
    accounts.find((account) => nameKeyOf(account.name) === nameKeyOf(name)) ??
    'There is no account of this name.'
  );
}
