import { describe, expect, it } from 'vitest';
import { linkedIds } from '../../../server/domain/linked-incidents.ts';
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
});
