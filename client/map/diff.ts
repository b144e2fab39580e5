import type { GeoJSONSourceSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { type DeckStyle, isDeck, type StyleLayer } from './layer.ts';

/** What the map should show: sources by id and style layers from bottom to top. */
export interface Plan {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly styles: readonly StyleLayer[];
}

export const EMPTY_PLAN: Plan = { sources: {}, styles: [] };

type Data = GeoJSONSourceSpecification['data'];

export type Operation =
  | { readonly do: 'addSource'; readonly id: string; readonly source: SourceSpecification }
  | { readonly do: 'setData'; readonly id: string; readonly data: Data }
  | { readonly do: 'removeSource'; readonly id: string }
  | {
      readonly do: 'addLayer';
      readonly layer: LayerSpecification;
      readonly before: string | undefined;
    }
  | { readonly do: 'removeLayer'; readonly id: string }
  | { readonly do: 'moveLayer'; readonly id: string; readonly before: string | undefined }
  | { readonly do: 'setPaint'; readonly id: string; readonly name: string; readonly value: unknown }
  | { readonly do: 'setLayout'; readonly id: string; readonly name: string; readonly value: unknown }
  | { readonly do: 'setFilter'; readonly id: string; readonly value: unknown }
  | { readonly do: 'setDeck'; readonly layers: readonly DeckStyle[] };

/**
 * The map operations that lead from one plan to the next, in an order that MapLibre accepts:
 * layers leave before their source, sources come before their layers.
 * Data is compared by identity; paint, layout and filter by value, because they are small and made anew each time.
 */
export function diff(previous: Plan, next: Plan): Operation[] {
  const stale = staleSources(previous, next);
  const before = keptStyles(previous, next, stale);
  const keptIds = new Set(before.map((style) => style.id));
  return [
    ...previous.styles
      .filter((style) => !keptIds.has(style.id))
      .map((style): Operation => ({ do: 'removeLayer', id: style.id })),
    ...[...stale].map((id): Operation => ({ do: 'removeSource', id })),
    ...sourceOperations(previous, next, stale),
    ...orderOperations(before, next.styles),
    ...changeOperations(before, next.styles),
    ...deckOperations(previous.styles, next.styles),
  ];
}

/** Sources that must go: no longer wanted, or changed in a way that `setData` cannot follow. */
function staleSources(previous: Plan, next: Plan): Set<string> {
  const ids = Object.keys(previous.sources).filter((id) => {
    const [old, wanted] = [previous.sources[id], next.sources[id]];
    return wanted === undefined || (wanted !== old && !onlyDataDiffers(old, wanted));
  });
  return new Set(ids);
}

function onlyDataDiffers(a: SourceSpecification, b: SourceSpecification): boolean {
  if (a.type !== 'geojson' || b.type !== 'geojson') return sameValue(a, b);
  return sameValue({ ...a, data: null }, { ...b, data: null });
}

function sourceOperations(previous: Plan, next: Plan, stale: ReadonlySet<string>): Operation[] {
  const operations: Operation[] = [];
  for (const [id, source] of Object.entries(next.sources)) {
    const old = previous.sources[id];
    if (old === undefined || stale.has(id)) operations.push({ do: 'addSource', id, source });
    else if (source.type === 'geojson' && old.type === 'geojson' && source.data !== old.data)
      operations.push({ do: 'setData', id, data: source.data });
  }
  return operations;
}

/** Style layers that stay on the map: still wanted, same kind, same source, and the source itself stays. */
function keptStyles(previous: Plan, next: Plan, stale: ReadonlySet<string>): StyleLayer[] {
  const wanted = new Map(next.styles.map((style) => [style.id, style]));
  return previous.styles.filter((old) => {
    const style = wanted.get(old.id);
    if (style === undefined || style.type !== old.type) return false;
    return sourceOf(style) === sourceOf(old) && !stale.has(sourceOf(old) ?? '');
  });
}

const sourceOf = (style: StyleLayer): string | undefined =>
  'source' in style && typeof style.source === 'string' ? style.source : undefined;

/** Walks from the top down, so that the layer above is always in place already. */
function orderOperations(before: readonly StyleLayer[], wanted: readonly StyleLayer[]): Operation[] {
  const operations: Operation[] = [];
  const order = before.map((style) => style.id);
  let above: string | undefined;
  for (const style of wanted.toReversed()) {
    const index = order.indexOf(style.id);
    if (index < 0) {
      operations.push({ do: 'addLayer', layer: anchored(style), before: above });
    } else if (index === order.length - 1) {
      order.pop();
    } else {
      operations.push({ do: 'moveLayer', id: style.id, before: above });
      order.splice(index, 1);
    }
    above = style.id;
  }
  return operations;
}

/** deck.gl layers are held in the order by an empty layer of MapLibre's own. */
function anchored(style: StyleLayer): LayerSpecification {
  if (!isDeck(style)) return style;
  return { id: style.id, type: 'background', layout: { visibility: 'none' } };
}

function changeOperations(before: readonly StyleLayer[], wanted: readonly StyleLayer[]): Operation[] {
  const old = new Map(before.map((style) => [style.id, style]));
  return wanted.flatMap((style) => {
    const previous = old.get(style.id);
    if (previous === undefined || isDeck(style) || isDeck(previous)) return [];
    return styleChanges(previous, style);
  });
}

function styleChanges(previous: LayerSpecification, next: LayerSpecification): Operation[] {
  const { id } = next;
  const operations: Operation[] = [];
  for (const [name, value] of changedKeys(previous.paint, next.paint))
    operations.push({ do: 'setPaint', id, name, value });
  for (const [name, value] of changedKeys(previous.layout, next.layout))
    operations.push({ do: 'setLayout', id, name, value });
  const [was, is] = [filterOf(previous), filterOf(next)];
  if (!sameValue(was, is)) operations.push({ do: 'setFilter', id, value: is });
  return operations;
}

const filterOf = (layer: LayerSpecification): unknown => ('filter' in layer ? layer.filter : undefined);

function changedKeys(a: object = {}, b: object = {}): [string, unknown][] {
  const before = new Map<string, unknown>(Object.entries(a));
  const after = new Map<string, unknown>(Object.entries(b));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .filter((name) => !sameValue(before.get(name), after.get(name)))
    .map((name) => [name, after.get(name)]);
}

const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

function deckOperations(previous: readonly StyleLayer[], next: readonly StyleLayer[]): Operation[] {
  const [old, wanted] = [previous.filter(isDeck), next.filter(isDeck)];
  const same = old.length === wanted.length && old.every((style, i) => style === wanted[i]);
  return same ? [] : [{ do: 'setDeck', layers: wanted }];
}
