import { FormattedMessage } from 'react-intl';
import panelStyles from '../panels/panels.module.css';

export function Gone() {
  return (
    <p className={panelStyles.quiet}>
      <FormattedMessage
        id="map.cell.gone"
        defaultMessage="This cell belongs to an answer that is not on the map. Ask the question again."
      />
    </p>
  );
}

/** The same for parts of time. */
export function GoneTime() {
  return (
    <p className={panelStyles.quiet}>
      <FormattedMessage
        id="map.time.gone"
        defaultMessage="This time belongs to an answer that is not open. Ask the question again."
      />
    </p>
  );
}
