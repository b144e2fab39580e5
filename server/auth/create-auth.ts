import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Clock } from '../clock.ts';
import type { ProviderSettings } from '../config.ts';
import { faultOfPassphrase } from '../domain/passphrase.ts';
import type { Role } from '../domain/permissions.ts';
import { faultOfName, nameKeyOf, tidyName } from '../domain/person-name.ts';
import { AppError, type FieldError, Unusable } from '../errors.ts';
import { createFieldSeal } from '../field-key.ts';
import type { AccountStore, AccountToOpen, NewAccount } from '../store/accounts.ts';
import type { IdentityStore } from '../store/identities.ts';
import type { PersonalDataStore } from '../store/personal-data.ts';
import type { FactorStore } from '../store/second-factors.ts';
import type { SessionStore } from '../store/sessions.ts';
import type { Auth } from './auth.ts';
import { createGuessLimit, type Lane } from './guess-limit.ts';
import { createKnownDevices } from './known-device.ts';
import { createLibrary } from './library.ts';
import { createLinks, usedUp } from './links.ts';
import { createOidc, type Identity } from './oidc.ts';
import { createOpenSessions } from './open-sessions.ts';
import { createPasskeys } from './passkeys.ts';
import { createPendingSignIns } from './pending-sign-ins.ts';
import { createProveAgain, unusable } from './prove-again.ts';
import { isProven, proveAgainFirst } from './proven-lately.ts';
import { createProviderSignIn } from './provider-sign-in.ts';
import { createSecondFactor } from './second-factor.ts';
import { keyFrom } from './secret.ts';
import type { Entered, SignInReply, Visitor } from './signed-in.ts';
import { createTurns } from './turns.ts';

export interface AuthParts {
  store: {
    accounts: AccountStore;
    sessions: SessionStore;
    factors: FactorStore;
    identities: IdentityStore;
    personalData: PersonalDataStore;
  };
  clock: Clock;
  /** Signs cookies. */
  secret: string;
  /** Seals what lies in the database and must not be read there. */
  fieldKey: string;
  /** The date on the calendar of the workspace. */
  today: () => Promise<string>;
  workspaceName: () => Promise<string>;
  /** The sign-in of an organisation; null: passphrases alone. */
  provider: ProviderSettings | null;
}

/** Tries before the first wait: of one person from one place, of one place altogether, and of a browser that is known. */
const FREE = { person: 5, address: 60, known: 10 };
/** Whoever can run the command line on this machine can do everything on it. */
const ROLES_OF_COMMAND_LINE: readonly Role[] = ['admin', 'analyst'];

export function createAuth(parts: AuthParts): Auth {
  const { clock, secret } = parts;
  const { accounts, sessions, factors, identities } = parts.store;
  const library = createLibrary(accounts.database, secret, clock);
  const pending = createPendingSignIns(clock);
  const devices = createKnownDevices(keyFrom(secret, 'known devices'));
  const limit = createGuessLimit(clock);
  const turns = createTurns(Math.max(1, availableParallelism() - 1), 30);
  const secondFactor = createSecondFactor(factors, createFieldSeal(parts.fieldKey, 'totp'), clock);
  const passkeys = createPasskeys(factors, clock);
  const now = () => clock.now().toISOString();

  /** Does the work if it is no guess too many, and takes the try back unless the work says it was a wrong one. */
  async function tried<T>(lanes: readonly Lane[], work: () => Promise<T>): Promise<T> {
    limit.begin(lanes);
    try {
      const done = await work();
      limit.succeeded(lanes);
      return done;
    } catch (error) {
      if (!(error instanceof AppError && error.status === 401)) limit.takeBack(lanes);
      throw error;
    }
  }

  /** The hash of nobody's passphrase: an unknown name takes as long as a known one. */
  let nobody: Promise<string> | null = null;
  async function isRight(account: AccountToOpen | null, passphrase: string, known: boolean) {
    const { password } = await library.$context;
    nobody ??= password.hash(randomBytes(32).toString('base64url'));
    const hash = account?.passwordHash ?? (await nobody);
    const isSet = typeof account?.passwordHash === 'string';
    const same = await turns.take(known, () => password.verify({ hash, password: passphrase }));
    return same && isSet;
  }

  const hashOf = async (passphrase: string) => {
    const { password } = await library.$context;
    return turns.take(true, () => password.hash(passphrase));
  };

  async function enter(userId: string, nameKey: string, visitor: Visitor): Promise<Entered> {
    await sessions.tidy(clock.now());
    const body = { userId, browser: visitor.browser };
    const { response, headers } = await library.api.enter({ body, returnHeaders: true });
    if (!response) throw notKnown();
    const device = devices.remember(visitor.cookies, nameKey);
    const { id, name } = response;
    return { entered: true, user: { id, name }, cookies: [...headers.getSetCookie(), device] };
  }

  /** After the first proof: in, or half way when there is a second one to give. */
  async function proved(account: AccountToOpen, visitor: Visitor): Promise<SignInReply> {
    const held = await secondFactor.held(account.id);
    if (held.totpSince === null && held.passkeys === 0) return enter(account.id, account.nameKey, visitor);
    const { id: userId, passwordHash } = account;
    const takes = {
      code: held.totpSince !== null,
      passkey: held.passkeys > 0,
      recoveryCode: held.recoveryCodes > 0,
    };
    return { entered: false, takes, cookies: [pending.open({ userId, passwordHash, challenge: null })] };
  }

  /** Of what is asked again inside: a guess through somebody's open session is a guess as well. */
  const insideLane = (userId: string): Lane => ({
    key: `inside ${userId}`,
    free: FREE.person,
    shared: false,
  });

  async function rightPassphrase(userId: string, passphrase: string): Promise<AccountToOpen> {
    const account = await accounts.find(userId);
    return tried([insideLane(userId)], async () => {
      if (!(await isRight(account, passphrase, true)) || !account)
        throw new AppError(401, 'wrong_passphrase', 'The passphrase is wrong.');
      return account;
    }).catch(unusable);
  }

  const proveAgain = createProveAgain({
    clock,
    sessions,
    passkeys,
    checkPassphrase: async (userId, passphrase) => void (await rightPassphrase(userId, passphrase)),
    asGuess: (userId, work) => tried([insideLane(userId)], work).catch(unusable),
  });

  async function checkNewPassphrase(passphrase: string, name: string): Promise<FieldError[]> {
    const detail = faultOfPassphrase(passphrase, name, await parts.workspaceName());
    return detail === null ? [] : [{ pointer: '/passphrase', detail }];
  }

  /** The second step of whoever did the first in this browser. */
  async function firstStepOf(visitor: Visitor) {
    const first = pending.find(visitor.cookies);
    const account = first && (await accounts.find(first.userId));
    if (!account || account.passwordHash !== first.passwordHash) throw beginAgain();
    return { first, account };
  }

  async function secondStep(
    visitor: Visitor,
    work: (userId: string, challenge: string | null) => Promise<void>,
  ): Promise<Entered> {
    const { first, account } = await firstStepOf(visitor);
    // Signed once, a challenge is worth nothing more.
    const { challenge } = first;
    first.challenge = null;
    const device = devices.markOf(visitor.cookies, account.nameKey);
    const key = `second ${device ?? account.id}`;
    await tried([{ key, free: FREE.person, shared: false }], () => work(account.id, challenge));
    const entered = await enter(account.id, account.nameKey, visitor);
    return { ...entered, cookies: [...entered.cookies, pending.close(visitor.cookies)] };
  }

  const { usable, ...links } = createLinks(accounts, clock);

  /** Throws unless this link makes an account, and this name can be its name. */
  async function checkJoining(token: string, name: string, faults: readonly FieldError[] = []) {
    const link = await usable(token);
    if (link.userId !== null) throw new Unusable('link_not_for_new', LINK_OF_ACCOUNT);
    const fault = faultOfName(name);
    refuse([...(fault === null ? [] : [{ pointer: '/name', detail: fault }]), ...faults]);
    return link;
  }

  /** Makes the account of a link, with what its person will sign in by. */
  async function join(
    token: string,
    name: string,
    by: Pick<NewAccount, 'passwordHash' | 'identity'>,
    visitor: Visitor,
  ): Promise<Entered> {
    const { tokenHash, invitation } = await checkJoining(token, name);
    const from = await parts.today();
    const to = invitation?.termTo ?? null;
    if (to !== null && to < from) throw new Unusable('invitation_over', INVITATION_OVER);
    const account = {
      id: randomUUID(),
      name: tidyName(name),
      nameKey: nameKeyOf(name),
      ...by,
      roles: invitation?.roles ?? ROLES_OF_COMMAND_LINE,
      areaId: invitation?.areaId ?? null,
      term: { from, to },
      invitation: invitation?.id ?? null,
    };
    if (!(await accounts.createWithLink(tokenHash, account, now()))) throw usedUp();
    return enter(account.id, account.nameKey, visitor);
  }

  async function enterBy(identity: Identity, visitor: Visitor): Promise<SignInReply> {
    const userId = await identities.userOf(identity);
    const account = userId === null ? null : await accounts.find(userId);
    if (!account) throw new AppError(401, 'not_linked', NOT_LINKED);
    return proved(account, visitor);
  }

  const provider =
    parts.provider &&
    createProviderSignIn({
      name: parts.provider.name,
      issuer: parts.provider.issuer,
      oidc: createOidc(parts.provider, clock),
      clock,
      accounts,
      identities,
      enterBy,
      checkJoining: async (token, name) => void (await checkJoining(token, name)),
      join: (token, name, identity, visitor) => join(token, name, { passwordHash: null, identity }, visitor),
    });

  return {
    secondFactor,
    passkeys,
    proveAgain,
    personalData: parts.store.personalData,
    provider,
    ...links,
    ...createOpenSessions(library, sessions, clock),
    async signIn(name, passphrase, visitor) {
      const nameKey = nameKeyOf(name);
      const device = devices.markOf(visitor.cookies, nameKey);
      return tried(lanesOf(nameKey, device, visitor), async () => {
        const account = await accounts.findByName(nameKey);
        if (!(await isRight(account, passphrase, device !== null)) || !account) throw notKnown();
        return proved(account, visitor);
      });
    },
    prove: (proof, visitor) => secondStep(visitor, (userId) => secondFactor.prove(userId, proof)),
    async askPasskey(visitor, origin) {
      const { first, account } = await firstStepOf(visitor);
      const options = await passkeys.ask(account.id, origin);
      first.challenge = options.challenge;
      return options;
    },
    provePasskey: (used, visitor, origin) =>
      secondStep(visitor, (userId, challenge) => {
        if (challenge === null) throw beginAgain();
        return passkeys.prove(userId, used, challenge, origin);
      }),
    async proveInside(userId, passphrase, proof) {
      await rightPassphrase(userId, passphrase);
      if (proof === null) return;
      await tried([insideLane(userId)], () => secondFactor.prove(userId, proof)).catch(unusable);
    },
    async changePassphrase({ user, sessionId, provenAt }, current, fresh) {
      const before = await accounts.find(user.id);
      if (before?.passwordHash === null && !isProven(provenAt, clock.now())) throw proveAgainFirst();
      const account = before?.passwordHash === null ? before : await rightPassphrase(user.id, current);
      refuse(await checkNewPassphrase(fresh, account.name));
      await accounts.setPassphrase(user.id, await hashOf(fresh), sessionId, { actor: user.id, at: now() });
    },
    async openLink(token, visitor) {
      const { userId, tokenHash, isReset } = await usable(token);
      if (userId === null) return { account: 'new' };
      const account = await accounts.find(userId);
      if (!account) throw usedUp();
      if (isReset) return { account: 'reset', name: account.name };
      if (!(await accounts.spendLink(tokenHash, now()))) throw usedUp();
      return { account: 'existing', ...(await proved(account, visitor)) };
    },
    async createAccount(token, name, passphrase, visitor) {
      await checkJoining(token, name, await checkNewPassphrase(passphrase, name));
      return join(token, name, { passwordHash: await hashOf(passphrase), identity: null }, visitor);
    },
    async resetPassphrase(token, passphrase, visitor) {
      const link = await usable(token);
      const account = link.isReset && link.userId !== null ? await accounts.find(link.userId) : null;
      if (!account) throw new Unusable('link_not_for_reset', LINK_NOT_FOR_RESET);
      refuse(await checkNewPassphrase(passphrase, account.name));
      const hash = await hashOf(passphrase);
      if (!(await accounts.resetWithLink(link.tokenHash, account.id, hash, now()))) throw usedUp();
      return enter(account.id, account.nameKey, visitor);
    },
    accounts: () => accounts.list(),
  };
}

/** One person's tries from one place, and all of that place; a browser that is known counts by itself. */
function lanesOf(nameKey: string, device: string | null, { address }: Visitor): Lane[] {
  if (device !== null) return [{ key: `device ${device}`, free: FREE.known, shared: false }];
  // What is typed as a name by mistake may be a passphrase.
  const name = createHash('sha256').update(nameKey).digest('base64url');
  return [
    { key: `person ${address} ${name}`, free: FREE.person, shared: false },
    { key: `address ${address}`, free: FREE.address, shared: true },
  ];
}

const LINK_OF_ACCOUNT = 'This link belongs to an account that exists: open it again to use it.';
const LINK_NOT_FOR_RESET = 'This link is not made for a new passphrase: open it again to use it.';
const INVITATION_OVER =
  'The time this invitation was made for is over. Ask whoever invited you for another one.';

const NOT_LINKED =
  'Nobody here has linked this sign-in yet. Sign in with your passphrase and link it in the settings, or open your invitation and join with it.';

const notKnown = () => new AppError(401, 'wrong_name_or_passphrase', 'The name or the passphrase is wrong.');
const beginAgain = () =>
  new AppError(401, 'begin_again', 'That took too long: begin again with your name and passphrase.');

function refuse(faults: readonly FieldError[]): void {
  const [first] = faults;
  if (first) throw new Unusable('account_refused', first.detail, faults);
}
