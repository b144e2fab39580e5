import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import { AskError } from './ask.ts';

/** What went wrong, in the language of the telephone: by the code of the server, whose sentences are English. */
const WORDS = defineMessages({
  offline: {
    id: 'join.offline',
    defaultMessage: 'The meeting cannot be reached. Are you in the network of the meeting? Then try again.',
  },
  wrong_code: {
    id: 'join.error.wrongCode',
    defaultMessage: 'No meeting has this code now. Look at the screen again: the code ends with the meeting.',
  },
  too_many_tries: {
    id: 'join.error.wait',
    defaultMessage: 'Too many tries with a wrong code from this network. Wait {wait}, then try again.',
  },
  not_joined: {
    id: 'join.error.notJoined',
    defaultMessage: 'This telephone is not in the meeting. Join with the code on the screen.',
  },
  no_such_group: {
    id: 'join.error.noGroup',
    defaultMessage: 'This meeting does not ask for this group. Choose another one, or none.',
  },
  ballot_closed: {
    id: 'join.error.closed',
    defaultMessage: 'This vote was closed before yours arrived, so it is not counted.',
  },
  change_too_late: {
    id: 'join.error.closedChange',
    defaultMessage: 'This vote was closed before your change arrived. What you sent before is counted.',
  },
  ballot_not_open: { id: 'join.error.notOpen', defaultMessage: 'This vote is not open yet.' },
  not_by_phone: { id: 'join.hands', defaultMessage: 'Hands are counted in the room now.' },
  nothing_chosen: { id: 'join.error.nothing', defaultMessage: 'Choose something first.' },
  another_vote: {
    id: 'join.error.vote',
    defaultMessage: 'This choice does not fit what is asked. Read the question again and choose anew.',
  },
  not_found: {
    id: 'join.error.gone',
    defaultMessage: 'This is there no longer. Ask whoever leads the meeting.',
  },
  looks_protected: {
    id: 'join.error.protected',
    defaultMessage:
      'This sounds like something that must not be kept here. Change the words, or ask for help further down on this page.',
  },
  words_to_check: {
    id: 'join.error.words',
    defaultMessage:
      'Not sent yet: this seems to name a person, or to hold a number or an address. Change it, or send it if it is all right.',
  },
  no_summary: { id: 'join.error.noSummary', defaultMessage: 'Write in a sentence what it is about.' },
  outside_meeting_area: {
    id: 'join.error.outside',
    defaultMessage: 'The pin lies outside of what this meeting is about. Move it, or leave the place out.',
  },
  does_not_fit: {
    id: 'join.error.doesNotFit',
    defaultMessage: 'Something in it cannot be taken as it is. Shorten or change it, then send it again.',
  },
  other: {
    id: 'join.error.other',
    defaultMessage: 'The meeting could not take this. Ask whoever leads it.',
  },
});

/** Several codes that come to the same for whoever holds the telephone. */
const SAME: Readonly<Record<string, keyof typeof WORDS>> = {
  no_such_option: 'another_vote',
  one_only: 'another_vote',
  too_many_dots: 'another_vote',
  not_a_ranking: 'another_vote',
  protected_category: 'looks_protected',
  too_large: 'does_not_fit',
  no_such_area: 'outside_meeting_area',
};

/** Codes with a sentence of their own; a test holds them to what the server says. */
export const CODES_WITH_WORDS: readonly string[] = [...Object.keys(WORDS), ...Object.keys(SAME)];

export function errorText(intl: IntlShape, code: string, retryAfter = 0): string {
  const words: Readonly<Record<string, MessageDescriptor>> = WORDS;
  const descriptor = words[SAME[code] ?? code] ?? WORDS.other;
  return intl.formatMessage(descriptor, { wait: waitText(intl, retryAfter) });
}

export const failureText = (intl: IntlShape, failure: unknown): string =>
  failure instanceof AskError
    ? errorText(intl, failure.code, failure.retryAfter)
    : errorText(intl, 'offline');

function waitText(intl: IntlShape, seconds: number): string {
  const [value, unit] =
    seconds < 60
      ? ([Math.max(1, seconds), 'second'] as const)
      : ([Math.ceil(seconds / 60), 'minute'] as const);
  return intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'long' });
}
