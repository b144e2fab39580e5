import { type RefObject, useEffect } from 'react';
import type { MapEngine } from '../../map/map-engine.ts';

/** A sheet as high as the map itself hides it: then nothing is gained by moving the map. */
const MOST = 0.7;

/** Keeps the middle of the map in sight where a sheet lies over it, as on a phone. */
export function useCover(view: RefObject<HTMLElement | null>, engine: MapEngine | null, open: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another open panel is another sheet to look at
  useEffect(() => {
    const element = view.current;
    if (!engine || !element) return;
    const sheets = [...element.querySelectorAll('section')].filter((each) => isOver(each));
    const measure = () => engine.cover(coverOf(engine.container.getBoundingClientRect(), sheets));
    const observer = new ResizeObserver(measure);
    for (const box of [engine.container, ...sheets]) observer.observe(box);
    measure();
    return () => observer.disconnect();
  }, [view, engine, open]);
}

const isOver = (element: Element): boolean => getComputedStyle(element).position === 'fixed';

type Box = Pick<DOMRect, 'top' | 'bottom'>;

/** Pixels at the foot of the map that lie under a sheet. */
export function coverOf(map: Box, sheets: readonly { getBoundingClientRect(): Box }[]): number {
  const tops = sheets.map((sheet) => sheet.getBoundingClientRect()).filter(({ top, bottom }) => bottom > top);
  const covered = Math.max(0, ...tops.map(({ top }) => map.bottom - top));
  return covered > (map.bottom - map.top) * MOST ? 0 : covered;
}
