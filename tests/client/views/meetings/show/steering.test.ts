import { describe, expect, it } from 'vitest';
import { isTheirs, stepOfKey, targetOf } from '../../../../../client/views/meetings/show/steering.ts';

const IDS = ['a', 'b', 'c'];

describe('keys and clickers', () => {
  it('go on and back, the arrows to the sides with the direction of writing', () => {
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' '])
      expect(stepOfKey(key, false)).toBe('next');
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) expect(stepOfKey(key, false)).toBe('back');
    expect(stepOfKey('ArrowLeft', true)).toBe('next');
    expect(stepOfKey('PageDown', true)).toBe('next');
    expect(stepOfKey('x', false)).toBeNull();
  });

  it('are left to whoever types, and to the button that has the focus', () => {
    expect(isTheirs('b', { tagName: 'TEXTAREA', isContentEditable: false })).toBe(true);
    expect(isTheirs(' ', { tagName: 'BUTTON', isContentEditable: false })).toBe(true);
    expect(isTheirs('PageDown', { tagName: 'BUTTON', isContentEditable: false })).toBe(false);
    expect(isTheirs(' ', null)).toBe(false);
  });
});

describe('a step', () => {
  it('leads to the item beside, and stays at the ends', () => {
    expect(targetOf('next', IDS, 'a')).toBe('b');
    expect(targetOf('back', IDS, 'b')).toBe('a');
    expect(targetOf('next', IDS, 'c')).toBeNull();
    expect(targetOf('back', IDS, 'a')).toBeNull();
    expect(targetOf('first', IDS, 'c')).toBe('a');
    expect(targetOf('last', IDS, 'a')).toBe('c');
  });

  it('begins with the first when nothing is shown yet, and goes nowhere in an empty agenda', () => {
    expect(targetOf('next', IDS, null)).toBe('a');
    expect(targetOf('next', [], null)).toBeNull();
    // An item that was dropped meanwhile.
    expect(targetOf('next', IDS, 'gone')).toBe('a');
  });

  it('from two windows that saw the same leads to the same item', () => {
    expect(targetOf('next', IDS, 'a')).toBe(targetOf('next', IDS, 'a'));
  });
});
