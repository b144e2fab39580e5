import { describe, expect, it } from 'vitest';
import type { Commitment } from '../../../../../client/api/commitments.ts';
import {
  promiseRow,
  typedPromise,
  verificationOf,
} from '../../../../../client/views/meetings/type-back/typed-promises.ts';

const promise = { id: 'c1' } as Commitment;
const row = (group: Parameters<typeof promiseRow>[1], cells: Record<string, string>) => ({
  [promiseRow('c1', group)]: cells,
});

describe('what a room says of a promise', () => {
  it('is the sum of the groups', () => {
    const typed = typedPromise(promise, {
      ...row('women', { done: '5', notDone: '1' }),
      ...row('men', { done: '3', cannotSay: '2' }),
    });
    expect(typed.sum).toEqual({ done: 8, partly: 0, notDone: 1, cannotSay: 2 });
    expect(typed.outcome).toBe('verified');
    expect(verificationOf(typed, 'm1', '')).toEqual({
      basis: 'meeting',
      meetingId: 'm1',
      done: 8,
      partly: 0,
      notDone: 1,
      cannotSay: 2,
      byGroup: {
        women: { done: 5, partly: 0, notDone: 1, cannotSay: 0 },
        men: { done: 3, partly: 0, notDone: 0, cannotSay: 2 },
      },
      newDueOn: null,
    });
  });

  it('needs another day where it was not found done', () => {
    const typed = typedPromise(promise, row('women', { notDone: '5' }));
    expect(verificationOf(typed, 'm1', '')).toBeNull();
    expect(verificationOf(typed, 'm1', '2026-05-01')).toMatchObject({ newDueOn: '2026-05-01' });
  });

  it('is not recorded while a row cannot be read, or nobody could say', () => {
    const bad = typedPromise(promise, row('women', { done: 'many' }));
    expect(bad.badGroups).toEqual(['women']);
    expect(verificationOf(bad, 'm1', '2026-05-01')).toBeNull();
    const unsure = typedPromise(promise, row('women', { cannotSay: '4' }));
    expect(verificationOf(unsure, 'm1', '2026-05-01')).toBeNull();
    expect(typedPromise(promise, {}).isEmpty).toBe(true);
  });
});
