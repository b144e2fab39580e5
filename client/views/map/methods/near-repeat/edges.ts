const MOST = 13;

/** The edges of bands as people type them; null while they are not ascending numbers from 0. */
export function readEdges(text: string): number[] | null {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== '');
  const edges = parts.map(Number);
  const ascending = edges.every(
    (edge, i) => Number.isFinite(edge) && edge >= 0 && (i === 0 || edge > edges[i - 1]),
  );
  return ascending && edges.length >= 2 && edges.length <= MOST ? edges : null;
}
