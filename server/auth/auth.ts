import type { PersonalDataStore } from '../store/personal-data.ts';
import type { Act } from '../store/ports.ts';
import type { SessionLine } from '../store/sessions.ts';
import type { Links } from './links.ts';
import type { Passkeys, UsedPasskey } from './passkeys.ts';
import type { ProveAgain } from './prove-again.ts';
import type { ProviderSignIn } from './provider-sign-in.ts';
import type { SecondFactor, TypedProof } from './second-factor.ts';
import type { Entered, SignedIn, SignInReply, Visitor } from './signed-in.ts';

export interface Auth extends Links {
  /** The signed-in person behind the request headers, with cookies that renew the session if due. */
  session(headers: Headers): Promise<{ signedIn: SignedIn; cookies: string[] } | null>;
  /** Name and passphrase; the same refusal for an unknown name and a wrong passphrase. */
  signIn(name: string, passphrase: string, visitor: Visitor): Promise<SignInReply>;
  /** The second step: the browser is known by the cookie of the first. */
  prove(proof: TypedProof, visitor: Visitor): Promise<Entered>;
  /** What the browser is told to sign for the second step. `origin`: the address of the page. */
  askPasskey(visitor: Visitor, origin: string): Promise<Awaited<ReturnType<Passkeys['ask']>>>;
  /** The second step with a passkey. */
  provePasskey(used: UsedPasskey, visitor: Visitor, origin: string): Promise<Entered>;
  /** Ends the session of these headers; gives the cookies that clear it. */
  signOut(headers: Headers): Promise<string[]>;
  /** Throws unless passphrase and proof (if one is asked for) are right: asked again before what opens doors is changed. */
  proveInside(userId: string, passphrase: string, proof: TypedProof | null): Promise<void>;
  /** Ends all other sessions of the person. Whoever has no passphrase yet gives none, and must have signed in just now. */
  changePassphrase(person: SignedIn, current: string, fresh: string): Promise<void>;
  readonly secondFactor: SecondFactor;
  readonly passkeys: Passkeys;
  readonly proveAgain: ProveAgain;
  /** What is held about somebody with an account, and its end. */
  readonly personalData: PersonalDataStore;
  /** Null: no provider is set. */
  readonly provider: ProviderSignIn | null;
  sessionsOf(userId: string): Promise<SessionLine[]>;
  /** False when this person has no such session. */
  endSession(userId: string, sessionId: string, act: Act): Promise<boolean>;
  /** Ends all of a person but `except`; gives how many. */
  endSessions(userId: string, except: string | null, act: Act): Promise<number>;
  /** Looks at a link without using it up, unless it is for an account that exists: that signs in. */
  openLink(token: string, visitor: Visitor): Promise<OpenedLink>;
  /** Makes the account the link stands for, signs in, and uses the link up. */
  createAccount(token: string, name: string, passphrase: string, visitor: Visitor): Promise<Entered>;
  /** Sets the passphrase by a link made for it, and signs in. */
  resetPassphrase(token: string, passphrase: string, visitor: Visitor): Promise<Entered>;
  accounts(): Promise<{ id: string; name: string }[]>;
}

export type OpenedLink =
  | { account: 'new' }
  | { account: 'reset'; name: string }
  | ({ account: 'existing' } & SignInReply);
