import { useEffect, useState } from 'react';
import { FormattedMessage, IntlProvider } from 'react-intl';
import { AboutYou } from './about-you.tsx';
import { CodeForm } from './code-form.tsx';
import styles from './join.module.css';
import { directionOf, ownLanguage } from './language.ts';
import { MeetingPage } from './meeting-page.tsx';
import type { Entry } from './outbox.ts';
import { Queue } from './queue.tsx';
import { useMeeting } from './use-meeting.ts';
import { useOutbox } from './use-outbox.ts';

/** The whole of the page for telephones: come in by the code, then follow, vote, raise concerns. */
export function JoinApp({ linkCode }: { readonly linkCode: string }) {
  const { standing, isReached, enter, refresh } = useMeeting();
  const [receipt, setReceipt] = useState('');
  const onSent = ({ sending }: Entry, reply: unknown) => {
    if (sending.kind === 'concern') setReceipt(receiptIn(reply));
    refresh();
  };
  const { outbox, entries, isCutOff } = useOutbox(onSent);
  const [isToldAbout, setToldAbout] = useState(false);
  const language =
    standing.kind === 'inside' ? standing.meeting.guest.language : ownLanguage(navigator.languages);
  useEffect(() => {
    document.documentElement.lang = language;
    document.body.dir = directionOf(language);
  }, [language]);
  const inside = standing.kind === 'inside' ? standing.meeting : null;
  return (
    // The texts of the page itself stand in its source, in English; what a meeting asks comes in its own languages.
    <IntlProvider locale="en" defaultLocale="en">
      <title>{inside?.committee ?? 'Common Ground'}</title>
      <main className={styles.page}>
        {(!isReached || isCutOff) && (
          <p className={styles.cutOff} role="status">
            <FormattedMessage
              id="join.cutOff"
              defaultMessage="No connection to the meeting. You can go on: what you send waits here and goes out by itself."
            />
          </p>
        )}
        {standing.kind === 'starting' && isReached && (
          <p role="status">
            <FormattedMessage id="join.starting" defaultMessage="One moment…" />
          </p>
        )}
        {standing.kind === 'outside' && (
          <CodeForm
            linkCode={linkCode}
            language={language}
            onIn={(meeting) => {
              setToldAbout(true);
              enter(meeting);
            }}
          />
        )}
        {standing.kind === 'over' && <Over />}
        {inside && isToldAbout && (
          <AboutYou
            meeting={inside}
            onDone={(meeting) => {
              setToldAbout(false);
              if (meeting) enter(meeting);
            }}
          />
        )}
        {inside && !isToldAbout && outbox && (
          <MeetingPage
            meeting={inside}
            entries={entries}
            outbox={outbox}
            receipt={receipt}
            onAboutYou={() => setToldAbout(true)}
          />
        )}
        {outbox && (!inside || isToldAbout) && (
          <Queue
            entries={entries}
            ballots={inside?.ballots ?? []}
            onDrop={(number) => void outbox.drop(number)}
          />
        )}
      </main>
    </IntlProvider>
  );
}

function Over() {
  return (
    <section className={styles.card}>
      <h1>
        <FormattedMessage id="join.over" defaultMessage="The meeting is over" />
      </h1>
      <p>
        <FormattedMessage
          id="join.over.thanks"
          defaultMessage="Thank you for taking part. What was decided stands in the minutes. You can close this page."
        />
      </p>
    </section>
  );
}

function receiptIn(reply: unknown): string {
  const { receipt } = Object(reply);
  return typeof receipt === 'string' ? receipt : '';
}
