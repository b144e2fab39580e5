import { describe, expect, it } from 'vitest';
import { clockText, elapsedSeconds } from '../../../../../client/views/meetings/show/elapsed.ts';

describe('the time of an item', () => {
  it('goes by the instants of the server and what passed since, never by the clock of the machine', () => {
    expect(elapsedSeconds('2025-03-04T18:00:00.000Z', '2025-03-04T18:04:00.000Z', 5900)).toBe(245);
    expect(elapsedSeconds('2025-03-04T18:00:05.000Z', '2025-03-04T18:00:00.000Z', 0)).toBe(0);
  });

  it('reads as a clock', () => {
    expect([0, 65, 600, 3725].map(clockText)).toEqual(['0:00', '1:05', '10:00', '1:02:05']);
  });
});
