import { describe, expect, it } from 'vitest';
import type { AnswerRow, AnswerWords, LanguageTexts } from '../../../server/domain/public-answer.ts';
import {
  ANSWER_FAULTS,
  type AnswerFacts,
  type AnswerFaultCode,
  doubtsOf,
  faultsOf,
} from '../../../server/domain/public-answer-check.ts';

const row = (change: Partial<AnswerRow> = {}): AnswerRow => ({
  commitmentId: 'lamps',
  list: 'done',
  state: 'verified',
  text: 'Mend the nine lamps at the stops',
  organisation: 'City lighting',
  dueOn: null,
  firstDueOn: '2025-02-14',
  verifiedOn: '2025-05-15',
  reason: '',
  ...change,
});
const OPEN = row({
  commitmentId: 'stalls',
  list: 'not_yet',
  state: 'in_progress',
  text: 'Check the stalls of both markets every week',
  verifiedOn: null,
  dueOn: '2026-12-15',
});

const ENGLISH: LanguageTexts = {
  language: 'en',
  title: 'Thefts at the bus stops',
  youSaid: 'Bags are taken from people who wait.',
  weDid: 'The lamps burn.',
  result: 'There were about 118 fewer.',
  notYet: 'The markets are not checked every week.',
  whyNot: '',
  thanks: 'Thank you.',
  promises: [],
  decisions: [],
};
const words = (change: Partial<AnswerWords> = {}): AnswerWords => ({
  areaId: null,
  meeting: '',
  meetingOn: null,
  validUntil: null,
  languages: [ENGLISH],
  quotes: [],
  publications: [],
  decisions: [],
  ...change,
});
const told = (change: Partial<LanguageTexts>) => ({
  words: words({ languages: [{ ...ENGLISH, ...change }] }),
});
const facts = (change: Partial<AnswerFacts> = {}): AnswerFacts => ({
  words: words(),
  rows: [row(), OPEN],
  decisions: [],
  concerns: [
    { id: 'open', summary: 'Nobody in the shops sees the stop', publishSummary: true },
    { id: 'silent', summary: 'My neighbour lost her wages there', publishSummary: false },
  ],
  released: ['counts'],
  areaIsThere: true,
  today: '2026-01-20',
  isProtected: (text) => text.includes('unspeakable'),
  claimsOf: (text) => (text.includes('works') ? ['No success can be claimed.'] : []),
  ...change,
});

/** What is changed in an answer that could go out, and what then stands in the way: every fault at least once. */
const CASES: [string, Partial<AnswerFacts>, AnswerFaultCode[]][] = [
  ['nothing', {}, []],
  ['the title', told({ title: '' }), ['no_title']],
  ['what was said', told({ youSaid: '' }), ['nothing_said']],
  [
    'a field of the second language',
    { words: words({ languages: [ENGLISH, { ...ENGLISH, language: 'fr', result: '' }] }) },
    ['not_in_every_language'],
  ],
  [
    'two languages that are whole',
    { words: words({ languages: [ENGLISH, { ...ENGLISH, language: 'fr' }] }) },
    [],
  ],
  ['something was done, and nothing is verified', { rows: [OPEN] }, ['nothing_verified']],
  ['nothing is verified, and nothing claimed', { ...told({ weDid: '' }), rows: [OPEN] }, []],
  [
    'an open promise stands under “We did”, in other letters',
    told({ weDid: 'We CHECK the stalls, of both markets: every week!' }),
    ['not_verified'],
  ],
  ['it stands under “Not yet”', told({ notYet: 'Check the stalls of both markets every week' }), []],
  ['success is claimed', told({ result: 'It works.' }), ['claims_too_much']],
  [
    'the words of somebody who did not agree',
    told({ youSaid: 'They say: “my neighbour lost her wages there”.' }),
    ['words_without_consent'],
  ],
  ['the words of somebody who agreed', told({ youSaid: 'Nobody in the shops sees the stop.' }), []],
  ['a quotation without consent', { words: words({ quotes: ['silent'] }) }, ['words_without_consent']],
  ['a quotation of nobody', { words: words({ quotes: ['gone'] }) }, ['words_without_consent']],
  ['a quotation with consent', { words: words({ quotes: ['open'] }) }, []],
  ['released figures', { words: words({ publications: ['counts'] }) }, []],
  ['struck figures', { words: words({ publications: ['struck'] }) }, ['not_released']],
  ['the area is gone', { areaIsThere: false }, ['unknown_area']],
  ['it was over yesterday', { words: words({ validUntil: '2026-01-19' }) }, ['over']],
  ['it is over today', { words: words({ validUntil: '2026-01-20' }) }, []],
  ['a number to call', told({ thanks: 'Call +31 20 123 4567.' }), ['phone']],
  ['an address to write to', told({ thanks: 'Write to help@example.org.' }), ['email']],
  ['protected words', told({ whyNot: 'Something unspeakable.' }), ['protected']],
  ['a position', told({ youSaid: 'At 52.37021, 4.89517 bags are taken.' }), ['place']],
  ['a count with a comma', told({ youSaid: 'It was 1,207 times, and 308 elsewhere.' }), []],
  [
    'a number in a translated promise',
    told({ promises: [{ commitmentId: 'lamps', text: 'Appelez le 01 23 45 67 89.' }] }),
    ['phone'],
  ],
];

describe('what stands in the way of a public answer', () => {
  it.each(CASES)('%s', (_, change, codes) => {
    expect(faultsOf(facts(change)).map(({ code }) => code)).toEqual(codes);
  });

  it('is each met in the table above', () => {
    const met = new Set(CASES.flatMap(([, , codes]) => codes));
    expect(ANSWER_FAULTS.filter((code) => !met.has(code))).toEqual([]);
  });

  it('is said in a sentence that repeats nothing of the text', () => {
    for (const [, change] of CASES)
      for (const { detail } of faultsOf(facts(change))) {
        expect(detail).toMatch(/^[A-Z].*\.$/);
        expect(detail).not.toMatch(/neighbour|stalls|unspeakable|example/);
      }
  });
});

describe('what somebody has to have read', () => {
  const doubts = (change: Partial<AnswerFacts>) =>
    doubtsOf(facts(change)).map(({ kind, words: w }) => [kind, w]);
  it.each([
    ['nothing', {}, []],
    ['a title and a name', told({ weDid: 'Mrs Adeyemi saw it.' }), [['name', 'Mrs Adeyemi']]],
    ['an Arabic one', told({ weDid: 'رأت السيدة فاطمة ذلك' }), [['name', 'السيدة فاطمة ذلك']]],
    ['a house', told({ youSaid: 'In front of 12 Gate Road.' }), [['address', '12 Gate Road']]],
    ['a street without a house', told({ youSaid: 'Between Gate Road and Ring Road.' }), []],
    [
      'a name in the record of a promise',
      { rows: [row({ text: 'Mend the gate of Mr Brown' })] },
      [['name', 'Mr Brown']],
    ],
    [
      'a name in words that are quoted',
      {
        concerns: [{ id: 'open', summary: 'Dr Silva knows it', publishSummary: true }],
        words: words({ quotes: ['open'] }),
      },
      [['name', 'Dr Silva']],
    ],
    [
      'a name in what a meeting decided',
      { decisions: [{ decisionId: 'd', kind: 'rule', result: 'agreed', text: 'Mr Brown chairs' }] },
      [['name', 'Mr Brown']],
    ],
    [
      'a name in words that are not quoted',
      { concerns: [{ id: 'open', summary: 'Dr Silva knows it', publishSummary: true }] },
      [],
    ],
  ] satisfies [string, Partial<AnswerFacts>, unknown[]][])('%s', (_, change, found) => {
    expect(doubts(change)).toEqual(found);
  });
});
