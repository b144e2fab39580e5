import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../analysis/random.ts';
import { generateDemo } from '../../../data/demo/demo.ts';
import { metresBetween } from '../../../data/demo/district.ts';
import { NEAR_REPEAT } from '../../../data/demo/near-repeats.ts';

const DAY = 86_400;

describe('near repeats', () => {
  const burglaries = generateDemo().incidents.flatMap(({ category, position, occurredFrom }) =>
    category === 'burglary' && position !== null ? [{ position, time: occurredFrom }] : [],
  );
  const closePairs = (times: number[]) => {
    let count = 0;
    for (let i = 0; i < burglaries.length; i++)
      for (let j = i + 1; j < burglaries.length; j++)
        if (
          Math.abs(times[i] - times[j]) <= NEAR_REPEAT.days * DAY &&
          metresBetween(burglaries[i].position, burglaries[j].position) <= NEAR_REPEAT.metres
        )
          count++;
    return count;
  };

  it('has far more burglaries close in space and time than the same places with shuffled times', () => {
    const times = burglaries.map(({ time }) => time);
    const observed = closePairs(times);
    const random = seededRandom(3);
    const shuffled = [1, 2, 3].map(() => closePairs(shuffle(times, random.integer)));
    expect(observed).toBeGreaterThan(1.4 * Math.max(...shuffled));
  });

  function shuffle(values: readonly number[], integer: (below: number) => number): number[] {
    const copy = [...values];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = integer(i + 1);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  }
});
