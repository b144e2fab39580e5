import { describe, expect, it } from 'vitest';
import { isMoreBeyond } from '../../../client/ui/more-beyond.tsx';

describe('isMoreBeyond', () => {
  it.each([
    { case: 'all of it in sight', scrolled: 0, room: 356, content: 356, more: false },
    { case: 'wider by a rounding', scrolled: 0, room: 356, content: 357, more: false },
    { case: 'wider than the box', scrolled: 0, room: 356, content: 500, more: true },
    { case: 'scrolled half the way', scrolled: 70, room: 356, content: 500, more: true },
    { case: 'scrolled to the end', scrolled: 144, room: 356, content: 500, more: false },
    { case: 'scrolled half the way from right to left', scrolled: -70, room: 356, content: 500, more: true },
    { case: 'scrolled to the end from right to left', scrolled: -144, room: 356, content: 500, more: false },
  ])('says $more of what is $case', ({ scrolled, room, content, more }) => {
    expect(isMoreBeyond(scrolled, room, content)).toBe(more);
  });
});
