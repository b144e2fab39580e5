import type { ErrorComponentProps } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import styles from './frame.module.css';
import { Button, LinkButton } from './ui/button.tsx';
import { EmptyState } from './ui/empty-state.tsx';
import { Notice } from './ui/notice.tsx';

/** An address that leads nowhere. */
export function LostView() {
  const intl = useIntl();
  return (
    <div className={styles.fallback}>
      <EmptyState
        title={intl.formatMessage({
          id: 'frame.lost.title',
          defaultMessage: 'There is nothing at this address',
        })}
        action={
          <LinkButton href="/">
            <FormattedMessage id="frame.lost.map" defaultMessage="Open the map" />
          </LinkButton>
        }
      >
        <FormattedMessage
          id="frame.lost.text"
          defaultMessage="Perhaps a part of it was lost when it was copied."
        />
      </EmptyState>
    </div>
  );
}

/** A view that failed while it was opened or drawn. */
export function FailedView({ error, reset }: ErrorComponentProps) {
  const intl = useIntl();
  return (
    <div className={styles.fallback}>
      <Notice
        tone="red"
        title={intl.formatMessage({
          id: 'frame.failed.title',
          defaultMessage: 'This view could not be shown',
        })}
        action={
          <Button onPress={reset}>
            <FormattedMessage id="frame.failed.again" defaultMessage="Try again" />
          </Button>
        }
      >
        {error instanceof Error ? error.message : null}
      </Notice>
    </div>
  );
}
