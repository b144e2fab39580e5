import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { LevelField, MoreSettings } from '../form-fields.tsx';

export function NearestForm() {
  const { filter } = useMapContext();
  const [level, setLevel] = useState(0.05);
  const chosen = filter.areas !== undefined || filter.geometry !== undefined;
  return (
    <div className={panelStyles.stack}>
      <p>
        <FormattedMessage
          id="map.nearest.region"
          defaultMessage="{chosen, select, true {Measured against the area of the filter.} other {Measured against the outline around the incidents. Choose an area in the filter, or draw one, for the ground on which they could have happened.}}"
          values={{ chosen: String(chosen) }}
        />
      </p>
      <MoreSettings>
        <LevelField value={level} onChange={setLevel} />
      </MoreSettings>
      <RunButton request={{ method: 'nearest-neighbour', parameters: { level } }} />
    </div>
  );
}
