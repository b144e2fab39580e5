import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { type Meeting, useMeeting, useMeetings } from '../../api/meetings.ts';
import { useOrganisations } from '../../api/organisations.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AgendaSection } from './agenda-section.tsx';
import { AnswerSection } from './answer-section.tsx';
import { AttendanceDialog } from './attendance-dialog.tsx';
import { FactList } from './fact-list.tsx';
import { MeetingDialog } from './meeting-dialog.tsx';
import { MeetingHead } from './meeting-head.tsx';
import { MeetingLine, useWhenText } from './meeting-line.tsx';
import type { MeetingDialogName } from './meeting-menu.tsx';
import { OPEN_TO_WORDS } from './meeting-words.ts';
import styles from './meetings.module.css';
import { CancelDialog, CloseDialog, TakeBackDialog } from './step-dialogs.tsx';
import { WaySection } from './way-section.tsx';

/** One meeting: when and where, what is talked about, who was there. */
export function MeetingView() {
  const { id } = useParams({ from: '/meetings/$id' });
  const { data: meeting, error } = useMeeting(id);
  const [dialog, setDialog] = useState<MeetingDialogName | null>(null);
  const onClose = () => setDialog(null);
  return (
    <div className={styles.page}>
      <ErrorNotice error={error} />
      {meeting ? (
        <>
          <MeetingHead meeting={meeting} onAsk={setDialog} />
          {meeting.state === 'cancelled' ? (
            <Notice
              tone="red"
              title={<FormattedMessage id="meeting.calledOff" defaultMessage="This meeting was called off" />}
            >
              <bdi>{meeting.reason}</bdi>
            </Notice>
          ) : null}
          <div className={styles.columns}>
            <AgendaSection meeting={meeting} />
            <div className={styles.section}>
              <Facts meeting={meeting} />
              <WaySection meeting={meeting} />
              <Present meeting={meeting} onAsk={() => setDialog('attendance')} />
              <Sessions meeting={meeting} />
              <AnswerSection meeting={meeting} />
            </div>
          </div>
          {dialog === 'change' ? (
            <MeetingDialog meeting={meeting} committeeId={null} onClose={onClose} />
          ) : null}
          {dialog === 'close' ? <CloseDialog meeting={meeting} onClose={onClose} /> : null}
          {dialog === 'takeBack' ? <TakeBackDialog meeting={meeting} onClose={onClose} /> : null}
          {dialog === 'cancel' ? <CancelDialog meeting={meeting} onClose={onClose} /> : null}
          {dialog === 'attendance' ? <AttendanceDialog meeting={meeting} onClose={onClose} /> : null}
        </>
      ) : null}
    </div>
  );
}

function Facts({ meeting }: { meeting: Meeting }) {
  const intl = useIntl();
  const whenText = useWhenText();
  const timeZone = useWorkspace().data?.timezone ?? 'UTC';
  const moment = (value: string | null) =>
    value === null ? null : intl.formatDate(value, { timeZone, dateStyle: 'long', timeStyle: 'short' });
  const languages = meeting.languages.map(
    (tag) => intl.formatDisplayName(tag, { type: 'language', fallback: 'code' }) ?? tag,
  );
  const by = (name: string | null, at: string | null) =>
    at === null ? null : [moment(at), name].filter(Boolean).join(', ');
  return (
    <FactList
      facts={[
        [intl.formatMessage({ id: 'meeting.when', defaultMessage: 'When' }), whenText(meeting)],
        [intl.formatMessage({ id: 'meeting.place', defaultMessage: 'Place' }), meeting.place],
        [
          intl.formatMessage({ id: 'meeting.openTo', defaultMessage: 'Open to' }),
          intl.formatMessage(OPEN_TO_WORDS[meeting.openTo]),
        ],
        [
          intl.formatMessage({ id: 'meeting.languages', defaultMessage: 'Languages' }),
          intl.formatList(languages),
        ],
        [
          intl.formatMessage({ id: 'meeting.startedAt', defaultMessage: 'Begun' }),
          by(meeting.startedByName, meeting.startedAt),
        ],
        [
          intl.formatMessage({ id: 'meeting.closedAt', defaultMessage: 'Closed' }),
          by(meeting.closedByName, meeting.closedAt),
        ],
        [
          intl.formatMessage({ id: 'meeting.nextAt', defaultMessage: 'Next meeting' }),
          nextMeeting(meeting, moment(meeting.nextMeetingAt)),
        ],
        [
          intl.formatMessage({ id: 'meeting.safetyNotes', defaultMessage: 'On safety (internal)' }),
          meeting.safetyNotes,
        ],
      ]}
    />
  );
}

/** A closed one leads to the one that follows it. */
function nextMeeting({ nextMeetingId }: Meeting, at: string | null): ReactNode {
  if (at === null || nextMeetingId === null) return at;
  return (
    <Link to="/meetings/$id" params={{ id: nextMeetingId }}>
      {at}
    </Link>
  );
}

function Present({ meeting, onAsk }: { meeting: Meeting; onAsk: () => void }) {
  const intl = useIntl();
  const { attendance, quorum, isQuorate, state } = meeting;
  const organisations = useOrganisations().data?.items ?? [];
  const there = attendance?.organisationIds ?? [];
  const names = organisations.filter(({ id }) => there.includes(id)).map(({ name }) => name);
  const mayCount = meeting.mayRun && (state === 'planned' || state === 'running');
  if (state === 'cancelled') return null;
  const all = (of: { f: number; m: number; unsaid: number }) => of.f + of.m + of.unsaid;
  return (
    <section className={styles.section} aria-labelledby="meeting-present">
      <h2 id="meeting-present">
        <FormattedMessage id="meeting.present" defaultMessage="Who was there" />
      </h2>
      {attendance ? (
        <FactList
          facts={(['members', 'police', 'public'] as const).map((group) => [
            intl.formatMessage(GROUPS[group]),
            intl.formatMessage(
              {
                id: 'meeting.present.counts',
                defaultMessage:
                  '{all}: {f, plural, one {# woman} other {# women}}, {m, plural, one {# man} other {# men}}',
              },
              { all: all(attendance[group]), f: attendance[group].f, m: attendance[group].m },
            ),
          ])}
        />
      ) : (
        <p className={styles.quiet}>
          <FormattedMessage
            id="meeting.present.none"
            defaultMessage="Not counted. Only numbers by group are kept, never names."
          />
        </p>
      )}
      {names.length > 0 ? (
        <p>
          <FormattedMessage
            id="meeting.present.organisations"
            defaultMessage="There were also: {names}"
            values={{ names: <bdi>{intl.formatList(names)}</bdi> }}
          />
        </p>
      ) : null}
      {quorum !== null ? (
        <p>
          <FormattedMessage
            id="meeting.quorum"
            defaultMessage="{isQuorate, select, true {Quorate: {quorum} members are enough} false {Not quorate: {quorum} members are needed} other {{quorum} members are needed for a quorum}}"
            values={{ isQuorate: String(isQuorate), quorum }}
          />
        </p>
      ) : null}
      {mayCount ? (
        <div>
          <Button onPress={onAsk}>
            <FormattedMessage id="meeting.count" defaultMessage="Count who was there" />
          </Button>
        </div>
      ) : null}
    </section>
  );
}

const GROUPS = defineMessages({
  members: { id: 'attendance.members', defaultMessage: 'Members of the committee' },
  police: { id: 'attendance.police', defaultMessage: 'Police' },
  public: { id: 'attendance.public', defaultMessage: 'Public' },
});

/** Sessions of the same round: of women, of youth, of a minority; or the meeting whose round this one belongs to. */
function Sessions({ meeting }: { meeting: Meeting }) {
  const { data: sessions = [] } = useMeetings({ parallelOf: meeting.parallelOf ?? meeting.id });
  const { data: main } = useMeeting(meeting.parallelOf ?? meeting.id);
  const others = [...(main ? [main] : []), ...sessions].filter(({ id }) => id !== meeting.id);
  if (others.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="meeting-sessions">
      <h2 id="meeting-sessions">
        <FormattedMessage id="meeting.sessions" defaultMessage="Of the same round" />
      </h2>
      <ul className={styles.lines}>
        {others.map((one) => (
          <MeetingLine key={one.id} meeting={one} />
        ))}
      </ul>
    </section>
  );
}
