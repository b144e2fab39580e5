import { describe, expect, it } from 'vitest';
import { demoMeetings, demoSeats, nextDemoMeeting } from '../../../data/demo/meetings.ts';
import { memberFault, newMember } from '../../../server/domain/meeting/committee.ts';

describe('the committee of the demo area', () => {
  it('has seats that fit each other', () => {
    const seats = demoSeats.map((seat) => newMember.parse({ ...seat, termFrom: '2024-09-02' }));
    for (const seat of seats)
      expect(
        memberFault(
          seat,
          seats.filter((other) => other !== seat),
        ),
      ).toBeNull();
  });

  it('met on Thursdays, and meets on the third of the month after', () => {
    const starts = [...demoMeetings, nextDemoMeeting('2026-01-05T09:00:00Z'), nextDemoMeeting('2026-12-31')];
    expect(starts.map(({ startsAt }) => new Date(startsAt).getUTCDay())).toEqual([4, 4, 4, 4]);
    expect(starts.slice(2).map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      '2026-02-19',
      '2027-01-21',
    ]);
  });
});
