import type { Geometry, GeometryCollection } from 'geojson';
import { containsPosition, type PreparedPolygon } from '../../../../analysis/prepared-polygon.ts';
import type { Commitment } from '../../../api/commitments.ts';
import { boundsOf } from '../../../map/measure.ts';

/** What is to be reminded of: overdue, due soon, and what waits for residents to judge it. */
export const REMINDERS = ['overdue', 'soon', 'residents'] as const;
export type Reminder = (typeof REMINDERS)[number];

/** Days ahead that count as soon. */
export const SOON_DAYS = 30;
const OPEN: readonly Commitment['state'][] = ['agreed', 'in_progress', 'blocked', 'reopened'];
const DAY_MS = 86_400_000;

const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);

/** Null: nobody has to be reminded of it now. What is internal is for no list that is handed round. */
export function reminderOf(
  { state, dueOn, visibility }: Pick<Commitment, 'state' | 'dueOn' | 'visibility'>,
  today: string,
): Reminder | null {
  if (visibility === 'internal') return null;
  if (state === 'delivered') return 'residents';
  if (!OPEN.includes(state) || dueOn === null) return null;
  const days = daysUntil(dueOn, today);
  if (days < 0) return 'overdue';
  return days <= SOON_DAYS ? 'soon' : null;
}

/** Days a promise is late; 0 when it is not. */
export const daysLate = (dueOn: string | null, today: string): number =>
  dueOn === null ? 0 : Math.max(0, -daysUntil(dueOn, today));

export interface OrganisationReminders {
  readonly id: number;
  readonly name: string;
  readonly of: Readonly<Record<Reminder, readonly Commitment[]>>;
}

/** By organisation, the longest overdue first. */
export function remindersOf(
  commitments: readonly Commitment[],
  today: string,
  isWanted: (commitment: Commitment) => boolean,
): OrganisationReminders[] {
  const found = commitments
    .filter(isWanted)
    .flatMap((commitment) => {
      const reminder = reminderOf(commitment, today);
      return reminder ? [{ commitment, reminder }] : [];
    })
    .sort((a, b) => (a.commitment.dueOn ?? '9999').localeCompare(b.commitment.dueOn ?? '9999'));
  const names = new Map(
    found.map(({ commitment: { organisation } }) => [organisation.id, organisation.name]),
  );
  const those = (id: number, wanted: Reminder) =>
    found.flatMap(({ commitment, reminder }) =>
      commitment.organisation.id === id && reminder === wanted ? [commitment] : [],
    );
  return [...names]
    .map(([id, name]) => ({
      id,
      name,
      of: { overdue: those(id, 'overdue'), soon: those(id, 'soon'), residents: those(id, 'residents') },
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

type Shape = Exclude<Geometry, GeometryCollection>;

/** Whether the middle of a place lies in an area; what has no place lies in none. */
export function liesIn(area: PreparedPolygon, place: Geometry | null): boolean {
  if (place === null || place.type === 'GeometryCollection') return false;
  const [west, south, east, north] = boundsOf(place satisfies Shape);
  return containsPosition(area, (west + east) / 2, (south + north) / 2);
}
