import { parseArgs } from 'node:util';
import type { Auth } from '../auth/auth.ts';
import type { Clock } from '../clock.ts';
import { rolesOn } from '../domain/held-roles.ts';
import { nameKeyOf } from '../domain/person-name.ts';
import type { Act, Store } from '../store/ports.ts';
import { today } from '../today.ts';
import type { Outcome } from './outcome.ts';

export const USER_USAGE = `Usage: npm run -s cg -- user list [--json]
       npm run -s cg -- user reset NAME
       npm run -s cg -- user sign-out NAME
  list      who has an account, with roles, second factor and sessions
  reset     makes a one-time link, valid for 24 hours, by which the person chooses a new passphrase;
            using it takes the second factor off and ends every session
  sign-out  ends every session of the person, at once`;

export interface UserParts {
  auth: Auth;
  store: Pick<Store, 'memberships' | 'settings'>;
  clock: Clock;
  /** Where the workbench is reached. */
  address: string;
}

export async function user(args: readonly string[], parts: UserParts): Promise<Outcome> {
  const wish = readWish(args);
  if (wish?.what === 'list') return list(parts, wish.json);
  if (!wish) return { code: 2, text: USER_USAGE };
  const accounts = await parts.auth.accounts();
  const whose = accounts.find(({ name }) => nameKeyOf(name) === nameKeyOf(wish.name));
  if (!whose) return { code: 1, text: 'There is no account of this name: see npm run -s cg -- user list' };
  return wish.what === 'reset' ? reset(parts, whose) : signOut(parts, whose);
}

type Wish = { what: 'list'; json: boolean } | { what: 'reset' | 'sign-out'; name: string };

function readWish(args: readonly string[]): Wish | null {
  try {
    const options = { json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [what, ...words] = positionals;
    if (what === 'list' && words.length === 0) return { what, json: values.json ?? false };
    if ((what !== 'reset' && what !== 'sign-out') || words.length === 0 || values.json) return null;
    return { what, name: words.join(' ') };
  } catch {
    return null;
  }
}

async function list({ auth, store, clock }: UserParts, json: boolean): Promise<Outcome> {
  const day = await today(store, clock);
  const people = await Promise.all(
    (await auth.accounts()).map(async ({ id, name }) => {
      const [held, factors, sessions] = await Promise.all([
        store.memberships.of(id),
        auth.secondFactor.held(id),
        auth.sessionsOf(id),
      ]);
      const secondFactor = factors.totpSince !== null || factors.passkeys > 0;
      const lastSeenAt = sessions[0]?.lastSeenAt ?? null;
      const placeOf = (area: number | null) => held.find((each) => each.area?.id === area)?.area?.name;
      const roles = rolesOn(day, held).map(({ role, area }) =>
        area === null ? role : `${role} in ${placeOf(area)}`,
      );
      return { id, name, roles, secondFactor, sessions: sessions.length, lastSeenAt };
    }),
  );
  if (json) return { code: 0, text: JSON.stringify(people) };
  if (people.length === 0) return { code: 0, text: 'Nobody has an account yet.' };
  const lines = people.map(({ name, roles, secondFactor, sessions, lastSeenAt }) =>
    [
      name,
      roles.join(', ') || 'no role',
      secondFactor ? 'second factor' : 'passphrase alone',
      sessions === 0 ? 'not signed in' : `signed in ${sessions}×, last seen ${lastSeenAt?.slice(0, 16)}Z`,
    ].join(' · '),
  );
  return { code: 0, text: lines.join('\n') };
}

interface Account {
  id: string;
  name: string;
}

/** Nobody is signed in at the command line; that it was done there is in the history. */
const actOf = (clock: Clock): Act => ({ actor: null, at: clock.now().toISOString() });

async function reset({ auth, address }: UserParts, { id, name }: Account): Promise<Outcome> {
  const token = await auth.makeResetLink(id);
  return {
    code: 0,
    text: `${address}/sign-in#${token}\n(${name} chooses a new passphrase by it; works once, within 24 hours. Until it is used nothing changes.)`,
  };
}

async function signOut({ auth, clock }: UserParts, { id, name }: Account): Promise<Outcome> {
  const ended = await auth.endSessions(id, null, actOf(clock));
  const what = ended === 0 ? 'was signed in nowhere' : `was signed in ${ended}× and is not any more`;
  return { code: 0, text: `${name} ${what}.` };
}
