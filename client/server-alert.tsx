import { FormattedMessage } from 'react-intl';
import { useHealth } from './api/health.ts';
import styles from './server-alert.module.css';

/** What is wrong with the server itself, in red over every page for as long as it is. */
export function ServerAlert() {
  const { data: health } = useHealth();
  if (!health?.unencrypted) return null;
  return (
    <div role="alert" className={styles.alert}>
      <strong>
        <FormattedMessage
          id="serverAlert.unencrypted"
          defaultMessage="Others in this network can read along."
        />
      </strong>{' '}
      <FormattedMessage
        id="serverAlert.unencryptedWhy"
        defaultMessage="This page came without encryption, so passphrases and incidents can be read on the way. Do not sign in here; ask whoever runs this server to set it up with a certificate."
      />
    </div>
  );
}
