import { useState } from 'react';
import { useIntl } from 'react-intl';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';
import { AutoField } from '../form-fields.tsx';

type Choice = number | 'auto';

export function DbscanForm() {
  const intl = useIntl();
  const [radius, setRadius] = useState<Choice>('auto');
  const [minimum, setMinimum] = useState<Choice>('auto');
  return (
    <div className={panelStyles.stack}>
      <AutoField
        label={intl.formatMessage({ id: 'map.dbscan.radius', defaultMessage: 'Radius, metres' })}
        value={radius}
        start={100}
        least={1}
        most={100_000}
        rule={intl.formatMessage({
          id: 'map.dbscan.radius.rule',
          defaultMessage: 'half of the automatic cell, 25 to 250 m',
        })}
        onChange={setRadius}
      />
      <AutoField
        label={intl.formatMessage({
          id: 'map.dbscan.minimum',
          defaultMessage: 'Incidents that must lie within it',
        })}
        value={minimum}
        start={10}
        least={2}
        most={100_000}
        rule={intl.formatMessage({
          id: 'map.dbscan.minimum.rule',
          defaultMessage: 'as many as the densest tenth of the incidents have around them',
        })}
        onChange={setMinimum}
      />
      <RunButton request={{ method: 'dbscan', parameters: { radius, minimum } }} />
    </div>
  );
}
