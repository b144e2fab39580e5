import { useWorkspace } from './api/workspace.ts';
import { dayOf } from './day.ts';

/** The date on the calendar of the workspace, as in 2026-03-31: the server judges days by it, wherever the browser is. */
export function useToday(): string {
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  return dayOf(new Date().toISOString(), zone, 0);
}
