import { useCallback } from 'react';
import { useMapContext } from '../map-context.ts';

/** The part of the answer that is selected, and how a chart selects one: the same as a row and a click on the map. */
export function useSelectedPart(): { selected: string | null; onSelect: (part: string) => void } {
  const { selected, select } = useMapContext();
  const onSelect = useCallback((id: string) => select({ kind: 'cell', id }), [select]);
  return { selected: selected?.kind === 'cell' ? selected.id : null, onSelect };
}
