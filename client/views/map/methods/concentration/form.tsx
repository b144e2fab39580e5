import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { NumberField } from '../../../../ui/number-field.tsx';
import { RadioGroup } from '../../../../ui/radio-group.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { kindCounts } from '../asset-kind-counts.ts';
import { AssetKindsField } from '../asset-kinds-field.tsx';
import type { ParametersOf } from '../form-fields.tsx';
import { anyStreetIn, assetsIn } from './places-near.ts';

type Place = NonNullable<ParametersOf<'concentration'>['place']>;

export function ConcentrationForm() {
  const intl = useIntl();
  const { records, scene, filter } = useMapContext();
  const extents = (records.datasets ?? []).flatMap(({ id, kind, bounds }) =>
    kind === 'incidents' && bounds !== null && (!filter.datasets || filter.datasets.includes(id))
      ? [bounds]
      : [],
  );
  const hasStreets = anyStreetIn(scene.streets, extents);
  const hasAreas = (records.areas?.length ?? 0) > 0;
  const [place, setPlace] = useState<Place>(hasStreets ? 'street' : 'position');
  const assets = assetsIn(records.assets, extents);
  const [streetLimit, setStreetLimit] = useState(50);
  const [assetKinds, setAssetKinds] = useState<string[]>([]);
  const [assetLimit, setAssetLimit] = useState(100);
  const choices: { id: Place; label: string; hint: string; offered: boolean }[] = [
    {
      id: 'street',
      label: intl.formatMessage({ id: 'map.conc.street', defaultMessage: 'Street segments' }),
      hint: intl.formatMessage({
        id: 'map.conc.street.hint',
        defaultMessage: 'what other cities are measured by',
      }),
      offered: hasStreets,
    },
    {
      id: 'area',
      label: intl.formatMessage({ id: 'map.conc.area', defaultMessage: 'Areas' }),
      hint: intl.formatMessage({
        id: 'map.conc.area.hint',
        defaultMessage: 'of the kind there are most of',
      }),
      offered: hasAreas,
    },
    {
      id: 'asset',
      label: intl.formatMessage({ id: 'map.conc.asset', defaultMessage: 'Community assets' }),
      hint: intl.formatMessage({
        id: 'map.conc.asset.hint',
        defaultMessage: 'each incident at the nearest one, those near none left out',
      }),
      offered: assets.length > 0,
    },
    {
      id: 'position',
      label: intl.formatMessage({ id: 'map.conc.position', defaultMessage: 'Single positions' }),
      hint: intl.formatMessage({
        id: 'map.conc.position.hint',
        defaultMessage: 'the same place to the metre; places without incidents are not known',
      }),
      offered: true,
    },
  ];
  return (
    <div className={panelStyles.stack}>
      <RadioGroup<Place>
        label={intl.formatMessage({ id: 'map.conc.place', defaultMessage: 'What is a place?' })}
        value={place}
        onChange={setPlace}
        choices={choices.filter(({ offered }) => offered)}
      />
      {place === 'street' ? (
        <NumberField
          label={intl.formatMessage({
            id: 'map.conc.limit',
            defaultMessage: 'Farthest from a street, metres',
          })}
          value={streetLimit}
          minValue={1}
          maxValue={1000}
          onChange={(limit) => Number.isFinite(limit) && setStreetLimit(limit)}
        />
      ) : null}
      {place === 'asset' ? (
        <>
          <AssetKindsField
            legend={
              <FormattedMessage
                id="map.conc.kinds"
                defaultMessage="Kinds of assets{chosen, plural, =0 {: the kind there are most of} other {}}"
                values={{ chosen: assetKinds.length }}
              />
            }
            kinds={kindCounts(assets)}
            chosen={assetKinds}
            onChange={setAssetKinds}
          />
          <NumberField
            label={intl.formatMessage({
              id: 'map.conc.assetLimit',
              defaultMessage: 'Near an asset is within, metres',
            })}
            value={assetLimit}
            minValue={10}
            maxValue={5000}
            onChange={(limit) => Number.isFinite(limit) && setAssetLimit(limit)}
          />
        </>
      ) : null}
      <RunButton
        request={{ method: 'concentration', parameters: { place, streetLimit, assetKinds, assetLimit } }}
      />
    </div>
  );
}
