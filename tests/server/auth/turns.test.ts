import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../server/auth/turns.ts';

/** Work that ends when it is told to. */
function held(name: string, done: string[]) {
  let end = () => {};
  const work = () =>
    new Promise<void>((resolve) => {
      done.push(`${name} begins`);
      end = () => resolve();
    });
  return { work, end: () => end() };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('turns', () => {
  it('let one after the other, those who are known first', async () => {
    const turns = createTurns(1, 10);
    const done: string[] = [];
    const [a, b, c] = ['a', 'b', 'c'].map((name) => held(name, done));
    const all = [turns.take(false, a.work), turns.take(false, b.work), turns.take(true, c.work)];
    await settled();
    expect(done).toEqual(['a begins']);
    a.end();
    await settled();
    c.end();
    await settled();
    expect(done).toEqual(['a begins', 'c begins', 'b begins']);
    b.end();
    await Promise.all(all);
  });

  it('send a crowd away, and keep a place for those who are known', async () => {
    const turns = createTurns(1, 2);
    const first = held('first', []);
    const busy = [turns.take(false, first.work)];
    for (let n = 0; n < 2; n++) busy.push(turns.take(false, async () => {}));
    await expect(turns.take(false, async () => {})).rejects.toMatchObject({ status: 429, code: 'busy' });
    const known = turns.take(true, async () => 'in');
    first.end();
    expect(await known).toBe('in');
    await Promise.all(busy);
  });

  it('go on after work that failed', async () => {
    const turns = createTurns(1, 2);
    await expect(turns.take(false, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.take(false, async () => 'next')).toBe('next');
  });
});
