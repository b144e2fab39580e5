import { useEffect, useMemo, useState } from 'react';
import { FormattedMessage, IntlProvider } from 'react-intl';
import { AboutYou } from './about-you.tsx';
import { ask, type GuestMeeting } from './ask.ts';
import { CodeForm } from './code-form.tsx';
import { forgetDraft } from './concern-draft.ts';
import styles from './join.module.css';
import { bestOf, choicesOf, directionOf, ownLanguage } from './language.ts';
import { LanguageChoice } from './language-choice.tsx';
import { MeetingPage } from './meeting-page.tsx';
import type { Entry } from './outbox.ts';
import { Queue } from './queue.tsx';
import { type ConcernTaken, takenIn } from './send-concern.ts';
import type { Texts } from './texts.ts';
import { useChosenLanguage } from './use-chosen-language.ts';
import { useMeeting } from './use-meeting.ts';
import { useOutbox } from './use-outbox.ts';
import { useTexts } from './use-texts.ts';

/** The whole of the page for telephones: come in by the code, then follow, vote, raise concerns. */
export function JoinApp({ linkCode }: { readonly linkCode: string }) {
  const { standing, isReached, enter, refresh } = useMeeting();
  const [taken, setTaken] = useState<ConcernTaken | null>(null);
  const onSent = ({ sending }: Entry, reply: unknown) => {
    if (sending.kind === 'concern') setTaken(takenIn(reply));
    refresh();
  };
  const { outbox, entries, isCutOff } = useOutbox(onSent);
  const [isToldAbout, setToldAbout] = useState(false);
  const [chosen, choose] = useChosenLanguage();
  const known = standing.kind === 'inside' ? standing.meeting : null;
  const languages = choicesOf(known?.languages ?? []);
  const language = bestOf(languages, chosen ?? known?.guest.language ?? ownLanguage(navigator.languages));
  const inside = useMemo(() => inLanguage(known, language), [known, language]);
  useToldLanguage(known, language, enter);
  // What was being written ends with the meeting it was for.
  useEffect(() => {
    if (standing.kind === 'outside' || standing.kind === 'over') forgetDraft();
  }, [standing.kind]);
  const texts = useTexts(language);
  useDocumentIn(texts);
  if (texts === null) return null;
  return (
    <IntlProvider
      locale={texts.locale}
      // English stands in the source itself, whatever its region.
      defaultLocale={texts.page === 'en' ? texts.locale : 'en'}
      messages={texts.messages}
    >
      <title>{inside?.committee ?? 'Common Ground'}</title>
      <main className={styles.page}>
        {!(inside && isToldAbout) && (
          <LanguageChoice languages={languages} language={language} onChoose={choose} />
        )}
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
            languages={languages}
            onLanguage={choose}
            onDone={(meeting) => {
              setToldAbout(false);
              if (meeting) enter(meeting);
            }}
          />
        )}
        {inside && outbox && (
          // Put away rather than taken away: what was chosen or typed in it stays.
          <div className={styles.part} hidden={isToldAbout}>
            <MeetingPage
              meeting={inside}
              entries={entries}
              outbox={outbox}
              taken={taken}
              onAboutYou={() => setToldAbout(true)}
            />
          </div>
        )}
        {outbox && (!inside || isToldAbout) && (
          <Queue entries={entries} meeting={inside} onDrop={(number) => void outbox.drop(number)} />
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

/** The telephone decides: what the server knows of its language follows when it is reached. */
function inLanguage(meeting: GuestMeeting | null, language: string): GuestMeeting | null {
  return meeting && { ...meeting, guest: { ...meeting.guest, language } };
}

/** Tells the server which language this telephone reads, again with each answer of it until it knows. */
function useToldLanguage(
  meeting: GuestMeeting | null,
  language: string,
  enter: (meeting: GuestMeeting) => void,
): void {
  useEffect(() => {
    if (meeting === null || meeting.guest.language === language) return;
    let isWanted = true;
    ask<GuestMeeting>('PUT', '/session', { language, group: meeting.guest.group }).then(
      (told) => isWanted && enter(told),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [meeting, language, enter]);
}

function useDocumentIn(texts: Texts | null): void {
  useEffect(() => {
    if (texts === null) return;
    document.documentElement.lang = texts.locale;
    document.body.dir = directionOf(texts.page);
  }, [texts]);
}
