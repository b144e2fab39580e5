import { defineMessage } from 'react-intl';
import type { ComparedPlace, PatternResult } from '../results/point-pattern-test.ts';
import { dataOf } from '../run-result.ts';
import { type MapArea, once } from '../scene.ts';
import { type ClassedCell, classLayer } from './class-cells.ts';

type Kind = NonNullable<ComparedPlace['kind']>;

/** The same areas and the same result give the same places; an area that was deleted since is not drawn. */
const placed = once(({ on, places }: PatternResult) =>
  once((areas: readonly MapArea[]): readonly ClassedCell<Kind>[] => {
    if (on === 'cells') return places;
    const shapes = new Map(areas.map(({ id, geometry }) => [id, geometry]));
    return places.flatMap((place) => {
      const geometry = shapes.get(place.cell);
      return geometry ? [{ ...place, geometry }] : [];
    });
  }),
);

/** Where a larger or smaller part of all incidents lies than before. */
export const movedShares = classLayer<Kind>({
  id: 'moved-shares',
  title: defineMessage({ id: 'map.layer.movedShares', defaultMessage: 'Where the pattern moved' }),
  cellsOf: ({ result, areas }) => {
    const data = dataOf(result, 'point-pattern-test');
    return data && placed(data)(areas);
  },
  none: 'sameShare',
  classes: [
    { name: 'larger', label: 'largerShare', colour: ({ hot }) => hot[1], mark: 'triangle' },
    { name: 'smaller', label: 'smallerShare', colour: ({ cold }) => cold[1], mark: 'bar' },
  ],
});
