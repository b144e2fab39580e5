/** Counts given as options: figures of the published examples, by their number. */
import { describe, expect, it } from 'vitest';
import { analysed, failed, near, tableFile } from './run-analyse.ts';

describe('cg analyse on counts', () => {
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
    expect(found.warnings).toEqual([{ code: 'repeated-looks' }]);
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

  it('B22 has the rate ratio and the ratio of ratios', async () => {
    const ratio = await analysed('rate-ratio --first 110 --second 207');
    near([ratio.ratio, ...ratio.interval], [0.5314009661835749, 0.4216852357785187, 0.669662968729488], 9);
    const both = await analysed('ratio-of-ratios --treated 207,110 --control 308,318');
    near([both.ratio, ...both.interval], [0.5146902439765442, 0.389250212461974, 0.6805546632052598], 9);
  });

  it('B23 has the e-test, also with exposures', async () => {
    expect((await analysed('e-test --first 3 --second 0')).p).toBeCloseTo(0.08837900945483523, 12);
    expect((await analysed('e-test --first 6 --second 2')).p).toBeCloseTo(0.17487482094370768, 12);
    const uneven = await analysed('e-test --first 100 --second 25 --exposure 10,5');
    expect(uneven.p).toBeCloseTo(0.0005747192846385457, 12);
  });

  it.each([
    [4, 9, 2],
    [100, 80, -2.1115],
    [207, 110, -7.7988],
  ])('B12 Poisson z of %d to %d', async (past, current, z) => {
    near([(await analysed(`poisson-z --past ${past} --current ${current}`)).z], [z], 4);
  });

  it.each([
    [0, 0, 3.6888794541139354],
    [10, 4.7953886961324335, 18.39035604201778],
    [25, 16.178681847829328, 36.904931697530365],
  ])('B24 exact interval of %d', async (count, low, high) => {
    near((await analysed(`poisson-interval --count ${count}`)).interval, [low, high], 8);
  });

  it('B25 has the Wilson interval and two proportions', async () => {
    const share = await analysed('proportion --yes 12 --n 30');
    near(share.interval, [0.24590628116801852, 0.5767963974667752], 9);
    const few = await analysed('proportion --yes 2 --n 5');
    near(few.interval, [0.11762077423264783, 0.769275718723987], 9);
    expect(few.warnings).toEqual([{ code: 'too_few_answers', value: 5 }]);
    const two = await analysed('two-proportions --first-yes 50 --first-n 100 --second-yes 30 --second-n 100');
    near([two.difference, two.z], [0.2, 2.8867513], 6);
    expect((await failed('proportion --yes 6 --n 5')).text).toMatch(/--yes must be at most/);
  });

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
