import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { Unusable } from '../errors.ts';
import type { AccountStore, Invitation, SignInLink } from '../store/accounts.ts';

/** One-time links: whoever holds one is let in once. */
export interface Links {
  /** Makes a fresh one-time link, for an account or (null) for a new one; gives its token. */
  makeLink(forUserId: string | null): Promise<string>;
  /** A link by which its person chooses a new passphrase; it takes the second factor off. */
  makeResetLink(userId: string): Promise<string>;
  /** Makes the one-time link of an invitation; gives its token, which is kept nowhere. */
  invite(wish: InvitationWish): Promise<{ token: string; invitation: OpenInvitation }>;
  openInvitations(): Promise<OpenInvitation[]>;
  /** From now on the link of the invitation opens nothing. False when it was not open. */
  withdraw(invitation: string): Promise<boolean>;
}

export type InvitationWish = Omit<Invitation, 'id'> & { days: number };
export type OpenInvitation = Invitation & { expiresAt: string };

const LINK_HOURS = 24;
const DAY_MS = 24 * 3_600_000;

export function createLinks(accounts: AccountStore, clock: Clock) {
  const now = () => clock.now().toISOString();
  const later = (ms: number) => new Date(clock.now().getTime() + ms).toISOString();

  async function make(wish: Pick<SignInLink, 'userId' | 'isReset' | 'invitation'>, hours: number) {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = later(hours * 3_600_000);
    await accounts.addLink({ tokenHash: hashOf(token), expiresAt, ...wish }, now());
    return { token, expiresAt };
  }

  const links: Links = {
    async makeLink(userId) {
      return (await make({ userId, isReset: false, invitation: null }, LINK_HOURS)).token;
    },
    async makeResetLink(userId) {
      return (await make({ userId, isReset: true, invitation: null }, LINK_HOURS)).token;
    },
    async invite({ days, ...wish }) {
      const invitation = { id: randomUUID(), ...wish };
      const { token, expiresAt } = await make({ userId: null, isReset: false, invitation }, days * 24);
      return { token, invitation: { ...invitation, expiresAt } };
    },
    openInvitations: () => accounts.openInvitations(now()),
    withdraw: (invitation) => accounts.withdraw(invitation, now()),
  };

  /** The link of a token, if it still opens something. A clock set back may give it one more day, no more. */
  async function usable(token: string): Promise<SignInLink> {
    const link = await accounts.findLink(hashOf(token));
    if (!link || link.usedAt !== null) throw usedUp();
    if (link.expiresAt <= now() || link.createdAt > later(DAY_MS))
      throw new Unusable('link_expired', `This link has expired. ${FRESH_LINK}`);
    return link;
  }

  return { ...links, usable };
}

const FRESH_LINK = 'Make a fresh one with: npm run -s cg -- link';

export function usedUp(): Unusable {
  return new Unusable('link_used', `This link is not known or was used already. ${FRESH_LINK}`);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
