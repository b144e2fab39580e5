import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { type Committee, useCommittees, useMeetingPages, useMeetings } from '../../api/meetings.ts';
import { useMay } from '../../api/session.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { startOfDay } from '../../day.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { useToday } from '../../use-today.ts';
import { CommitteeDialog } from './committee-dialog.tsx';
import { MeetingDialog } from './meeting-dialog.tsx';
import { MeetingLine } from './meeting-line.tsx';
import styles from './meetings.module.css';

/** Who meets, when next, and what was recorded. */
export function MeetingsView() {
  const intl = useIntl();
  const { committee } = useSearch({ from: '/meetings' });
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'committee' | 'meeting' | null>(null);
  const { data: committees, error } = useCommittees();
  const mayPlan = committees?.some(({ mayPrepare }) => mayPrepare) ?? false;
  const mayRead = useMay('meeting.read');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>
            <FormattedMessage id="meetings.title" defaultMessage="Meetings" />
          </h1>
          <p className={styles.quiet}>
            <FormattedMessage
              id="meetings.text"
              defaultMessage="Police and residents in one room: what was promised comes back until residents say it was done."
            />
          </p>
        </div>
        <div className={styles.buttons}>
          <IfMay action="committee.change">
            <Button onPress={() => setDialog('committee')}>
              <FormattedMessage id="committee.new" defaultMessage="New committee" />
            </Button>
          </IfMay>
          {mayPlan ? (
            <Button kind="primary" onPress={() => setDialog('meeting')}>
              <Plus aria-hidden />
              <FormattedMessage id="meeting.new" defaultMessage="New meeting" />
            </Button>
          ) : null}
        </div>
      </header>
      <ErrorNotice error={error} />
      {committees?.length === 0 ? (
        <EmptyState title={intl.formatMessage({ id: 'committees.none', defaultMessage: 'No committee yet' })}>
          <FormattedMessage
            id="committees.none.text"
            defaultMessage="A committee meets for an area. Found one, then plan its first meeting: the agenda drafts itself."
          />
        </EmptyState>
      ) : null}
      {committees && committees.length > 1 ? (
        <Select
          label={intl.formatMessage({ id: 'meeting.committee', defaultMessage: 'Committee' })}
          choices={[
            { id: '', label: intl.formatMessage({ id: 'meetings.all', defaultMessage: 'All committees' }) },
            ...committees.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={committee ?? ''}
          onChange={(id) => navigate({ to: '/meetings', search: id ? { committee: id } : {}, replace: true })}
        />
      ) : null}
      {mayRead && committees && committees.length > 0 ? (
        <>
          <Upcoming committee={committee} />
          <Past committee={committee} />
        </>
      ) : null}
      {committees && committees.length > 0 ? <Committees all={committees} /> : null}
      {dialog === 'committee' ? <CommitteeDialog committee={null} onClose={() => setDialog(null)} /> : null}
      {dialog === 'meeting' ? (
        <MeetingDialog meeting={null} committeeId={committee ?? null} onClose={() => setDialog(null)} />
      ) : null}
    </div>
  );
}

/** Where today begins on the clocks of the workspace: what is later is coming, what is earlier was. */
function useDayBreak(): string | undefined {
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  return startOfDay(useToday(), zone, 0);
}

interface ListProps {
  readonly committee?: string | undefined;
  /** Stands on the page of the committee. */
  readonly ofThisPage?: boolean;
}

export function Upcoming({ committee, ofThisPage = false }: ListProps) {
  const from = useDayBreak();
  const { data: meetings, error } = useMeetings({ committee, from });
  return (
    <section className={styles.section} aria-labelledby="meetings-upcoming">
      <h2 id="meetings-upcoming">
        <FormattedMessage id="meetings.upcoming" defaultMessage="Coming up" />
      </h2>
      <ErrorNotice error={error} />
      {meetings?.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage id="meetings.upcoming.none" defaultMessage="No meeting is planned." />
        </p>
      ) : null}
      <ul className={styles.lines}>
        {meetings?.map((meeting) => (
          <MeetingLine key={meeting.id} meeting={meeting} ofThisPage={ofThisPage} />
        ))}
      </ul>
    </section>
  );
}

export function Past({ committee, ofThisPage = false }: ListProps) {
  const before = useDayBreak();
  const pages = useMeetingPages({ committee, before });
  const meetings = (pages.data?.pages ?? []).flatMap(({ items }) => items);
  if (pages.isPending || (meetings.length === 0 && !pages.error)) return null;
  return (
    <section className={styles.section} aria-labelledby="meetings-past">
      <h2 id="meetings-past">
        <FormattedMessage id="meetings.past" defaultMessage="Held" />
      </h2>
      <ErrorNotice error={pages.error} />
      <ul className={styles.lines}>
        {meetings.map((meeting) => (
          <MeetingLine key={meeting.id} meeting={meeting} ofThisPage={ofThisPage} isPast />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <div>
          <Button onPress={() => pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
            <FormattedMessage id="meetings.more" defaultMessage="Show earlier ones" />
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Committees({ all }: { all: readonly Committee[] }) {
  const { data: areas } = useAreas();
  return (
    <section className={styles.section} aria-labelledby="meetings-committees">
      <h2 id="meetings-committees">
        <FormattedMessage id="committees.title" defaultMessage="Committees" />
      </h2>
      <ul className={styles.lines}>
        {all.map(({ id, name, areaId, endedOn }) => (
          <li key={id} className={styles.line}>
            <div className={styles.lineHead}>
              <Link to="/committees/$id" params={{ id }}>
                <bdi>{name}</bdi>
              </Link>
              {endedOn === null ? null : (
                <Badge>
                  <FormattedMessage id="committee.isEnded" defaultMessage="Ended" />
                </Badge>
              )}
            </div>
            <bdi className={styles.quiet}>{areas?.find((area) => area.id === areaId)?.name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
