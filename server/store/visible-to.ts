import type { IncidentColumns } from '../../analysis/incident-columns.ts';
import { emptyColumns } from './empty-columns.ts';
import type { Incident, Viewer } from './ports.ts';

/** What of an incident a viewer may see. */
interface Sight {
  columns(all: IncidentColumns): IncidentColumns;
  incident(whole: Incident): Incident | null;
}

const NOTHING = emptyColumns(0, true);

const SIGHTS: Record<Viewer['precision'], Sight> = {
  exact: { columns: (all) => all, incident: (whole) => whole },
  none: { columns: () => NOTHING, incident: () => null },
};

/**
 * The one place where precision is decided. Everything that leaves the store about incidents passes through it, filters
 * included: they run on the columns the viewer may see, so that a question cannot find out what an answer would hide.
 */
export function visibleTo(viewer: Viewer): Sight {
  return SIGHTS[viewer.precision];
}
