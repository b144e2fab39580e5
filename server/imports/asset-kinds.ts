import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { normaliseLabel } from '../domain/protected-categories.ts';
import { projectRoot } from '../root.ts';

const file = z.object({
  kinds: z.array(z.object({ kind: z.string(), name: z.string(), words: z.array(z.string()) })),
});

export interface AssetKinds {
  /** The kind a text speaks of, or null. */
  kindOf(text: string): string | null;
}

export function readAssetKinds(): AssetKinds {
  const path = join(projectRoot, 'data', 'asset-kinds.json');
  const { kinds } = file.parse(JSON.parse(readFileSync(path, 'utf8')));
  const patterns = kinds.map(({ kind, name, words }) => ({
    kind,
    pattern: new RegExp(` (?:${[kind, name, ...words].map(wordSource).join('|')}) `, 'u'),
  }));
  const known = new Map<string, string | null>();
  return {
    kindOf(text) {
      let kind = known.get(text);
      if (kind === undefined) {
        const padded = ` ${normaliseLabel(text)} `;
        kind = patterns.find(({ pattern }) => pattern.test(padded))?.kind ?? null;
        if (known.size < 5000) known.set(text, kind);
      }
      return kind;
    },
  };
}

function wordSource(word: string): string {
  const source = normaliseLabel(word);
  return word.endsWith('*') ? `${source}[^ ]*` : source;
}
