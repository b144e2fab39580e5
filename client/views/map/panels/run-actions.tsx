import { FormattedMessage } from 'react-intl';
import type { Run } from '../../../api/runs.ts';
import { METHOD_VIEWS } from '../methods/method-views.ts';
import { KeepOnCase } from './keep-dialog.tsx';
import styles from './panels.module.css';

/** What can be done with a finished answer. */
export function RunActions({ run }: { run: Run }) {
  const file = (format: 'csv' | 'geojson') =>
    `/api/runs/${encodeURIComponent(run.id)}/export?format=${format}`;
  return (
    <div className={styles.row}>
      <KeepOnCase runId={run.id} />
      <a href={file('csv')} download>
        <FormattedMessage id="map.run.csv" defaultMessage="As CSV" />
      </a>
      {METHOD_VIEWS[run.method].layer === null ? null : (
        <a href={file('geojson')} download>
          <FormattedMessage id="map.run.geojson" defaultMessage="As GeoJSON" />
        </a>
      )}
    </div>
  );
}
