import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../../agenda-item-words.ts';
import {
  type ItemToRun,
  keepOn,
  type MeetingToRun,
  type ShownMeeting,
  useAgendaToRun,
  useMeetingToRun,
  useRecordItem,
  useScreens,
  useShownCard,
  useShownMeeting,
  useStartMeeting,
} from '../../../api/meeting-show.ts';
import { useMay } from '../../../api/session.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useSayBegun } from '../say-begun.ts';
import { AwaySign } from './away-sign.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { NextItem } from './foot.tsx';
import { titlesOf } from './item-words.ts';
import { KeyHelp } from './key-help.tsx';
import { NewPromise } from './new-promise.tsx';
import { OutcomeField } from './outcome-field.tsx';
import styles from './present.module.css';
import { PromiseDesk } from './promise-desk.tsx';
import type { Step } from './steering.ts';
import { Timer } from './timer.tsx';
import { type Steering, useSteering } from './use-steering.ts';
import { VotesDesk } from './votes-desk.tsx';

/** The second screen, for whoever presents: notes, what comes next, the time, and what is written down in the room. */
export function PresentView() {
  const intl = useIntl();
  const { id } = useParams({ from: '/meetings/$id/present' });
  const { data: meeting, error, isError } = useShownMeeting(id);
  const { data: run } = useMeetingToRun(id);
  const { data: agenda } = useAgendaToRun(id);
  const [isHelp, setHelp] = useState(false);
  useEffect(() => keepOn(id, 'present'), [id]);
  const other = (step: Step) => step === 'help' && setHelp(!isHelp);
  const steering = useSteering(id, meeting, run?.mayRun ?? false, other);
  return (
    <main className={styles.desk}>
      <title>
        {intl.formatMessage({ id: 'present.title', defaultMessage: 'Presenter – Common Ground' })}
      </title>
      {meeting && run && agenda ? (
        <Desk
          meeting={meeting}
          run={run}
          items={agenda.items}
          steering={steering}
          onHelp={() => setHelp(true)}
        />
      ) : (
        <>
          <h1>
            <FormattedMessage id="present.heading" defaultMessage="Presenter" />
          </h1>
          <ErrorNotice error={error} />
        </>
      )}
      {meeting && isError ? <AwaySign /> : null}
      {isHelp ? <KeyHelp onClose={() => setHelp(false)} /> : null}
    </main>
  );
}

interface DeskProps {
  meeting: ShownMeeting;
  run: MeetingToRun;
  items: readonly ItemToRun[];
  steering: Steering;
}

function Desk({ meeting, run, items, steering, onHelp }: DeskProps & { onHelp: () => void }) {
  const isRunning = meeting.state === 'running';
  const index = meeting.items.findIndex((item) => item.id === steering.currentId);
  const item = items.find((one) => one.id === steering.currentId);
  const shown = meeting.items[index];
  const next = meeting.items[index + 1];
  return (
    <>
      <Bar meeting={meeting} run={run} steering={steering} onHelp={onHelp} />
      <ErrorNotice error={steering.error} />
      {run.mayRun ? null : (
        <Notice>
          <FormattedMessage
            id="present.follows"
            defaultMessage="Your role follows this meeting; whoever runs it moves it on."
          />
        </Notice>
      )}
      <div className={styles.columns}>
        <AgendaList meeting={meeting} steering={steering} />
        {isRunning && item && shown ? (
          <section className={styles.middle}>
            <header className={styles.now}>
              <h2>
                <ItemTitle meeting={meeting} item={shown} />
              </h2>
              <Timer meeting={meeting} item={shown} />
            </header>
            {next ? (
              <p className={styles.quiet}>
                <NextItem item={next} languages={meeting.languages} />
              </p>
            ) : null}
            {item.notes ? (
              <div className={styles.notes}>
                <h3>
                  <FormattedMessage id="present.notes" defaultMessage="Notes, for you alone" />
                </h3>
                <p dir="auto">{item.notes}</p>
              </div>
            ) : null}
            {run.mayRun ? (
              <Recording key={item.id} meeting={meeting} run={run} item={item} steering={steering} />
            ) : null}
          </section>
        ) : isRunning && run.mayRun ? (
          <section className={styles.middle}>
            <VotesDesk meetingId={meeting.id} itemId={null} />
          </section>
        ) : null}
      </div>
    </>
  );
}

function Recording({ meeting, run, item, steering }: Omit<DeskProps, 'items'> & { item: ItemToRun }) {
  const record = useRecordItem();
  const card = useShownCard(meeting.id, item.id).data;
  const settle = (state: 'open' | 'done' | 'deferred') => record.mutate({ item, change: { state } });
  return (
    <>
      {card?.commitment ? (
        <PromiseDesk key={card.commitment.id} id={card.commitment.id} meetingId={meeting.id} />
      ) : null}
      {item.kind === 'new_commitments' ? (
        <NewPromise meetingId={meeting.id} problemId={item.problemId} mayAdd={run.mayChange} />
      ) : null}
      {item.kind === 'concerns' ? <SpokenConcern /> : null}
      <VotesDesk meetingId={meeting.id} itemId={item.id} />
      <OutcomeField item={item} />
      <ErrorNotice error={record.error} />
      <div className={styles.buttons}>
        {item.state === 'open' ? (
          <>
            <Button
              kind="primary"
              onPress={() => {
                settle('done');
                steering.go('next');
              }}
            >
              <FormattedMessage id="present.doneNext" defaultMessage="Done, go on" />
            </Button>
            <Button onPress={() => settle('deferred')}>
              <FormattedMessage id="present.defer" defaultMessage="Put it off" />
            </Button>
          </>
        ) : (
          <Button onPress={() => settle('open')}>
            <FormattedMessage id="present.reopen" defaultMessage="Take it up again" />
          </Button>
        )}
      </div>
    </>
  );
}

/** Somebody speaks, and it is typed: beside this page, which stays as it is. */
function SpokenConcern() {
  const may = useMay('concern.add');
  if (!may) return null;
  return (
    <div className={styles.buttons}>
      <LinkButton href="/concerns/new" target="_blank">
        <FormattedMessage id="present.concern" defaultMessage="Type a concern that is spoken" />
      </LinkButton>
    </div>
  );
}

function ItemTitle({ meeting, item }: { meeting: ShownMeeting; item: ShownMeeting['items'][number] }) {
  const intl = useIntl();
  const [first] = titlesOf(item, meeting.languages, intl.formatMessage(AGENDA_ITEM_WORDS[item.kind]));
  return <bdi lang={first?.language}>{first?.text}</bdi>;
}

/** All items: a press shows one on the wall. */
function AgendaList({ meeting, steering }: Pick<DeskProps, 'meeting' | 'steering'>) {
  const intl = useIntl();
  return (
    <nav aria-label={intl.formatMessage({ id: 'present.agenda', defaultMessage: 'Agenda' })}>
      <ol className={styles.agenda}>
        {meeting.items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              aria-current={item.id === steering.currentId ? 'step' : undefined}
              disabled={meeting.state !== 'running'}
              onClick={() => steering.goTo(item.id)}
            >
              <ItemTitle meeting={meeting} item={item} />
              {item.state === 'open' ? null : (
                <span className={styles.quiet}>
                  {' '}
                  <FormattedMessage
                    id="present.state"
                    defaultMessage="{state, select, done {done} other {put off}}"
                    values={{ state: item.state }}
                  />
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Bar({ meeting, run, steering, onHelp }: Omit<DeskProps, 'items'> & { onHelp: () => void }) {
  const [isClosing, setClosing] = useState(false);
  const start = useStartMeeting();
  const sayBegun = useSayBegun();
  const screens = useScreens(meeting.id).data;
  const isRunning = meeting.state === 'running';
  return (
    <>
      <header className={styles.bar}>
        <h1>
          <bdi>{meeting.title || meeting.committeeName}</bdi>
        </h1>
        <span className={styles.quiet}>
          <FormattedMessage
            id="present.screens"
            defaultMessage="{n, plural, =0 {No wall is on} one {One wall is on} other {# walls are on}}"
            values={{ n: screens?.show ?? 0 }}
          />
        </span>
        <LinkButton href={`/meetings/${meeting.id}/show`} target="_blank">
          <FormattedMessage id="present.wall" defaultMessage="Open the wall" />
        </LinkButton>
        <Button kind="quiet" onPress={onHelp}>
          <FormattedMessage id="present.keys" defaultMessage="Keys" />
        </Button>
        {run.mayRun && meeting.state === 'planned' ? (
          <Button
            kind="primary"
            isPending={start.isPending}
            onPress={() => start.mutate(run, { onSuccess: sayBegun })}
          >
            <FormattedMessage id="present.start" defaultMessage="Start the meeting" />
          </Button>
        ) : null}
        {run.mayRun && isRunning ? (
          <>
            <Button onPress={() => steering.go('blank')}>
              {steering.isBlank ? (
                <FormattedMessage id="present.light" defaultMessage="Show the wall again" />
              ) : (
                <FormattedMessage id="present.dark" defaultMessage="Wall dark" />
              )}
            </Button>
            <Button onPress={() => steering.go('back')}>
              <FormattedMessage id="present.back" defaultMessage="Back" />
            </Button>
            <Button kind="primary" onPress={() => steering.go('next')}>
              <FormattedMessage id="present.next" defaultMessage="Next" />
            </Button>
            <Button kind="danger" onPress={() => setClosing(true)}>
              <FormattedMessage id="present.close" defaultMessage="Close the meeting…" />
            </Button>
          </>
        ) : null}
        {meeting.state === 'closed' ? (
          <strong>
            <FormattedMessage id="present.ended" defaultMessage="The meeting has ended" />
          </strong>
        ) : null}
      </header>
      <ErrorNotice error={start.error} />
      {isClosing ? <CloseDialog meeting={meeting} run={run} onClose={() => setClosing(false)} /> : null}
    </>
  );
}
