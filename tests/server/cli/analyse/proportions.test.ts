import { describe, expect, it } from 'vitest';
import { analysed, failed, near } from './run-analyse.ts';

describe('cg analyse on counts: proportions', () => {
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
});
