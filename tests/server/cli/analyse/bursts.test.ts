import { describe, expect, it } from 'vitest';
import { analysed, near } from './run-analyse.ts';

describe('cg analyse on counts: bursts', () => {
  it('B12 has the Naus scan, its alarm and the weekday test', async () => {
    const burst = await analysed('naus-scan --n 6 --windows 208 --mean 0.6');
    expect(Math.abs(burst.p - 0.03902238)).toBeLessThan(1e-6);
    const alarm = await analysed('naus-alarm --windows 208 --mean 0.6');
    expect(alarm.n).toBe(6);
    expect(alarm.p).toBe(burst.p);
    const week = await analysed('weekday-test --counts 2,1,0,0,0,0,0');
    near([week.g, week.p], [7.856375884563004, 0.3877551020408163], 10);
  });
});
