import type { Annotation } from '../../../../api/records.ts';

/** Notes that can be a guess: those drawn as a shape with an area, the newest first. */
export function drawnNotes(annotations: readonly Annotation[]): Annotation[] {
  return annotations
    .filter(({ geometry }) => geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon')
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
}

/** The first line, cut where a list has no more room. */
export function nameOfNote(text: string): string {
  const [line] = text.split('\n');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

const LONGEST = 80;
