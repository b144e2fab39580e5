import { FormattedMessage } from 'react-intl';
import styles from '../problems.module.css';

/** The rate that is published: verified of all agreed and due, with its counts. */
export function KeptRate({ kept: { verified, due } }: { kept: { verified: number; due: number } }) {
  if (due === 0) return null;
  return (
    <p className={styles.facts}>
      <FormattedMessage
        id="commitments.kept"
        defaultMessage="Kept: {verified} of {due} that were agreed and due are verified by residents ({share, number, ::percent .})."
        values={{ verified, due, share: verified / due }}
      />
    </p>
  );
}
