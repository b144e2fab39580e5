import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { AskError } from '../../../client/join/ask.ts';
import { CODES_WITH_WORDS, errorText, failureText } from '../../../client/join/error-words.ts';
import ar from '../../../client/join/locales/ar.json';
import { read } from '../../architecture/source-files.ts';

const english = createIntl({ locale: 'en' });
const arabic = createIntl({ locale: 'ar', messages: ar });

/** Where what a telephone sends is refused. */
const REFUSING = [
  'server/guests.ts',
  'server/routes/guest.ts',
  'server/routes/guest-concerns.ts',
  'server/concern-intake.ts',
];
/** Said by the page as a whole, or never by what a telephone can send. */
const ELSEWHERE = ['meeting_over'];

describe('what went wrong on a telephone', () => {
  it('is said for every code the server refuses with', () => {
    const codes = REFUSING.flatMap((file) =>
      [...read(file).matchAll(/new (?:Unusable|Conflict|AppError)\(\s*(?:\d+,\s*)?'(\w+)'/g)].map(
        ([, code]) => code ?? '',
      ),
    );
    expect(codes).toContain('wrong_code');
    expect(codes.filter((code) => ![...CODES_WITH_WORDS, ...ELSEWHERE].includes(code))).toEqual([]);
    const faults = /VOTE_FAULTS = \{([^}]+)\}/.exec(read('server/store/ballots.ts'))?.[1] ?? '';
    const ofVotes = [...faults.matchAll(/^\s+(\w+):/gm)].map(([, code]) => code ?? '');
    expect(ofVotes).toHaveLength(6);
    expect(ofVotes.filter((code) => !CODES_WITH_WORDS.includes(code))).toEqual([]);
  });

  it('is said in the language of the telephone, whatever the server wrote', () => {
    const failure = new AskError(422, 'wrong_code', 'An English sentence', 0);
    expect(failureText(arabic, failure)).toBe(ar['join.error.wrongCode']);
    expect(failureText(english, failure)).toMatch(/^No meeting has this code now/);
  });

  it('says how long to wait in whole units', () => {
    expect(errorText(english, 'too_many_tries', 8)).toContain('Wait 8 seconds');
    expect(errorText(english, 'too_many_tries', 1)).toContain('Wait 1 second,');
    expect(errorText(english, 'too_many_tries', 61)).toContain('Wait 2 minutes');
    expect(errorText(arabic, 'too_many_tries', 120)).toMatch(/دقيقت/);
  });

  it('never shows a code or nothing, whatever the server comes up with', () => {
    for (const code of ['unheard_of', '', 'constructor'])
      expect(errorText(english, code)).toBe('The meeting could not take this. Ask whoever leads it.');
    expect(failureText(english, new TypeError('x'))).toMatch(/cannot be reached/);
  });
});
