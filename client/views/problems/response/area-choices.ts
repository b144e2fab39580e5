import { defineMessage, useIntl } from 'react-intl';
import type { AreaGeometry } from '../../../../server/app.ts';
import { useAnnotations } from '../../../api/annotations.ts';
import { useAreas } from '../../../api/areas.ts';
import type { Problem } from '../../../api/records.ts';

export interface AreaChoice {
  readonly id: string;
  readonly label: string;
  readonly geometry: AreaGeometry;
}

const CASE_AREA = defineMessage({ id: 'evaluation.area.case', defaultMessage: 'The area of this case' });

/** What can be chosen as an area of a plan: the case's own, named areas, and what was drawn for the case. */
export function useAreaChoices(problem: Problem): AreaChoice[] {
  const intl = useIntl();
  const areas = useAreas().data ?? [];
  const notes = useAnnotations(problem.id).data ?? [];
  const own = problem.geometry
    ? [{ id: 'case', label: intl.formatMessage(CASE_AREA), geometry: problem.geometry }]
    : [];
  const drawn = notes.flatMap(({ id, text, geometry }) =>
    geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
      ? [{ id: `note:${id}`, label: text, geometry }]
      : [],
  );
  const named = areas.map(({ id, name, geometry }) => ({ id: `area:${id}`, label: name, geometry }));
  return [...own, ...drawn, ...named];
}

/** The choice that is this shape; null for a shape of its own. */
export function choiceOf(choices: readonly AreaChoice[], shape: AreaGeometry | null): AreaChoice | null {
  if (shape === null) return null;
  const text = JSON.stringify(shape.coordinates);
  return choices.find(({ geometry }) => JSON.stringify(geometry.coordinates) === text) ?? null;
}
