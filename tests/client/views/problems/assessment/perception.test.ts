import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { perceptionOf } from '../../../../../client/views/problems/assessment/perception.ts';
import { perceptionText } from '../../../../../client/views/problems/assessment/perception-text.ts';
import { type SurveyRound, surveyRoundItem } from '../../../../../server/domain/case/survey-round.ts';

const intl = createIntl({ locale: 'en', onError: () => {} });
type Counts = Partial<Record<SurveyRound['questions'][number]['answers'][number]['group'], [number, number]>>;

function round(timing: SurveyRound['timing'], counts: Counts, more: object = {}): SurveyRound {
  const answers = Object.entries(counts).map(([group, [yes, asked]]) => ({ group, yes, asked }));
  return surveyRoundItem.parse({
    timing,
    sampling: 'probability',
    questions: [{ item: 'safe_after_dark', answers }],
    ...more,
  });
}
const only = (...rounds: SurveyRound[]) => {
  const [perception] = perceptionOf(rounds);
  return { ...perception, text: perceptionText(intl, perception) };
};

describe('what people said', () => {
  it('is the share of each group with the published interval, never one of all', () => {
    const { rows } = only(round('after', { women: [12, 30], men: [56, 70] }));
    expect(rows.map(({ group }) => group)).toEqual(['women', 'men']);
    const after = rows[0].after;
    if (!after?.shown) throw new Error('Thirty answers are shown.');
    expect(after.interval[0]).toBeCloseTo(0.2459, 4);
    expect(after.interval[1]).toBeCloseTo(0.5768, 4);
  });

  it('has the difference of after and before with the interval of Newcombe (1998)', () => {
    const { rows, text } = only(round('before', { women: [48, 80] }), round('after', { women: [56, 70] }));
    expect(rows[0].difference?.interval[0]).toBeCloseTo(0.0524, 4);
    expect(rows[0].difference?.interval[1]).toBeCloseTo(0.3339, 4);
    expect(text.table.rows[0].figures).toEqual([
      '60% (48 of 80; 49% to 70%)',
      '80% (56 of 70; 69% to 88%)',
      '+20 (+5 to +33)',
    ]);
  });

  it('says of a difference that chance leaves open that it does', () => {
    const { text } = only(round('before', { men: [20, 40] }), round('after', { men: [22, 40] }));
    expect(text.table.rows[0].figures[2]).toMatch(/^\+5 \(-\d+ to \+\d+\): can be chance$/);
  });

  it('shows neither share nor difference of fewer than ten', () => {
    const { text, rows } = only(round('before', { women: [3, 9] }), round('after', { women: [9, 10] }));
    expect(text.table.rows[0].figures).toEqual([
      'fewer than 10 answered: too few to say',
      expect.stringContaining('90% (9 of 10'),
      'fewer than 10 answered: too few to say',
    ]);
    expect(rows[0].difference).toBeNull();
  });

  it('compares the last round before with the last after, by question', () => {
    const first = round('before', { women: [10, 40] }, { to: '2023-11-10' });
    const second = round('before', { women: [20, 40] }, { to: '2024-11-10' });
    const after = round('after', { women: [30, 40] }, { to: '2025-11-10' });
    const { rounds } = only(after, second, first);
    expect([rounds.before?.to, rounds.after?.to]).toEqual(['2024-11-10', '2025-11-10']);
  });

  it('is nothing without answers', () => {
    expect(perceptionOf([])).toEqual([]);
    expect(perceptionOf([round('after', {})])).toEqual([]);
    expect(perceptionOf([round('after', { women: [0, 0] })])).toEqual([]);
  });
});

describe('what is to be known of it', () => {
  const counts: Counts = { women: [12, 30] };
  const convenience = { sampling: 'convenience' };
  it.each<[string, SurveyRound[], RegExp, RegExp | null]>([
    ['who came', [round('after', counts, convenience)], /cannot be generalised to all residents/, null],
    ['a quota', [round('after', counts, { sampling: 'quota' })], /too narrow/, /generalised/],
    ['nobody before', [round('after', counts)], /Nobody was asked before/, /not asked in the same way/],
    ['nobody after', [round('before', counts)], /been asked after yet/, /Nobody was asked before/],
    [
      'two ways of asking',
      [round('before', counts), round('after', counts, { instrument: 'Version 2' })],
      /not asked in the same way/,
      /Nobody/,
    ],
    ['clusters', [round('after', counts, { inClusters: true })], /smaller by a factor of 1\.5/, null],
  ])('of %s', (_, rounds, says, saysNot) => {
    const said = only(...rounds).text.notes.join(' ');
    expect(said).toMatch(says);
    if (saysNot) expect(said).not.toMatch(saysNot);
  });

  it('is how, when and by whom people were asked, with the words once', () => {
    const more = { from: '2025-11-10', to: '2025-11-14', refusals: 1, enumerators: 'women' };
    const question = {
      item: 'trust',
      wording: 'Do you trust them?',
      answers: [{ group: 'men', asked: 12, yes: 6 }],
    };
    const both = (['before', 'after'] as const).map((timing) =>
      round(timing, {}, { ...more, questions: [question] }),
    );
    expect(only(...both).text.rounds).toEqual([
      'Before the response: Nov 10, 2025 to Nov 14, 2025 · Drawn at random · 1 person refused · Asked by women',
      'After the response: Nov 10, 2025 to Nov 14, 2025 · Drawn at random · 1 person refused · Asked by women',
      'Put as: Do you trust them?',
    ]);
  });

  it('widens the interval where several of one household were asked', () => {
    const [alone, clustered] = [false, true].map((inClusters) => {
      const { after } = only(round('after', { women: [30, 60] }, { inClusters })).rows[0];
      return after?.shown ? after.interval[1] - after.interval[0] : NaN;
    });
    expect(clustered / alone).toBeGreaterThan(1.15);
  });
});
