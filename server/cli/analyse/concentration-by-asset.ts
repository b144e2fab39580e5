import { countPlaces } from '../../../analysis/concentration.ts';
import { nearestAssets } from '../../../analysis/nearest-asset.ts';
import { parted } from './beside.ts';
import { labelsOf } from './column.ts';
import { concentrationOf, INTERVAL, rowNumbers } from './concentration.ts';
import { defineMethod } from './method.ts';
import { column, number } from './option.ts';
import { located, POSITION } from './positions.ts';

export const concentrationByAssetMethod = defineMethod({
  name: 'concentration-by-asset',
  question: 'Which few of these assets have most of the incidents near them?',
  files: ['nearest-asset.ts'],
  options: {
    ...POSITION,
    asset: column('column of the name of each asset, one row an asset; blank for incidents', {
      usual: ['asset'],
      blanks: true,
    }),
    within: number({
      about: 'incidents nearer than this belong to the nearest asset, others to none',
      unit: 'metres',
      above: 0,
      max: 100_000,
      standard: 100,
    }),
    ...INTERVAL,
  },
  run(values) {
    const { within } = values;
    const { points } = located(values);
    const { incidents, others, of } = parted(points, values.asset);
    const names = labelsOf(values.asset);
    const near = nearestAssets(of(incidents), of(others), { within });
    const counts = countPlaces(near.asset, others.length);
    const { ruler: _, density: __, places, parameters, ...found } = concentrationOf(counts, null, values);
    return {
      ...found,
      none: near.none,
      ambiguous: near.ambiguous,
      assets: Array.from(places, (place) => names[others[place]]),
      places: rowNumbers(places.map((place) => others[place])),
      row: incidents.map((row) => row + 1),
      asset: Array.from(near.asset, (asset) => (asset < 0 ? null : names[others[asset]])),
      parameters: { within, ...parameters },
    };
  },
});
