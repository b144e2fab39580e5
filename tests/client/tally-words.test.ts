import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { tallyColumns, tallyDissent, tallyRows, tallyTitle } from '../../client/tally-words.ts';

const intl = createIntl({ locale: 'en', onError: () => {} });
const women = { done: 9, partly: 2, notDone: 0, cannotSay: 2 };
const youth = { done: 2, partly: 2, notDone: 1, cannotSay: 1 };
const said = { done: 19, partly: 6, notDone: 1, cannotSay: 4 };
const figures = (byGroup: Parameters<typeof tallyRows>[1]['byGroup']) =>
  tallyRows(intl, { ...said, byGroup }).map((row) => [row.name, ...row.figures]);

describe('what residents said, by group', () => {
  it('sets each group beside the others, then who was in none, then all', () => {
    expect(tallyColumns(intl)).toEqual(['Group', 'Done', 'Partly', 'Not done', 'Cannot say']);
    expect(figures({ youth, women })).toEqual([
      ['Women', '9', '2', '0', '2'],
      ['Young people', '2', '2', '1', '1'],
      ['In no group', '8', '2', '0', '1'],
      ['All', '19', '6', '1', '4'],
    ]);
  });

  it('has all alone where nobody was counted by group, and no rest where all were', () => {
    expect(figures({})).toEqual([['All', '19', '6', '1', '4']]);
    expect(figures({ other: said }).map(([name]) => name)).toEqual(['Others', 'All']);
  });

  it('says of a group that it finds something else than all together', () => {
    expect(tallyDissent(intl, { byGroup: { women, youth }, outcome: 'verified' })).toEqual([
      'Young people, counted by themselves: Partly. All together: Done.',
    ]);
    const nobody = { done: 0, partly: 0, notDone: 0, cannotSay: 3 };
    expect(tallyDissent(intl, { byGroup: { women: nobody }, outcome: 'verified' })).toEqual([]);
  });

  it('tells a tally of a meeting from reports', () => {
    expect(tallyTitle(intl, { basis: 'meeting', heldOn: '2025-12-18' })).toContain('meeting of Dec 18, 2025');
    expect(tallyTitle(intl, { basis: 'reports', heldOn: '2025-12-18' })).toContain(
      'reported by Dec 18, 2025',
    );
  });
});
