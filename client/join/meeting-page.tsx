import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Agenda } from './agenda.tsx';
import type { GuestBallot, GuestMeeting } from './ask.ts';
import { BallotCard } from './ballot-card.tsx';
import { type ConcernDraft, draftOf, forgetDraft, keptDraft, NOTHING_WRITTEN } from './concern-draft.ts';
import { ConcernForm } from './concern-form.tsx';
import styles from './join.module.css';
import { said } from './language.ts';
import type { Entry, Outbox } from './outbox.ts';
import { Queue } from './queue.tsx';
import { Receipt } from './receipt.tsx';
import { ResultCard } from './result-card.tsx';
import type { ConcernTaken } from './send-concern.ts';
import { Spoken } from './spoken.tsx';
import { wordedItem } from './worded-item.ts';

interface MeetingPageProps {
  readonly meeting: GuestMeeting;
  readonly entries: readonly Entry[];
  readonly outbox: Outbox;
  /** What became of the concern that was just raised. */
  readonly taken: ConcernTaken | null;
  readonly onAboutYou: () => void;
}

/** What is on now, what is asked, and a way to raise something. */
export function MeetingPage({ meeting, entries, outbox, taken, onAboutYou }: MeetingPageProps) {
  const [writing, write] = useState(begunBefore);
  const open = meeting.ballots.filter(({ state }) => state === 'open');
  const closed = meeting.ballots.filter(({ state }) => state === 'closed').reverse();
  return (
    <>
      {writing !== null && (
        <ConcernForm
          language={meeting.guest.language}
          draft={writing.draft}
          before={writing.photo}
          onSend={(sending) => {
            // Until it lies in the outbox it is kept as a draft.
            void outbox.put(sending).then(forgetDraft);
            write(null);
          }}
          onCancel={() => {
            forgetDraft();
            write(null);
          }}
        />
      )}
      {/* What was chosen and not sent yet stays while a concern is written. */}
      <div className={styles.part} hidden={writing !== null}>
        <header className={styles.header}>
          <p className={styles.quiet}>{meeting.committee}</p>
          <Now meeting={meeting} />
        </header>
        <Queue
          entries={entries}
          meeting={meeting}
          onDrop={(number) => void outbox.drop(number)}
          onEdit={({ number, sending }) => {
            if (sending.kind !== 'concern') return;
            void outbox.drop(number);
            write({ draft: draftOf(sending), photo: sending.photo });
          }}
          onSendAsItIs={({ number, sending }) => {
            if (sending.kind !== 'concern') return;
            const concern = { ...sending.concern, wordsChecked: true };
            void outbox.resend(number, { ...sending, concern });
          }}
        />
        {taken && <Receipt {...taken} />}
        {open.map((ballot) => (
          <BallotCard
            // Asked anew when the server knows another vote of this telephone.
            key={ballot.id}
            ballot={ballot}
            meeting={meeting}
            waiting={waitingFor(ballot, entries)}
            onVote={(marks) => void outbox.put({ kind: 'vote', ballotId: ballot.id, marks })}
          />
        ))}
        <button
          type="button"
          className={styles.secondary}
          onClick={() => write({ draft: NOTHING_WRITTEN, photo: null })}
        >
          <FormattedMessage id="join.raise" defaultMessage="Raise a concern" />
        </button>
        {closed.map((ballot) => (
          <ResultCard key={ballot.id} ballot={ballot} meeting={meeting} />
        ))}
        <Agenda meeting={meeting} />
        <button type="button" className={styles.plain} onClick={onAboutYou}>
          <FormattedMessage id="join.aboutYou" defaultMessage="Language, and about you" />
        </button>
      </div>
    </>
  );
}

interface Writing {
  readonly draft: ConcernDraft;
  readonly photo: ArrayBuffer | null;
}

/** What was being written when the page was loaded again. */
function begunBefore(): Writing | null {
  const draft = keptDraft();
  return draft && { draft, photo: null };
}

function Now({ meeting }: { readonly meeting: GuestMeeting }) {
  const intl = useIntl();
  const item = meeting.items.find(({ isCurrent }) => isCurrent);
  if (!item)
    return (
      <h1>
        <FormattedMessage id="join.soon" defaultMessage="The meeting is on" />
      </h1>
    );
  const { language } = meeting.guest;
  const worded = wordedItem(intl, item.kind, language);
  const first = meeting.languages[0] ?? 'en';
  const titled = said(item.title, item.titles, language, first);
  return (
    <h1 aria-live="polite">
      <span className={styles.now}>
        <FormattedMessage id="join.now" defaultMessage="Now" />
      </span>
      <Spoken said={titled.text === '' ? worded : titled} />
    </h1>
  );
}

/** What of a ballot still lies on this telephone. */
function waitingFor(ballot: GuestBallot, entries: readonly Entry[]) {
  const found = entries.find(
    ({ sending, refused }) => refused === '' && sending.kind === 'vote' && sending.ballotId === ballot.id,
  );
  return found?.sending.kind === 'vote' ? found.sending.marks : null;
}
