import { FormattedMessage, useIntl } from 'react-intl';
import type { GuestMeeting } from './ask.ts';
import styles from './join.module.css';
import { said } from './language.ts';
import { Spoken } from './spoken.tsx';
import { wordedItem } from './worded-item.ts';

/** All that the meeting talks about, and where it is. */
export function Agenda({ meeting }: { readonly meeting: GuestMeeting }) {
  const intl = useIntl();
  if (meeting.items.length === 0) return null;
  return (
    <details className={styles.card}>
      <summary>
        <FormattedMessage id="join.agenda" defaultMessage="Agenda" />
      </summary>
      <ol className={styles.agenda}>
        {meeting.items.map((item) => {
          const titled = said(item.title, item.titles, meeting.guest.language, meeting.languages[0] ?? 'en');
          const worded = wordedItem(intl, item.kind, meeting.guest.language);
          return (
            <li key={item.id} aria-current={item.isCurrent ? 'step' : undefined}>
              <Spoken said={titled.text === '' ? worded : titled} />
              {item.state === 'done' && (
                <span className={styles.quiet}>
                  {' '}
                  <FormattedMessage id="join.agenda.done" defaultMessage="done" />
                </span>
              )}
              {item.state === 'deferred' && (
                <span className={styles.quiet}>
                  {' '}
                  <FormattedMessage id="join.agenda.deferred" defaultMessage="put off" />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
