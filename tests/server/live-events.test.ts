import { describe, expect, it } from 'vitest';
import { createLiveEvents } from '../../server/live-events.ts';

describe('live events', () => {
  it('reach everyone who listens until they stop', () => {
    const live = createLiveEvents('e');
    const heard: number[] = [];
    const stop = live.subscribe((event) => heard.push(event.seq));
    live.publish({ object: 'area', id: '1' });
    stop();
    live.publish({ object: 'area', id: '2' });
    expect(heard).toEqual([1]);
  });

  it('can be caught up with while they are kept', () => {
    const live = createLiveEvents('e', 3);
    expect(live.since(0)).toEqual([]);
    for (let n = 1; n <= 5; n++) live.publish({ object: 'problem', id: String(n) });
    expect(live.since(2)?.map((event) => event.id)).toEqual(['3', '4', '5']);
    expect(live.since(5)).toEqual([]);
    // The second event is gone, and the ninth was never there.
    expect(live.since(1)).toBeNull();
    expect(live.since(9)).toBeNull();
  });
});
