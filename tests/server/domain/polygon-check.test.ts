import { describe, expect, it } from 'vitest';
import { checkPolygon, checkShape } from '../../../server/domain/polygon-check.ts';
import type { Unusable } from '../../../server/errors.ts';

const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
] as [number, number][];
const bowTie = [
  [0, 0],
  [1, 1],
  [1, 0],
  [0, 1],
  [0, 0],
] as [number, number][];

function refusalOf(work: () => void): Unusable | null {
  try {
    work();
    return null;
  } catch (error) {
    return error as Unusable;
  }
}

describe('checkPolygon', () => {
  it('takes a plain square, also one of several', () => {
    expect(refusalOf(() => checkPolygon({ type: 'Polygon', coordinates: [square] }))).toBeNull();
    expect(refusalOf(() => checkPolygon({ type: 'MultiPolygon', coordinates: [[square]] }))).toBeNull();
  });

  it('refuses an outline that crosses itself, naming the field', () => {
    const refusal = refusalOf(() =>
      checkPolygon({ type: 'MultiPolygon', coordinates: [[square], [bowTie]] }, '/rule/geometry'),
    );
    expect(refusal).toMatchObject({
      status: 422,
      code: 'polygon_crosses',
      errors: [{ pointer: '/rule/geometry' }],
    });
  });

  it('refuses an outline that is not closed', () => {
    const open = [...square.slice(0, 4), [0.5, 0.5] as [number, number]];
    expect(refusalOf(() => checkPolygon({ type: 'Polygon', coordinates: [open] }))?.code).toBe(
      'ring_not_closed',
    );
  });
});

describe('checkShape', () => {
  it('lets lines cross themselves, but not polygons', () => {
    expect(refusalOf(() => checkShape({ type: 'LineString', coordinates: bowTie }))).toBeNull();
    expect(refusalOf(() => checkShape({ type: 'Polygon', coordinates: [bowTie] }))?.code).toBe(
      'polygon_crosses',
    );
  });
});
