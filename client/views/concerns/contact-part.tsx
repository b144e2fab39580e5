import { FormattedMessage } from 'react-intl';
import { type Concern, useForgetContact, useReadContact } from '../../api/concerns.ts';
import { useMay } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './concerns.module.css';

/** How to reach the person: shown when asked for, and every look is in the history. */
export function ContactPart({ concern }: { concern: Concern }) {
  const read = useReadContact();
  const forget = useForgetContact();
  const mayRead = useMay('concern.contact');
  const { consent, hasContact, erasedAt } = concern;
  return (
    <section className={styles.block} aria-labelledby="concern-contact">
      <h2 id="concern-contact">
        <FormattedMessage id="concern.consent" defaultMessage="What the person agreed to" />
      </h2>
      <ul className={styles.found}>
        {consent.answerMe ? (
          <li>
            <FormattedMessage id="concern.consent.answer" defaultMessage="The person wants an answer" />
          </li>
        ) : null}
        {consent.contactMe ? (
          <li>
            <FormattedMessage
              id="concern.consent.contact"
              defaultMessage="The person may be asked about it"
            />
          </li>
        ) : null}
        {consent.publishSummary ? (
          <li>
            <FormattedMessage id="concern.consent.publish" defaultMessage="The sentence may be published" />
          </li>
        ) : null}
      </ul>
      <p className={styles.quiet}>
        {hasContact ? (
          <FormattedMessage
            id="concern.contact.kept"
            defaultMessage="A way to reach the person is kept, sealed."
          />
        ) : erasedAt ? (
          <FormattedMessage id="concern.contact.erased" defaultMessage="Contact and words were erased." />
        ) : (
          <FormattedMessage id="concern.contact.none" defaultMessage="No way to reach the person is kept." />
        )}
      </p>
      <ErrorNotice error={read.error ?? forget.error} />
      {mayRead && hasContact ? (
        read.data ? (
          <p className={styles.text}>
            <bdi>{read.data}</bdi>
          </p>
        ) : (
          <div className={styles.buttons}>
            <Button onPress={() => read.mutate(concern.id)} isPending={read.isPending}>
              <FormattedMessage
                id="concern.contact.read"
                defaultMessage="Show it; that goes into the history"
              />
            </Button>
            <Button kind="quiet" onPress={() => forget.mutate(concern)} isPending={forget.isPending}>
              <FormattedMessage id="concern.contact.forget" defaultMessage="Forget it" />
            </Button>
          </div>
        )
      ) : null}
    </section>
  );
}
