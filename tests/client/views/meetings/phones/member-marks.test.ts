import { describe, expect, it } from 'vitest';
import { faultOfMarks } from '../../../../../client/views/meetings/phones/member-marks.ts';
import { type BallotKind, faultOfVote } from '../../../../../server/domain/meeting/ballot.ts';

const OPTIONS = ['lamps', 'stops', 'market'].map((id) => ({ id, text: id, texts: {} }));
const VALUES = [0, 1, 2, 3];

describe('what a member chose', () => {
  it.each(['dots', 'ranking'] as const)(
    'can be sent exactly when the server takes it: %s',
    (kind: BallotKind) => {
      const ballot = { kind, options: OPTIONS, dotsEach: 3 };
      let sent = 0;
      for (const lamps of VALUES)
        for (const stops of VALUES)
          for (const market of VALUES) {
            const all = Object.entries({ lamps, stops, market });
            const marks = Object.fromEntries(all.filter(([, value]) => value > 0));
            expect(faultOfMarks(ballot, marks), JSON.stringify(marks)).toBe(faultOfVote(ballot, marks));
            if (faultOfMarks(ballot, marks) === null) sent += 1;
          }
      // Of dots every way to spread one to three; of ranks every order of one, two or three.
      expect(sent).toBe(kind === 'dots' ? 19 : 15);
    },
  );

  it('is one answer of several, or nothing yet', () => {
    const ballot = { kind: 'yes_no' as const, dotsEach: 1 };
    expect(faultOfMarks(ballot, {})).toBe('nothing_chosen');
    expect(faultOfMarks(ballot, { yes: 1 })).toBeNull();
  });
});
