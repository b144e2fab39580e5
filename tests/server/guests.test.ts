import { describe, expect, it } from 'vitest';
import { createGuests } from '../../server/guests.ts';
import { createMeetingApp } from '../fixtures/meeting-app.ts';
import { createTestClock } from '../fixtures/test-app.ts';

const RIGHT = 'CDFHJK';
const ROOM = '192.168.8.20';

/** The doors of a meeting whose code is known, and who was let in. */
function doors() {
  const clock = createTestClock();
  const door = { meetingId: 'm', code: RIGHT, groups: [], openedAt: '' };
  const guest = { id: 'g', language: 'en', group: null, joinedAt: '', endedAt: null };
  const meetingDoors = {
    withCode: async (code: string) => (code === RIGHT ? door : null),
    letIn: async () => ({ ...guest, meetingId: 'm' }),
  };
  return { clock, meetingDoors };
}

describe('a code that is tried out', () => {
  it('is the end of a flood only: then not even the right one tells that it is right', async () => {
    const app = await createMeetingApp();
    const { clock, meetingDoors } = doors();
    const guests = createGuests({
      store: { meetingDoors: { ...app.store.meetingDoors, ...meetingDoors } },
      clock,
    });
    const tryOut = async (times: number) => {
      const codes: string[] = [];
      for (let i = 0; i < times; i++) {
        const typed = `TWX${String(i % 1000)
          .padStart(3, '0')
          .replace(/[01258]/g, 'Y')}`;
        await guests.join(typed, 'en', ROOM).catch(({ code }) => codes.push(code));
      }
      return codes;
    };
    const first = await tryOut(9_999);
    expect(first.slice(0, 60).every((code) => code === 'wrong_code')).toBe(true);
    expect(first.slice(60).every((code) => code === 'too_many_tries')).toBe(true);
    expect((await guests.join(RIGHT, 'en', ROOM)).guest.meetingId).toBe('m');
    await tryOut(2);
    await expect(guests.join(RIGHT, 'en', ROOM)).rejects.toMatchObject({ code: 'too_many_tries' });
    expect((await guests.join(RIGHT, 'en', '192.168.8.21')).guest.meetingId).toBe('m');
    clock.advance(61 * 60_000);
    expect((await guests.join(RIGHT, 'en', ROOM)).guest.meetingId).toBe('m');
    await app.close();
  });
});
