import { WifiOff } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import styles from './stage.module.css';

/** The server does not answer: the last card stays, and everybody can see that it may be old. */
export function AwaySign() {
  return (
    <p className={styles.sign} role="alert">
      <WifiOff aria-hidden />{' '}
      <FormattedMessage
        id="show.away"
        defaultMessage="The server does not answer. This is the last card; it goes on by itself."
      />
    </p>
  );
}
