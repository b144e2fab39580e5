import { createHash, randomBytes } from 'node:crypto';
import { createGuessLimit, type Lane } from './auth/guess-limit.ts';
import type { Clock } from './clock.ts';
import { codeOf, readCode } from './domain/meeting/join-code.ts';
import { AppError, Unusable } from './errors.ts';
import type { MeetingDoor, MeetingGuest, Store } from './store/ports.ts';

/** A telephone at a meeting: what it may do follows from the meeting, and ends with it. */
export interface Guest extends MeetingGuest {
  isOver: boolean;
}

/** Wrong codes before the first wait. Typing errors of a full room behind one address are fewer. */
const FREE_WRONG_CODES = 60;
/** The same wrong code from everywhere: one of an earlier meeting, perhaps. */
const FREE_SAME_CODE = 300;
/**
 * Up to here a right code opens, however many wrong ones came from the same address: a whole room lies behind the address of
 * one Wi-Fi, and nobody in it is to keep the others out. One in 47 million codes is right, so that so many tries find it once
 * in nearly five thousand floods.
 */
const MOST_WRONG_CODES = 10_000;

/** Lets telephones in by a code, and knows them again by a token of which only the digest is kept. */
export function createGuests({ store, clock }: { store: Pick<Store, 'meetingDoors'>; clock: Clock }) {
  const wrongCodes = createGuessLimit(clock);
  const floods = createGuessLimit(clock);
  const now = () => clock.now().toISOString();

  /**
   * Only wrong codes count, so that two hundred telephones behind one address come in at once, and whoever tries them out
   * waits alone.
   */
  async function doorOf(typed: string, address: string): Promise<MeetingDoor> {
    const code = readCode(typed);
    const lanes: Lane[] = [
      { key: `address ${address}`, free: FREE_WRONG_CODES, shared: true },
      { key: `code ${code ?? ''}`, free: FREE_SAME_CODE, shared: true },
    ];
    const flood: Lane[] = [{ key: `address ${address}`, free: MOST_WRONG_CODES, shared: true }];
    floods.check(flood);
    const door = code === null ? null : await store.meetingDoors.withCode(code);
    if (door !== null) return door;
    floods.failed(flood);
    wrongCodes.check(lanes);
    wrongCodes.failed(lanes);
    const detail = 'No meeting has this code now. Look at the screen again: the code ends with the meeting.';
    throw new Unusable('wrong_code', detail, [{ pointer: '/code', detail }]);
  }

  return {
    newCode(): string {
      for (;;) {
        const code = codeOf(randomBytes(32));
        if (code !== null) return code;
      }
    },
    async join(
      typed: string,
      language: string,
      address: string,
    ): Promise<{ guest: MeetingGuest; token: string }> {
      const { meetingId } = await doorOf(typed, address);
      const token = randomBytes(32).toString('base64url');
      const guest = await store.meetingDoors.letIn(
        { meetingId, language, group: null },
        digestOf(token),
        now(),
      );
      return { guest, token };
    },
    /** The meeting a code opens, without going in: for a telephone that is in already. */
    meetingOf: async (typed: string, address: string): Promise<string> =>
      (await doorOf(typed, address)).meetingId,
    async find(token: string | undefined): Promise<Guest | null> {
      if (token === undefined || !/^[\w-]{43}$/.test(token)) return null;
      const guest = await store.meetingDoors.guest(digestOf(token));
      return guest && { ...guest, isOver: guest.endedAt !== null };
    },
  };
}

export type Guests = ReturnType<typeof createGuests>;

const digestOf = (token: string) => createHash('sha256').update(token).digest('base64url');

export function notJoined(): AppError {
  return new AppError(401, 'not_joined', 'Join the meeting first, with the code on its screen.');
}

export function meetingOver(): AppError {
  return new AppError(401, 'meeting_over', 'This meeting is over, or you have left it.');
}
