import { FormattedMessage } from 'react-intl';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { RunButton } from '../../panels/run-button.tsx';

export function ClockForm() {
  const { incidents } = useMapContext();
  return (
    <div className={panelStyles.stack}>
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.clock.zone"
          defaultMessage="Hours are those of {zone}, also across changes of the clock."
          values={{ zone: incidents.timezone }}
        />
      </p>
      <RunButton request={{ method: 'data-clock', parameters: { timezone: 'auto' } }} />
    </div>
  );
}
