import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { believe, believedTime, createTimeGuard, doubtOf } from '../../server/believed-time.ts';
import { createTestApp, type TestApp } from '../fixtures/test-app.ts';

const DAY = 24 * 3_600_000;
let test: TestApp;
let uptime: number;
beforeEach(async () => {
  test = await createTestApp();
  uptime = 5 * DAY;
});
afterEach(() => test.close());

/** Time goes by, and the machine runs. */
const pass = (milliseconds: number) => {
  test.clock.advance(milliseconds);
  uptime += milliseconds;
};
const guard = () => createTimeGuard(test.deps, () => uptime);

describe('the guard of time', () => {
  it('believes a clock that goes as long as the machine runs', async () => {
    const look = guard();
    for (let day = 0; day < 3; day++) {
      pass(40 * DAY);
      expect(await look()).toBeNull();
    }
    expect(await believedTime(test.store)).toBe(test.clock.now().toISOString());
  });

  it('stays in doubt of one that was set ahead, however often it is asked', async () => {
    const look = guard();
    await look();
    test.clock.advance(5 * DAY);
    for (let day = 0; day < 4; day++) {
      expect(await look()).toBe('ahead');
      pass(DAY);
    }
    expect(await doubtOf(test.store)).toBe('ahead');
    test.clock.advance(-5 * DAY);
    expect(await look()).toBeNull();
    expect(await doubtOf(test.store)).toBeNull();
  });

  it('knows after a start what was believed before', async () => {
    await guard()();
    test.clock.advance(32 * DAY);
    const look = guard();
    expect(await look()).toBe('ahead');
    await believe(test.deps, 'u-1');
    expect(await look()).toBeNull();
    pass(DAY);
    expect(await look()).toBeNull();
  });

  it('begins with the newest line of the history', async () => {
    await test.signIn();
    const newest = test.clock.now().toISOString();
    expect(await believedTime(test.store)).toBe(newest);
    test.clock.advance(400 * DAY);
    expect(await guard()()).toBe('ahead');
  });
});
