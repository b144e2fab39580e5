import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { faultOfPassphrase } from '../domain/passphrase.ts';
import type { Role } from '../domain/permissions.ts';
import { faultOfName, nameKeyOf, tidyName } from '../domain/person-name.ts';
import { AppError, Unusable } from '../errors.ts';
import type { AccountStore, Invitation, SignInLink } from '../store/accounts.ts';
import { createLibrary } from './library.ts';
import { createSessionCache } from './session-cache.ts';
import type { SignedIn } from './signed-in.ts';

/** What a sign-in gives back: who it is, and the cookies to set. */
export interface SignInReply {
  user: SignedIn['user'];
  cookies: string[];
}

export interface Auth {
  /** The signed-in person behind the request headers, with cookies that renew the session if due. */
  session(headers: Headers): Promise<{ signedIn: SignedIn; cookies: string[] } | null>;
  /** Name and passphrase; the same refusal for an unknown name and a wrong passphrase. */
  signIn(name: string, passphrase: string): Promise<SignInReply>;
  /** Ends the session of these headers; gives the cookies that clear it. */
  signOut(headers: Headers): Promise<string[]>;
  /** Makes a fresh one-time link, for an account or (null) for a new one; gives its token. */
  makeLink(forUserId: string | null): Promise<string>;
  /** Looks at a link without using it up, unless it is for an account that exists: that signs in. */
  openLink(token: string): Promise<{ account: 'new' } | ({ account: 'existing' } & SignInReply)>;
  /** Makes the account the link stands for, signs in, and uses the link up. */
  createAccount(token: string, name: string, passphrase: string): Promise<SignInReply>;
  /** Makes the one-time link of an invitation; gives its token, which is kept nowhere. */
  invite(wish: InvitationWish): Promise<{ token: string; invitation: OpenInvitation }>;
  openInvitations(): Promise<OpenInvitation[]>;
  /** From now on the link of the invitation opens nothing. False when it was not open. */
  withdraw(invitation: string): Promise<boolean>;
  accounts(): Promise<{ id: string; name: string }[]>;
}

export type InvitationWish = Omit<Invitation, 'id'> & { days: number };
export type OpenInvitation = Invitation & { expiresAt: string };

const LINK_HOURS = 24;
/** Whoever can run the command line on this machine can do everything on it. */
const ROLES_OF_COMMAND_LINE: readonly Role[] = ['admin', 'analyst'];

export interface AuthParts {
  accounts: AccountStore;
  clock: Clock;
  secret: string;
  /** The date on the calendar of the workspace. */
  today: () => Promise<string>;
}

export function createAuth(parts: AuthParts): Auth {
  const { accounts, clock, today } = parts;
  const library = createLibrary(accounts.database, parts.secret);
  const cache = createSessionCache(clock);
  const now = () => clock.now().toISOString();
  const inHours = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();

  async function usableLink(token: string): Promise<SignInLink> {
    const link = await accounts.findLink(hashOf(token));
    if (!link || link.usedAt !== null) throw usedUp();
    if (link.expiresAt <= now()) throw new Unusable('link_expired', `This link has expired. ${FRESH_LINK}`);
    return link;
  }

  async function signIn(name: string, passphrase: string): Promise<SignInReply> {
    const reply = await library.api
      .signInUsername({ body: { username: tidyName(name), password: passphrase }, returnHeaders: true })
      .catch(refuseSignIn);
    const { id, name: asWritten } = reply.response.user;
    return { user: { id, name: asWritten }, cookies: reply.headers.getSetCookie() };
  }

  return {
    signIn,
    async session(headers) {
      const known = cache.get(headers);
      if (known) return { signedIn: known, cookies: [] };
      const { response, headers: out } = await library.api.getSession({ headers, returnHeaders: true });
      if (!response) return null;
      const { user, session } = response;
      const signedIn = { user: { id: user.id, name: user.name }, sessionId: session.id };
      cache.put(headers, signedIn);
      return { signedIn, cookies: out.getSetCookie() };
    },
    async signOut(headers) {
      cache.drop(headers);
      const { headers: out } = await library.api.signOut({ headers, returnHeaders: true });
      return out.getSetCookie();
    },
    async makeLink(userId) {
      const token = newToken();
      const expiresAt = inHours(LINK_HOURS);
      await accounts.addLink({ tokenHash: hashOf(token), userId, expiresAt, invitation: null }, now());
      return token;
    },
    async invite({ days, ...wish }) {
      const token = newToken();
      const expiresAt = inHours(days * 24);
      const invitation = { id: randomUUID(), ...wish };
      await accounts.addLink({ tokenHash: hashOf(token), userId: null, expiresAt, invitation }, now());
      return { token, invitation: { ...invitation, expiresAt } };
    },
    openInvitations: () => accounts.openInvitations(now()),
    withdraw: (invitation) => accounts.withdraw(invitation, now()),
    async openLink(token) {
      const link = await usableLink(token);
      if (link.userId === null) return { account: 'new' };
      if (!(await accounts.spendLink(link.tokenHash, now()))) throw usedUp();
      const reply = await library.api.signInById({ body: { userId: link.userId }, returnHeaders: true });
      if (!reply.response) throw usedUp();
      return { account: 'existing', user: reply.response, cookies: reply.headers.getSetCookie() };
    },
    async createAccount(token, name, passphrase) {
      const link = await usableLink(token);
      if (link.userId !== null) throw new Unusable('link_not_for_new', LINK_OF_ACCOUNT);
      checkNewAccount(name, passphrase);
      const from = await today();
      const to = link.invitation?.termTo ?? null;
      if (to !== null && to < from) throw new Unusable('invitation_over', INVITATION_OVER);
      const { password } = await library.$context;
      const account = {
        id: randomUUID(),
        name: tidyName(name),
        nameKey: nameKeyOf(name),
        passwordHash: await password.hash(passphrase),
        roles: link.invitation?.roles ?? ROLES_OF_COMMAND_LINE,
        areaId: link.invitation?.areaId ?? null,
        term: { from, to },
        invitation: link.invitation?.id ?? null,
      };
      if (!(await accounts.createWithLink(link.tokenHash, account, now()))) throw usedUp();
      return signIn(name, passphrase);
    },
    accounts: () => accounts.list(),
  };
}

const FRESH_LINK = 'Make a fresh one with: npm run -s cg -- link';
const LINK_OF_ACCOUNT = 'This link signs in to an account that exists: open it again to use it.';

const INVITATION_OVER =
  'The time this invitation was made for is over. Ask whoever invited you for another one.';

function usedUp(): Unusable {
  return new Unusable('link_used', `This link is not known or was used already. ${FRESH_LINK}`);
}

function refuseSignIn(error: unknown): never {
  if (error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500)
    throw new AppError(401, 'wrong_name_or_passphrase', 'The name or the passphrase is wrong.');
  throw error;
}

function checkNewAccount(name: string, passphrase: string): void {
  const faults = [
    { pointer: '/name', detail: faultOfName(name) },
    { pointer: '/passphrase', detail: faultOfPassphrase(passphrase, name) },
  ].flatMap(({ pointer, detail }) => (detail === null ? [] : [{ pointer, detail }]));
  const [first] = faults;
  if (first) throw new Unusable('account_refused', first.detail, faults);
}

const newToken = () => randomBytes(32).toString('base64url');

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
