import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type LibraryCard, libraryCard } from './domain/response-card.ts';
import { projectRoot } from './root.ts';

const file = z.object({ cards: z.array(libraryCard) });

/** The library: the techniques of situational prevention in their order, then the other families. Read once. */
export function readResponseCards(): readonly LibraryCard[] {
  kept ??= readFolder(join(projectRoot, 'data', 'response-cards'));
  return kept;
}

/** The other families have no number and come last. */
const AFTER_ALL = 26;

let kept: readonly LibraryCard[] | undefined;

function readFolder(folder: string): LibraryCard[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const cards = names
    .sort()
    .flatMap((name) => file.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).cards);
  return cards.sort((a, b) => (a.number ?? AFTER_ALL) - (b.number ?? AFTER_ALL));
}
