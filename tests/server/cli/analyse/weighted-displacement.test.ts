import { describe, expect, it } from 'vitest';
import { analysed, near } from './run-analyse.ts';

describe('cg analyse weighted-displacement', () => {
  it('B20.1 equals the paper', async () => {
    const found = await analysed(
      `weighted-displacement --treated 207,110 --control 308,318 --displacement 178,157
       --displacement-control 150,140 --alpha 0.05`,
    );
    expect(found).toMatchObject({ n: 1568, estimate: -118, level: 0.95, warnings: [] });
    near([found.se, found.z, found.p], [39.59797974644666, -2.979950006429022, 0.002883], 6);
    near(found.interval, [-195.61061416358194, -40.38938583641804], 9);
    expect(found.parts.local).toMatchObject({ estimate: -107 });
    expect(found.parts.displacement).toMatchObject({ estimate: -11, se: 25 });
  });

  it('B20.2 and B20.3 divide by lengths and sizes', async () => {
    const lengths = await analysed(
      'weighted-displacement --control 100,50 --treated 80,20 --time-weights 2,1',
    );
    near([lengths.estimate, lengths.se], [-20, 10.723805294763608]);
    expect(lengths.parts.displacement).toBeNull();
    const sizes = await analysed(
      `weighted-displacement --treated 207,110 --control 308,318 --displacement 178,157
       --displacement-control 150,140 --area-weights 1.2,0.9,1.5,1.6`,
    );
    near([sizes.estimate, sizes.se], [-99.69444444, 35.4280755]);
  });
});
