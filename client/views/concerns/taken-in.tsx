import { FormattedMessage } from 'react-intl';
import type { TakenIn } from '../../api/concerns.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import styles from './concerns.module.css';

interface TakenInProps {
  taken: TakenIn;
  onNext: () => void;
}

/** What became of it, with the receipt to hand over: it is shown this once. */
export function TakenInNotice({ taken, onNext }: TakenInProps) {
  return (
    <section className={styles.block} aria-live="polite">
      <h1>
        {taken.kind === 'concern' ? (
          <FormattedMessage id="concern.taken" defaultMessage="The concern was taken in" />
        ) : (
          <FormattedMessage id="concern.counted" defaultMessage="Counted; nothing else was kept" />
        )}
      </h1>
      {taken.receipt ? (
        <>
          <p className={styles.quiet}>
            <FormattedMessage
              id="concern.receipt.text"
              defaultMessage="Write this code down for the person. Whoever shows it can ask what is kept, and have it erased. It is shown this once."
            />
          </p>
          <p className={styles.receipt} dir="ltr">
            {taken.receipt}
          </p>
        </>
      ) : null}
      <div className={styles.buttons}>
        <Button kind="primary" onPress={onNext}>
          <FormattedMessage id="concern.next" defaultMessage="Take in the next one" />
        </Button>
        <LinkButton href="/concerns">
          <FormattedMessage id="concerns.back" defaultMessage="All concerns" />
        </LinkButton>
      </div>
    </section>
  );
}
