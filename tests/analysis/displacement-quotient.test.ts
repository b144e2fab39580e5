import { describe, expect, it } from 'vitest';
import { displacementQuotient } from '../../analysis/displacement-quotient.ts';

const level = 0.95;

describe('displacementQuotient', () => {
  it('B21.1 equals the example', () => {
    const result = displacementQuotient(
      { response: [207, 110], displacement: [178, 157], control: [308, 318] },
      { level },
    );
    expect(result.grossEffect).toBe(97);
    expect(result.netEffect).toBeCloseTo(0.3261659723923875, 12);
    expect(result.success).toBeCloseTo(-0.326166, 6);
    expect(result.buffer).toBeCloseTo(-0.084211, 6);
    expect(result.quotient).toBeCloseTo(0.25818568834908917, 12);
    expect(result.totalNetEffect).toBeCloseTo(130.5, 9);
    expect([result.reading, result.warnings]).toEqual(['diffusion', []]);
  });

  it('B21.2 shows displacement', () => {
    const { quotient, totalNetEffect, reading } = displacementQuotient(
      { response: [100, 60], displacement: [50, 60], control: [200, 200] },
      { level: 0.8 },
    );
    expect(quotient).toBeCloseTo(-0.25, 12);
    expect([totalNetEffect, reading]).toEqual([30, 'displacement']);
  });

  it('B21.3 shows diffusion', () => {
    const { quotient, totalNetEffect, reading } = displacementQuotient(
      { response: [100, 60], displacement: [50, 40], control: [200, 200] },
      { level: 0.8 },
    );
    expect(quotient).toBeCloseTo(0.25, 12);
    expect([totalNetEffect, reading]).toEqual([50, 'diffusion']);
  });

  it('keeps the quotient back while the interval of the difference holds zero', () => {
    const { quotient, reading, netEffect, warnings } = displacementQuotient(
      { response: [100, 60], displacement: [50, 60], control: [200, 200] },
      { level },
    );
    expect([quotient, reading, warnings.map(({ code }) => code)]).toEqual([
      null,
      null,
      ['effect_not_certain'],
    ]);
    expect(netEffect).toBeCloseTo(0.2, 12);
  });

  it('keeps it back without success and with a zero', () => {
    const worse = displacementQuotient(
      { response: [60, 100], displacement: [50, 60], control: [200, 200] },
      { level },
    );
    expect([worse.quotient, worse.warnings]).toEqual([null, [{ code: 'no_success', value: 0.2 }]]);
    const zero = displacementQuotient(
      { response: [60, 10], displacement: [50, 60], control: [0, 200] },
      { level },
    );
    expect(zero).toMatchObject({ quotient: null, netEffect: null, totalNetEffect: null, grossEffect: 50 });
    expect(zero.warnings).toEqual([{ code: 'zero_count', value: 1 }]);
  });

  it('gives the effects of the response area without a zone', () => {
    const result = displacementQuotient({ response: [207, 110], control: [308, 318] }, { level });
    expect(result).toMatchObject({ quotient: null, buffer: null, warnings: [{ code: 'no_zone', value: 0 }] });
    expect(result.totalNetEffect).toBeCloseTo((207 * 318) / 308 - 110, 9);
  });

  it('names the far ends of the scale', () => {
    const read = (displacement: [number, number]) =>
      displacementQuotient({ response: [400, 200], displacement, control: [400, 400] }, { level }).reading;
    expect(read([500, 100])).toBe('diffusion-beyond-effect');
    expect(read([100, 500])).toBe('displacement-beyond-effect');
    expect(read([100, 100])).toBe('neither');
  });

  it('refuses what is no count', () => {
    expect(() =>
      displacementQuotient({ response: [1, 2], displacement: [1, -2], control: [3, 4] }, { level }),
    ).toThrow(/-2/);
  });
});
