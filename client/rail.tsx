import { Link } from '@tanstack/react-router';
import { Columns3, Database, Map as MapIcon, Settings } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import styles from './rail.module.css';

export function Rail() {
  const intl = useIntl();
  return (
    <nav
      className={styles.rail}
      aria-label={intl.formatMessage({ id: 'frame.rail.label', defaultMessage: 'Main' })}
    >
      <Link to="/" className={styles.item} activeOptions={{ exact: true, includeSearch: false }}>
        <MapIcon aria-hidden />
        <FormattedMessage id="frame.rail.map" defaultMessage="Map" />
      </Link>
      <Link to="/problems" className={styles.item} activeOptions={{ includeSearch: false }}>
        <Columns3 aria-hidden />
        <FormattedMessage id="frame.rail.problems" defaultMessage="Problems" />
      </Link>
      <Link to="/data" className={styles.item} activeOptions={{ includeSearch: false }}>
        <Database aria-hidden />
        <FormattedMessage id="frame.rail.data" defaultMessage="Data" />
      </Link>
      <Link to="/settings" className={styles.item}>
        <Settings aria-hidden />
        <FormattedMessage id="frame.rail.settings" defaultMessage="Settings" />
      </Link>
    </nav>
  );
}
