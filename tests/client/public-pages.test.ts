import { expect, test } from 'vitest';
import { isPublic } from '../../client/public-pages.ts';

test('only the notice board and what stands on it is public', () => {
  expect(['/notice-board', '/notice-board/1'].every(isPublic)).toBe(true);
  expect(['/', '/published', '/published/1', '/notice-boards', '/sign-in'].some(isPublic)).toBe(false);
});
