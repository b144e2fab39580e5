import { defineMessage } from 'react-intl';
import type { QuotientClass, QuotientResult } from '../results/location-quotient.ts';
import { dataOf } from '../run-result.ts';
import { type MapArea, once } from '../scene.ts';
import { type ClassedCell, classLayer } from './class-cells.ts';

/** The same areas and the same result give the same shapes; areas that are gone have none. */
const shaped = once((data: QuotientResult) =>
  once((areas: readonly MapArea[]): ClassedCell<QuotientClass>[] => {
    const shapes = new Map(areas.map(({ id, geometry }) => [id, geometry]));
    return data.places.flatMap(({ cell, centre, kind }) => {
      const geometry = shapes.get(cell);
      return geometry ? [{ cell, centre, kind, outline: [], geometry }] : [];
    });
  }),
);

/** Areas by what part of the incidents are of a kind, diverging around the part they are everywhere. */
export const locationQuotient = classLayer<QuotientClass>({
  id: 'location-quotient',
  title: defineMessage({ id: 'map.layer.quotient', defaultMessage: 'Part of what happens there' }),
  cellsOf: ({ result, areas }) => {
    const data = dataOf(result, 'location-quotient');
    return data && shaped(data)(areas);
  },
  none: 'quotientNone',
  classes: [
    { name: 'quotient2', label: 'quotient2', colour: ({ hot }) => hot[2], mark: 'triangle' },
    { name: 'quotient1', label: 'quotient1', colour: ({ hot }) => hot[0], mark: 'triangle' },
    { name: 'quotientBelow1', label: 'quotientBelow1', colour: ({ cold }) => cold[2], mark: 'bar' },
    { name: 'quotientBelow2', label: 'quotientBelow2', colour: ({ cold }) => cold[0], mark: 'bar' },
  ],
});
