import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ConcernDraft,
  draftOf,
  forgetDraft,
  keepDraft,
  keptDraft,
  NOTHING_WRITTEN,
} from '../../../client/join/concern-draft.ts';

const DRAFT: ConcernDraft = {
  summary: 'No light at the',
  categoryId: 3,
  position: [36.8, -1.3],
  precision: 'neighbourhood',
};
let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('a concern that is being written', () => {
  it('is there again as it was, until it is sent or given up', () => {
    expect(keptDraft()).toBeNull();
    keepDraft(DRAFT);
    expect(keptDraft()).toEqual(DRAFT);
    forgetDraft();
    expect(keptDraft()).toBeNull();
    expect([...kept.values()].join('')).toBe('');
  });

  it('is not kept while nothing was written, and forgotten when everything was taken out', () => {
    keepDraft({ ...NOTHING_WRITTEN, precision: 'exact' });
    expect([...kept.values()].join('')).toBe('');
    keepDraft(DRAFT);
    keepDraft({ ...NOTHING_WRITTEN, summary: ' ' });
    expect([...kept.values()].join('')).toBe('');
  });

  it('is begun from one that was refused', () => {
    const { summary, categoryId, precision } = DRAFT;
    const rest = { language: 'en', wordsChecked: false, isProtected: false, pathway: null };
    const refused = (place: { precision: string; position: [number, number] } | null) =>
      draftOf({ kind: 'concern', concern: { ...rest, summary, categoryId, place }, photo: null });
    expect(refused({ precision, position: [36.8, -1.3] })).toEqual(DRAFT);
    expect(refused(null)).toEqual({ ...DRAFT, position: null, precision: 'street' });
  });

  it.each(['', '{', 'null', '[]', '7', '{"summary":4}'])('is none when what was kept is %s', (text) => {
    kept.set('common-ground-concern', text);
    expect(keptDraft()).toBeNull();
  });

  it('loses what cannot be used and keeps its words', () => {
    const odd = { summary: 'x'.repeat(600), categoryId: '3', position: [1], precision: 'toTheInch' };
    kept.set('common-ground-concern', JSON.stringify(odd));
    expect(keptDraft()).toEqual({ ...NOTHING_WRITTEN, summary: 'x'.repeat(500) });
  });

  it('is written all the same where the browser keeps nothing', () => {
    vi.stubGlobal('sessionStorage', undefined);
    expect(() => keepDraft(DRAFT)).not.toThrow();
    expect(keptDraft()).toBeNull();
    expect(() => forgetDraft()).not.toThrow();
  });
});
