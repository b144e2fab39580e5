import { expect, test } from 'vitest';
import {
  clockPart,
  readClockPart,
} from '../../../../../../client/views/map/methods/data-clock/clock-part.ts';

test('a part of the clock is read as it was written', () => {
  for (const part of [
    { weekday: 3, hour: 17 },
    { weekday: null, hour: 0 },
    { weekday: 7, hour: null },
    { weekday: 1, hour: 23 },
  ])
    expect(readClockPart(clockPart(part))).toEqual(part);
});

test('what no clock has is no part of it', () => {
  for (const text of ['', 'w8', 'h24', 'w0h1', '12', 'w1h', 'h-1', 'map:counts'])
    expect(readClockPart(text)).toBeNull();
});
