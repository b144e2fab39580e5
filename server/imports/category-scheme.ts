import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CategoryGuard,
  type CategoryScheme,
  categoryScheme,
  createCategoryGuard,
  protectedWords,
} from '../domain/protected-categories.ts';
import { projectRoot } from '../root.ts';

export function readCategoryScheme(): CategoryScheme {
  return categoryScheme.parse(readJson('common-ground.json'));
}

export function readCategoryGuard(): CategoryGuard {
  return createCategoryGuard(readCategoryScheme(), protectedWords.parse(readJson('protected-words.json')));
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(projectRoot, 'data', 'categories', name), 'utf8'));
}
