import { describe, expect, it } from 'vitest';
import {
  coursesOf,
  partsOf,
  ruleOf,
} from '../../../../../../client/views/map/methods/emerging-hotspots/patterns.ts';
import { SHARE_LABELS, TREND_LABELS } from '../../../../../../server/jobs/contract/emerging-hotspots.ts';

describe('partsOf', () => {
  it('knows course and side of every label but those of neither side', () => {
    for (const label of [...TREND_LABELS, ...SHARE_LABELS])
      if (label !== 'none' && label !== 'mixed')
        expect(partsOf(label)?.side, label).toBe(label.endsWith('_hot') ? 'hot' : 'cold');
    expect(partsOf('none')).toBeNull();
    expect(partsOf('mixed')).toBeNull();
  });
});

describe('coursesOf', () => {
  it('adds the cells of a course on one side', () => {
    const labels = [
      { label: 'none' as const, cells: 900 },
      { label: 'new_hot' as const, cells: 3 },
      { label: 'intensifying_hot' as const, cells: 2 },
      { label: 'historical_hot' as const, cells: 7 },
      { label: 'sporadic_cold' as const, cells: 11 },
      { label: 'mixed' as const, cells: 1 },
    ];
    expect(coursesOf(labels, 'hot')).toEqual({ growing: 5, lasting: 0, fading: 7, unsteady: 0 });
    expect(coursesOf(labels, 'cold')).toEqual({ growing: 0, lasting: 0, fading: 0, unsteady: 11 });
  });
});

describe('ruleOf', () => {
  it('has a rule of its own for every label of either way of naming', () => {
    for (const [rule, labels] of [
      ['trend', TREND_LABELS],
      ['shares', SHARE_LABELS],
    ] as const) {
      const names = new Set(labels.map((label) => label.split('_')[0]));
      const rules = new Set(labels.map((label) => ruleOf(label, rule).id));
      expect(rules.size).toBe(names.size);
    }
  });

  it('does not give the rule of one way for the name of the other', () => {
    expect(ruleOf('persistent_hot', 'trend').id).not.toBe(ruleOf('persistent_hot', 'shares').id);
  });
});
