import { array, assert, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedIds, positionAfter } from '../../../server/domain/linked-incidents.ts';
import type { ManualLink } from '../../../server/store/ports.ts';

const link = (incidentId: number, verdict: 'in' | 'out'): ManualLink => ({
  incidentId,
  verdict,
  reason: 'because',
  createdBy: 'a',
  createdAt: '2025-01-01T00:00:00.000Z',
});

describe('linkedIds', () => {
  it('is the rule alone when nothing was done by hand', () => {
    expect([...linkedIds(Uint32Array.of(1, 5, 9), [])]).toEqual([1, 5, 9]);
  });

  it('adds those put in and leaves out those taken out, in order and once each', () => {
    const manual = [link(7, 'in'), link(5, 'in'), link(9, 'out'), link(100, 'out')];
    expect([...linkedIds(Uint32Array.of(1, 5, 9), manual)]).toEqual([1, 5, 7]);
  });

  it('is what sets would say', () => {
    const id = integer({ min: 1, max: 40 });
    assert(
      property(uniqueArray(id), uniqueArray(id), uniqueArray(id), (rule, into, out) => {
        const byRule = Uint32Array.from(rule).sort();
        const manual = [...into.map((n) => link(n, 'in')), ...out.map((n) => link(n, 'out'))];
        const expected = [...new Set([...rule, ...into])]
          .filter((n) => !out.includes(n))
          .sort((a, b) => a - b);
        expect([...linkedIds(byRule, manual)]).toEqual(expected);
      }),
    );
  });
});

describe('positionAfter', () => {
  it('is what looking one by one finds', () => {
    assert(
      property(array(integer({ min: 1, max: 30 })), integer({ min: 0, max: 31 }), (some, id) => {
        const ids = Uint32Array.from(some).sort();
        const found = ids.findIndex((each) => each > id);
        expect(positionAfter(ids, id)).toBe(found < 0 ? ids.length : found);
      }),
    );
  });
});
