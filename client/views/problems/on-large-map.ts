/** The address of the large map with a case chosen, and with the layer that a section of the case is about. */
export function onLargeMap(problemId: string, layer?: 'concerns' | 'interventions' | 'assets'): string {
  const shown = layer ? `&layers=${layer}` : '';
  return `/?sel=problem:${encodeURIComponent(problemId)}${shown}`;
}
