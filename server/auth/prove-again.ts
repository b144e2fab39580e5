import type { Clock } from '../clock.ts';
import { AppError, Unusable } from '../errors.ts';
import type { SessionStore } from '../store/sessions.ts';
import type { Passkeys, UsedPasskey } from './passkeys.ts';
import type { SignedIn } from './signed-in.ts';

/** Whoever is signed in shows once more who it is, before what opens doors to others is changed. */
export interface ProveAgain {
  /** Throws unless the passphrase is right. */
  byPassphrase(person: SignedIn, passphrase: string): Promise<void>;
  /** What the browser is told to sign. */
  askPasskey(person: SignedIn, origin: string): Promise<Awaited<ReturnType<Passkeys['ask']>>>;
  byPasskey(person: SignedIn, used: UsedPasskey, origin: string): Promise<void>;
}

export interface ProveAgainParts {
  clock: Clock;
  sessions: Pick<SessionStore, 'proven'>;
  passkeys: Passkeys;
  /** Throws unless it is right; a guess counts. */
  checkPassphrase(userId: string, passphrase: string): Promise<void>;
  /** Does the work as one guess. */
  asGuess(userId: string, work: () => Promise<void>): Promise<void>;
}

const MINUTES = 10;
const MOST_WAITING = 1000;

export function createProveAgain(parts: ProveAgainParts): ProveAgain {
  const { clock, sessions, passkeys } = parts;
  /** By session; each is good once. */
  const asked = new Map<string, { challenge: string; at: number }>();
  const proven = ({ sessionId }: SignedIn) => sessions.proven(sessionId, clock.now().toISOString());

  function takeChallenge(sessionId: string): string {
    const waiting = asked.get(sessionId);
    asked.delete(sessionId);
    if (!waiting || Math.abs(clock.now().getTime() - waiting.at) > MINUTES * 60_000)
      throw new Unusable('not_begun', 'That took too long: begin again with the passkey.');
    return waiting.challenge;
  }

  return {
    async byPassphrase(person, passphrase) {
      await parts.checkPassphrase(person.user.id, passphrase);
      await proven(person);
    },
    async askPasskey({ user, sessionId }, origin) {
      const options = await passkeys.ask(user.id, origin);
      if (asked.size >= MOST_WAITING) asked.clear();
      asked.set(sessionId, { challenge: options.challenge, at: clock.now().getTime() });
      return options;
    },
    async byPasskey(person, used, origin) {
      const challenge = takeChallenge(person.sessionId);
      await parts.asGuess(person.user.id, () => passkeys.prove(person.user.id, used, challenge, origin));
      await proven(person);
    },
  };
}

/** 401 says that nobody is signed in, which is not so inside. */
export function unusable(error: unknown): never {
  if (error instanceof AppError && error.status === 401) throw new Unusable(error.code, error.message);
  throw error;
}
