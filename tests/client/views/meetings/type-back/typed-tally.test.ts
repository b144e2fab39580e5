import { describe, expect, it } from 'vitest';
import {
  attendanceOf,
  everybodyIn,
  figuresOf,
  tallyFaults,
} from '../../../../../client/views/meetings/type-back/typed-tally.ts';

const count = (text: string) => ({ count: text });

describe('a tally that is typed', () => {
  it('fills the fields of the attendance and comes back as the same rows', () => {
    const cells = {
      'members.f': count('3'),
      'police.m': count('2'),
      'public.f': count('١٢'),
      'public.youth': count('4'),
      'public.disabled': count('0'),
    };
    const attendance = attendanceOf(cells, null);
    expect(attendance).toEqual({
      members: { f: 3, m: 0, unsaid: 0 },
      police: { f: 0, m: 2, unsaid: 0 },
      public: { f: 12, m: 0, unsaid: 0, youth: 4, older: 0, disabled: 0 },
      organisationIds: [],
    });
    expect(everybodyIn(attendance)).toBe(17);
    expect(figuresOf(attendance)).toMatchObject({ 'members.f': 3, 'public.f': 12, 'public.disabled': 0 });
    expect(tallyFaults(cells)).toEqual({});
  });

  it('keeps what it does not ask, and does not make nobody of not counted', () => {
    const before = { ...attendanceOf({}, null), organisationIds: [4, 7] };
    expect(attendanceOf({}, before)).toMatchObject({ organisationIds: [4, 7], public: { disabled: null } });
  });

  it('says which row is wrong', () => {
    expect(
      tallyFaults({
        'members.f': count('three'),
        'public.f': count('5'),
        'public.youth': count('6'),
        'public.older': count('5'),
      }),
    ).toEqual({ 'members.f': 'no_number', 'public.youth': 'more_than_public' });
  });
});
