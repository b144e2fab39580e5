import { FormattedMessage } from 'react-intl';
import styles from './join.module.css';
import type { ConcernTaken } from './send-concern.ts';

/** That a concern was taken down, and the code that is shown this once. */
export function Receipt({ receipt, photoRefused }: ConcernTaken) {
  if (receipt === '' && photoRefused === '') return null;
  return (
    <section className={styles.card} role="status">
      {receipt !== '' && (
        <>
          <p>
            <FormattedMessage
              id="join.receipt"
              defaultMessage="Your concern was taken down. With this code you can ask later what became of it. Write it down: it is shown only now."
            />
          </p>
          <p className={styles.receipt} dir="ltr">
            {receipt}
          </p>
        </>
      )}
      {photoRefused === 'too_many_photos' && (
        <p className={styles.error}>
          <FormattedMessage
            id="join.photo.enough"
            defaultMessage="Your words were taken in, the photo was not: enough photos have come in for now."
          />
        </p>
      )}
      {photoRefused !== '' && photoRefused !== 'too_many_photos' && (
        <p className={styles.error}>
          <FormattedMessage
            id="join.photo.refused"
            defaultMessage="Your words were taken in, the photo was not. Show it to whoever leads the meeting."
          />
        </p>
      )}
    </section>
  );
}
