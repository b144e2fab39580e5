import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forget, forgetOld, keep, readKept } from '../../client/kept-draft.ts';

const DAY = 86_400_000;
const asText = (value: unknown) => (typeof value === 'string' ? value : null);
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      kept.set(key, value);
      Object.assign(store, { [key]: value });
    },
    removeItem: (key: string) => kept.delete(key) && Reflect.deleteProperty(store, key),
  };
  vi.stubGlobal('localStorage', store);
});
afterEach(() => vi.unstubAllGlobals());

describe('a draft on this device', () => {
  it('is there again until it is forgotten', () => {
    keep('a', 'words', 0);
    expect(readKept('a', asText)).toBe('words');
    expect(readKept('b', asText)).toBeNull();
    forget('a');
    expect(readKept('a', asText)).toBeNull();
  });

  it('is not taken for what it is not', () => {
    keep('a', { not: 'text' }, 0);
    expect(readKept('a', asText)).toBeNull();
    kept.set('common-ground.draft.a', 'no json');
    expect(readKept('a', asText)).toBeNull();
  });

  it('goes after two weeks in which nobody came back to it; what is not a draft stays', () => {
    localStorage.setItem('common-ground.preferences', '{}');
    keep('old', 'words', 0);
    keep('new', 'words', 10 * DAY);
    forgetOld(15 * DAY);
    expect([readKept('old', asText), readKept('new', asText)]).toEqual([null, 'words']);
    expect(localStorage.getItem('common-ground.preferences')).toBe('{}');
  });

  it('does without a browser that keeps anything', () => {
    vi.stubGlobal('localStorage', undefined);
    keep('a', 'words', 0);
    forget('a');
    forgetOld(0);
    expect(readKept('a', asText)).toBeNull();
  });
});
