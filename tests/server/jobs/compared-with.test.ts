import { describe, expect, it } from 'vitest';
import { othersThan } from '../../../server/jobs/compared-with.ts';
import type { StudyArea } from '../../../server/jobs/study-area.ts';

/** The x of an incident is its id. */
function studyOf(own: number[], compared: number[]): StudyArea {
  const ids = Uint32Array.from(compared);
  const points = { x: Float64Array.from(ids), y: new Float64Array(ids.length) };
  return {
    incidents: { ids: Uint32Array.from(own) },
    comparison: () => ({ ids, points, unlocated: 0 }),
  } as unknown as StudyArea;
}

describe('othersThan', () => {
  it('leaves out the own incidents, whatever order the data sets gave their ids', () => {
    // Two data sets whose ids lie between one another.
    const study = studyOf([3, 9, 1, 4], [2, 3, 8, 9, 10, 1, 4, 5, 7]);
    expect(Array.from(othersThan(study).x)).toEqual([2, 8, 10, 5, 7]);
  });

  it('keeps all without own ones, and none when all are own', () => {
    expect(Array.from(othersThan(studyOf([], [5, 6, 1])).x)).toEqual([5, 6, 1]);
    expect(Array.from(othersThan(studyOf([1, 5, 6], [5, 6, 1])).x)).toEqual([]);
  });

  it('takes other ids for its own when they are given', () => {
    expect(Array.from(othersThan(studyOf([1], [1, 2, 3]), Uint32Array.of(2)).x)).toEqual([1, 3]);
  });
});
