import { expect, it } from 'vitest';
import { newName } from '../../client/new-name.ts';
import { projectFiles, read } from '../architecture/source-files.ts';

it('is long, plain and never the same', () => {
  const names = new Set(Array.from({ length: 1000 }, newName));
  expect(names.size).toBe(1000);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
});

it('is where all names come from: `randomUUID` is missing on the network of a meeting', () => {
  const wrong = projectFiles().filter(
    (file) => /^client\/.*\.tsx?$/.test(file) && /\brandomUUID\(/.test(read(file)),
  );
  expect(wrong).toEqual([]);
});
