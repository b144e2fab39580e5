import { describe, expect, it } from 'vitest';
import { analysed, near, tableFile } from './run-analyse.ts';

describe('cg analyse on counts: displacement companions', () => {
  it('B21.1 has the displacement quotient', async () => {
    const found = await analysed(
      'displacement-quotient --response 207,110 --displacement 178,157 --control 308,318',
    );
    expect(found).toMatchObject({ grossEffect: 97, reading: 'diffusion' });
    near(
      [found.netEffect, found.quotient, found.totalNetEffect],
      [0.3261659723923875, 0.25818568834909, 130.5],
    );
  });

  it('B20.11 has the smallest effect that shows', async () => {
    const found = await analysed('detectable-effect --treated 50 --control 50 --power 0.8 --sides 1');
    near([found.reduction], [(1.6448536 + 0.8416212) * Math.sqrt(200)], 4);
    const four = await analysed(
      'detectable-effect --treated 50 --control 50 --displacement 50 --displacement-control 50 --power 0.8 --sides 1',
    );
    near([four.reduction], [found.reduction * Math.SQRT2], 8);
  });

  it('B20.10 has the sums of the monitoring', async () => {
    const months = tableFile([
      ['treated', 'control'],
      [100, 148],
      [109, 100],
      [100, 100],
    ]);
    const found = await analysed('cumulative-displacement --alpha 0.1', months);
    expect([found.treated[2], found.control[2], found.estimate[2]]).toEqual([309, 348, -39]);
    near([found.standardError[2], found.lower[2], found.upper[2]], [25.632011, -81.160907, 3.160907]);
    expect(found.warnings).toEqual([{ code: 'repeated_looks', value: 3 }]);
  });

  it('B20.8 adds kinds by their harm', async () => {
    const kinds = tableFile([
      ['weight', 'treated_before', 'treated_after', 'control_before', 'control_after'],
      [3, 130, 74, 133, 91],
      [2, 327, 202, 388, 305],
      [5, 398, 190, 148, 97],
      [7, 144, 92, 86, 64],
      [10, 183, 96, 94, 67],
    ]);
    const found = await analysed('harm-displacement', kinds);
    expect(found).toMatchObject({ estimate: -1721, kinds: 5, n: 3309 });
    near([found.se, found.z], [304.1036007678962, -5.659255581500118], 9);
  });
});
