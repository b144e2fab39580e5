import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type RedLineEntry, useRedLines } from '../../api/red-lines.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { RedLineDialog } from '../../red-line-dialog.tsx';
import { BODY_WORDS, RED_LINE_WORDS } from '../../red-line-words.ts';
import { Button } from '../../ui/button.tsx';
import styles from './history.module.css';

/** How often something was asked for that is refused, and what. */
export function RedLines() {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useRedLines();
  const [recording, setRecording] = useState(false);
  const total = data?.pages[0]?.total ?? 0;
  return (
    <section className={styles.redLines}>
      <details>
        <summary>
          <FormattedMessage
            id="redLine.count"
            defaultMessage="{total, plural, =0 {Nothing was asked for that is refused} one {Asked for and refused: # request} other {Asked for and refused: # requests}}"
            values={{ total }}
          />
        </summary>
        <ErrorNotice error={error} />
        <ol className={styles.entries}>
          {data?.pages
            .flatMap(({ items }) => items)
            .map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
        </ol>
        <div className={styles.filters}>
          {hasNextPage ? (
            <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
              <FormattedMessage id="redLine.more" defaultMessage="Older requests" />
            </Button>
          ) : null}
          <Button onPress={() => setRecording(true)}>
            <FormattedMessage id="redLine.record" defaultMessage="Record a request" />
          </Button>
        </div>
      </details>
      {recording ? <RedLineDialog onClose={() => setRecording(false)} /> : null}
    </section>
  );
}

function Line({ entry }: { entry: RedLineEntry }) {
  const intl = useIntl();
  return (
    <li className={styles.entry}>
      <p className={styles.line}>
        <time className={styles.when} dateTime={entry.askedOn}>
          <FormattedDate value={`${entry.askedOn}T00:00:00Z`} timeZone="UTC" dateStyle="medium" />
        </time>
        <strong>{intl.formatMessage(BODY_WORDS[entry.body])}</strong>
        <span>{intl.formatMessage(RED_LINE_WORDS[entry.line])}</span>
      </p>
      <blockquote className={styles.reason}>{entry.asked}</blockquote>
      <p className={styles.quiet}>
        <FormattedMessage
          id="redLine.answered"
          defaultMessage="Answer: {answer} (recorded by {name})"
          values={{ answer: entry.answer, name: entry.byName ?? '–' }}
        />
      </p>
    </li>
  );
}
