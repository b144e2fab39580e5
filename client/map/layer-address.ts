import type { LayerState } from './layer.ts';

/** What the address needs to know of the layer list. */
export interface LayerDefault {
  readonly id: string;
  readonly visibleAtFirst: boolean;
}

/**
 * The layer list as it stands in the address: `id`, `-id` (hidden), `id~0.5` (opacity), from bottom to top.
 * Nothing is written for a list that stands as it came, so that a plain view has a plain address.
 */
export function readLayers(text: string | undefined, defaults: readonly LayerDefault[]): LayerState[] {
  const named = new Map<string, LayerState>();
  for (const part of (text ?? '').split(',')) {
    const state = readPart(part.trim());
    if (state && defaults.some((layer) => layer.id === state.id)) named.set(state.id, state);
  }
  return arrange(named, defaults);
}

export function writeLayers(
  states: readonly LayerState[],
  defaults: readonly LayerDefault[],
): string | undefined {
  const ordered = states.every((state, i) => state.id === defaults[i]?.id);
  const told = states.filter((state) => !ordered || differs(state, defaults));
  return told.length === 0 ? undefined : told.map(writePart).join(',');
}

function readPart(part: string): LayerState | null {
  const match = /^(-?)([a-z][a-z-]*)(?:~(0(?:\.\d+)?|1))?$/.exec(part);
  if (!match) return null;
  return { id: match[2], visible: match[1] === '', opacity: match[3] === undefined ? 1 : Number(match[3]) };
}

const writePart = (state: LayerState): string =>
  `${state.visible ? '' : '-'}${state.id}${state.opacity === 1 ? '' : `~${Number(state.opacity.toFixed(2))}`}`;

function differs(state: LayerState, defaults: readonly LayerDefault[]): boolean {
  const standard = defaults.find((layer) => layer.id === state.id);
  return state.visible !== standard?.visibleAtFirst || state.opacity !== 1;
}

/**
 * A full list names every layer and its order is taken as it is. A short one only changes entries in place:
 * a layer that a newer version adds keeps its own place in both.
 */
function arrange(named: ReadonlyMap<string, LayerState>, defaults: readonly LayerDefault[]): LayerState[] {
  const standard = (layer: LayerDefault): LayerState =>
    named.get(layer.id) ?? { id: layer.id, visible: layer.visibleAtFirst, opacity: 1 };
  const inOrder = defaults.map(standard);
  const namedOrder = [...named.values()];
  let next = 0;
  return inOrder.map((state) => (named.has(state.id) ? namedOrder[next++] : state));
}
