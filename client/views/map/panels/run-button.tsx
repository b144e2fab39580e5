import { FormattedMessage, useIntl } from 'react-intl';
import { type RunRequest, useStartRun } from '../../../api/runs.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useMapContext } from '../map-context.ts';
import styles from './panels.module.css';

type Unfiltered = RunRequest extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'filter'>
    : never
  : never;

interface RunButtonProps {
  readonly request: Unfiltered;
  /** False while the form lacks something the question needs. */
  readonly isReady?: boolean;
}

/** Asks the question of the incidents under the filter; the answer is put on the map. */
export function RunButton({ request, isReady = true }: RunButtonProps) {
  const intl = useIntl();
  const { filter, change, incidents, runOnMap } = useMapContext();
  const start = useStartRun();
  const run = () =>
    start.mutate({ ...request, filter } as RunRequest, {
      onSuccess: ({ id }) => change({ run: id, sel: undefined }),
    });
  const total = incidents.counts?.located ?? 0;
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <Button
          kind="primary"
          onPress={run}
          isPending={start.isPending || runOnMap.running}
          isDisabled={total === 0 || !isReady}
        >
          <FormattedMessage id="map.run.start" defaultMessage="Answer this" />
        </Button>
        <span className={styles.quiet}>
          <FormattedMessage
            id="map.run.of"
            defaultMessage="{total, plural, =0 {No incidents under the filter} one {of # incident} other {of # incidents}}"
            values={{ total }}
          />
        </span>
      </div>
      {start.error ? (
        <Notice
          tone="red"
          title={intl.formatMessage({
            id: 'map.run.refused',
            defaultMessage: 'The question was not accepted',
          })}
        >
          {start.error.message}
        </Notice>
      ) : null}
    </div>
  );
}
