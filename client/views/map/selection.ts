import type { Hit } from '../../map/layer.ts';

/** What is selected, as the address writes it: `area:12`. */
export interface Selected {
  readonly kind: 'incident' | 'cell' | 'area' | 'asset' | 'problem' | 'annotation' | 'concern';
  readonly id: string;
}

const KINDS: readonly Selected['kind'][] = [
  'incident',
  'cell',
  'area',
  'asset',
  'problem',
  'annotation',
  'concern',
];

export function readSelection(text: string | undefined): Selected | null {
  const at = text?.indexOf(':') ?? -1;
  if (!text || at < 0) return null;
  const kind = KINDS.find((known) => known === text.slice(0, at));
  const id = text.slice(at + 1);
  return kind && id ? { kind, id } : null;
}

export const writeSelection = ({ kind, id }: Selected): string => `${kind}:${id}`;

/** A hit that can be selected; groups and places open instead. */
export function selectedOf(hit: Hit): Selected | null {
  const kind = KINDS.find((known) => known === hit.kind);
  return kind ? { kind, id: hit.id } : null;
}
