import { describe, expect, it } from 'vitest';
import { COMMITMENT_STATES } from '../../../server/domain/commitment.ts';
import {
  ANSWER_STATES,
  ANSWER_STEPS,
  answerWords,
  isReadyToRelease,
  listOf,
} from '../../../server/domain/public-answer.ts';
import { draftTexts } from '../../../server/domain/public-answer-draft.ts';

describe('the lists of a public answer', () => {
  it('call done what residents verified, and nothing else', () => {
    expect(COMMITMENT_STATES.filter((state) => listOf(state) === 'done')).toEqual(['verified']);
  });

  it('have a place for every promise that was made', () => {
    expect(COMMITMENT_STATES.filter((state) => listOf(state) === null)).toEqual(['proposed']);
    expect(COMMITMENT_STATES.filter((state) => listOf(state) === 'not_yet')).toEqual([
      'agreed',
      'in_progress',
      'delivered',
      'partly_verified',
      'not_verified',
      'reopened',
    ]);
  });
});

describe('the way of a public answer', () => {
  it('leads to its release past the check alone', () => {
    const before = ANSWER_STATES.filter((state) => ANSWER_STEPS[state].includes('released'));
    expect(before).toEqual(['privacy_checked', 'translated']);
    expect(ANSWER_STEPS.withdrawn).toEqual([]);
    expect(ANSWER_STEPS.corrected).toEqual(['withdrawn']);
  });

  it.each([
    ['draft', 1, false],
    ['privacy_checked', 1, true],
    ['privacy_checked', 2, false],
    ['translated', 1, true],
    ['translated', 2, true],
    ['released', 1, false],
  ] as const)('from %s in %i languages: ready is %s', (state, languages, ready) => {
    expect(isReadyToRelease(state, languages)).toBe(ready);
  });
});

describe('the words', () => {
  const empty = {
    title: '',
    youSaid: '',
    weDid: '',
    result: '',
    notYet: '',
    whyNot: '',
    thanks: '',
    promises: [],
  };
  const whole = {
    areaId: null,
    meeting: '',
    meetingOn: null,
    validUntil: null,
    quotes: [],
    publications: [],
  };
  it.each([
    ['no language', []],
    [
      'the same language twice',
      [
        { ...empty, language: 'en' },
        { ...empty, language: 'en' },
      ],
    ],
    ['no code of a language', [{ ...empty, language: 'English' }]],
    ['a list of promises of their own', [{ ...empty, language: 'en', rows: [] }]],
  ])('are refused with %s', (_, languages) => {
    expect(answerWords.safeParse({ ...whole, languages }).success).toBe(false);
  });
});

describe('the draft', () => {
  const row = (list: 'done' | 'not_yet' | 'why_not') => ({
    commitmentId: list,
    list,
    state: 'verified' as const,
    text: '',
    organisation: '',
    dueOn: null,
    firstDueOn: null,
    verifiedOn: null,
    reason: '',
  });
  const from = {
    title: 'Stops',
    elements: null,
    concerns: 0,
    rows: [],
    kept: { verified: 0, due: 0 },
    verdict: '',
  };

  it('says nothing of what is not there', () => {
    expect(draftTexts(from)).toMatchObject({
      title: 'Stops',
      youSaid: 'Stops.',
      weDid: '',
      result: '',
      notYet: '',
      whyNot: '',
    });
  });

  it('names behaviour, place and time, and how often it was raised where that tells nobody apart', () => {
    const elements = { behaviour: 'bags are taken', place: 'at the stops', time: '' };
    const said = (concerns: number) => draftTexts({ ...from, elements, concerns }).youSaid;
    expect(said(42)).toBe('Bags are taken, at the stops. 42 times residents raised it with us.');
    expect(said(4)).toBe('Bags are taken, at the stops. Residents raised it with us.');
  });

  it('counts what residents verified of what was due, and what is open or stopped', () => {
    const texts = draftTexts({
      ...from,
      rows: [row('done'), row('not_yet'), row('not_yet'), row('why_not')],
      kept: { verified: 1, due: 3 },
      verdict: 'About 118 fewer.',
    });
    expect(texts.weDid).toBe(
      'Residents have verified 1 of 3 promises that are due. Only what they verified stands here.',
    );
    expect(texts.notYet).toMatch(/^2 promises are not kept yet/);
    expect(texts.whyNot).toMatch(/^One promise was stopped or refused/);
    expect(texts.result).toBe('About 118 fewer.');
  });
});
