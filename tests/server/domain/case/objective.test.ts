import { describe, expect, it } from 'vitest';
import { objectivePart } from '../../../../server/domain/case/objective.ts';
import { priorityPart } from '../../../../server/domain/case/priority.ts';

describe('an objective', () => {
  it.each([
    [{ baselineFrom: '2024-01-01', baselineTo: '2023-12-31' }, 'baselineTo', /before it begins/],
    [{ baselineTo: '2024-12-31', byDate: '2024-06-30' }, 'byDate', /after the baseline/],
    [{ byDate: '31.12.2025' }, 'byDate', /as in 2026-03-31/],
    [{ counterMeasures: ['Fear', 'Fear'] }, 'counterMeasures', /once/],
    [{ scale: 'win' }, 'scale', /eliminate/],
  ])('%o is refused', (body, field, says) => {
    const { error } = objectivePart.safeParse(body);
    expect(error?.issues[0]?.path[0]).toBe(field);
    expect(error?.issues[0]?.message).toMatch(says);
  });

  it('takes a baseline and a day after it', () => {
    const body = { baselineFrom: '2024-01-01', baselineTo: '2024-12-31', byDate: '2025-12-31' };
    expect(objectivePart.parse(body)).toMatchObject({ ...body, smart: [], targetValue: null });
  });
});

describe('a priority decision', () => {
  it('keeps the rank it was given, whatever the votes are', () => {
    const votes = [
      { group: 'Women’s session', votes: 0 },
      { group: 'Committee', votes: 12 },
    ];
    expect(priorityPart.parse({ votes, rank: 3 })).toMatchObject({ votes, rank: 3 });
    expect(priorityPart.parse({ votes }).rank).toBeNull();
    expect(priorityPart.safeParse({ tractability: 6 }).success).toBe(false);
  });
});
