import { describe, expect, it } from 'vitest';
import { contestsOver } from '../../bench/contests.ts';
import { ASKED } from '../../bench/runs.ts';
import { syntheticIncidents } from '../../bench/synthetic-incidents.ts';
import { METHODS } from '../../server/jobs/methods.ts';

const methods = Object.keys(METHODS).sort();
const contests = contestsOver(syntheticIncidents(3000));

describe('the bench', () => {
  it('has a contest for every method of the workbench', () => {
    expect([...new Set(contests.flatMap((contest) => contest.methods))].sort()).toEqual(methods);
  });

  it('lets every method run as a whole', () => {
    expect(Object.keys(ASKED).sort()).toEqual(methods);
    expect(Object.values(ASKED).every((some) => some.length > 0)).toBe(true);
  });

  it('names each task once', () => {
    const names = contests.map(({ task, size }) => `${task} of ${size}`);
    expect(names).toEqual([...new Set(names)]);
  });

  it('says at the largest size why a method is not asked', () => {
    const left = contestsOver(syntheticIncidents(200_000)).filter(({ ours }) => typeof ours === 'string');
    expect(new Set(left.map(({ ours }) => ours))).toEqual(
      new Set(['refused: more near pairs than memory holds']),
    );
    expect(new Set(left.flatMap((contest) => contest.methods))).toEqual(new Set(['near-repeat']));
  });
});
