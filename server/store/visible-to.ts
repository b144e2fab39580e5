import type { IncidentColumns } from '../../analysis/incident-columns.ts';
import { emptyColumns } from './empty-columns.ts';
import type { Incident, Viewer } from './ports.ts';

/** What of an incident a viewer may see. */
interface Sight {
  columns(all: IncidentColumns): IncidentColumns;
  incident(whole: Incident): Incident | null;
}

const NOTHING = emptyColumns(0, true);

const ALL: Sight = { columns: (all) => all, incident: (whole) => whole };
const NONE: Sight = { columns: () => NOTHING, incident: () => null };

/**
 * The one place where precision is decided. Everything that leaves the store about incidents passes through it, filters
 * included: they run on the columns the viewer may see, so that a question cannot find out what an answer would hide.
 */
export function visibleTo(viewer: Viewer): Sight {
  return viewer.grants.some(({ tier, area }) => tier === 'exact' && area === null) ? ALL : NONE;
}
