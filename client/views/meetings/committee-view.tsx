import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import {
  type Committee,
  type Member,
  useCommittee,
  useMembers,
  useRemoveMember,
} from '../../api/meetings.ts';
import { useMay } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useToday } from '../../use-today.ts';
import { CommitteeDialog } from './committee-dialog.tsx';
import { FactList } from './fact-list.tsx';
import { FeedSection } from './feed-section.tsx';
import { MeetingDialog } from './meeting-dialog.tsx';
import { OFFICE_WORDS, SIDE_WORDS } from './meeting-words.ts';
import styles from './meetings.module.css';
import { Past, Upcoming } from './meetings-view.tsx';
import { MemberDialog } from './member-dialog.tsx';

/** One committee: what it is for, who sits in it, and when it meets. */
export function CommitteeView() {
  const { id } = useParams({ from: '/committees/$id' });
  const { data: committee, error } = useCommittee(id);
  const mayReadMeetings = useMay('meeting.read');
  const [dialog, setDialog] = useState<'change' | 'meeting' | null>(null);
  return (
    <div className={styles.page}>
      <ErrorNotice error={error} />
      {committee ? (
        <>
          <header className={styles.head}>
            <h1>
              <bdi>{committee.name}</bdi>
            </h1>
            <div className={styles.buttons}>
              {committee.mayPrepare ? (
                <Button kind="primary" onPress={() => setDialog('meeting')}>
                  <FormattedMessage id="meeting.new" defaultMessage="New meeting" />
                </Button>
              ) : null}
              {committee.mayChange ? (
                <Button onPress={() => setDialog('change')}>
                  <FormattedMessage id="committee.change" defaultMessage="Change the committee" />
                </Button>
              ) : null}
              {mayReadMeetings ? (
                <LinkButton href={`/committees/${id}/health`}>
                  <FormattedMessage id="committee.health" defaultMessage="How it is doing" />
                </LinkButton>
              ) : null}
              <LinkButton href="/meetings" kind="quiet">
                <FormattedMessage id="meetings.back" defaultMessage="All meetings" />
              </LinkButton>
            </div>
          </header>
          <div className={styles.columns}>
            <div className={styles.section}>
              {mayReadMeetings ? (
                <>
                  <Upcoming committee={id} ofThisPage />
                  <Past committee={id} ofThisPage />
                </>
              ) : null}
            </div>
            <div className={styles.section}>
              <Facts committee={committee} />
              {committee.mayChange ? <FeedSection committee={committee} /> : null}
            </div>
          </div>
          <Seats committee={committee} />
          {dialog === 'change' ? (
            <CommitteeDialog committee={committee} onClose={() => setDialog(null)} />
          ) : null}
          {dialog === 'meeting' ? (
            <MeetingDialog meeting={null} committeeId={id} onClose={() => setDialog(null)} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function Facts({ committee }: { committee: Committee }) {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const day = (value: string | null) =>
    value === null ? null : intl.formatDate(value, { timeZone: 'UTC', dateStyle: 'long' });
  const languages = committee.languages.map(
    (tag) => intl.formatDisplayName(tag, { type: 'language', fallback: 'code' }) ?? tag,
  );
  return (
    <FactList
      facts={[
        [
          intl.formatMessage({ id: 'concerns.area', defaultMessage: 'Area' }),
          <bdi key="area">{areas?.find(({ id }) => id === committee.areaId)?.name}</bdi>,
        ],
        [intl.formatMessage({ id: 'committee.mandate', defaultMessage: 'Mandate' }), committee.mandate],
        [
          intl.formatMessage({ id: 'committee.rules', defaultMessage: 'Rules of procedure' }),
          committee.rules,
        ],
        [
          intl.formatMessage({ id: 'committee.quorum', defaultMessage: 'Members needed (quorum)' }),
          committee.quorum === null ? null : intl.formatNumber(committee.quorum),
        ],
        [
          intl.formatMessage({ id: 'meeting.languages', defaultMessage: 'Languages' }),
          intl.formatList(languages),
        ],
        [
          intl.formatMessage({ id: 'committee.code', defaultMessage: 'Code of conduct signed on' }),
          day(committee.codeSignedOn),
        ],
        [intl.formatMessage({ id: 'committee.endedOn', defaultMessage: 'Ended on' }), day(committee.endedOn)],
        [
          intl.formatMessage({
            id: 'committee.partnerNote',
            defaultMessage: 'On the partner force (internal)',
          }),
          committee.partnerNote,
        ],
      ]}
    />
  );
}

function Seats({ committee }: { committee: Committee }) {
  const intl = useIntl();
  const { data: members = [], error } = useMembers(committee.id);
  const [edited, setEdited] = useState<Member | 'new' | null>(null);
  const [removed, setRemoved] = useState<Member | null>(null);
  const remove = useRemoveMember();
  const today = useToday();
  const isOver = ({ termTo }: Member) => termTo !== null && termTo < today;
  const over = members.filter(isOver).length;
  const term = ({ termFrom, termTo }: Member) => {
    const day = (value: string) => intl.formatDate(value, { timeZone: 'UTC', dateStyle: 'medium' });
    return termTo === null
      ? intl.formatMessage({ id: 'member.since', defaultMessage: 'since {from}' }, { from: day(termFrom) })
      : `${day(termFrom)} – ${day(termTo)}`;
  };
  return (
    <section className={styles.section} aria-labelledby="committee-seats">
      <div className={styles.head}>
        <h2 id="committee-seats">
          <FormattedMessage id="committee.seats" defaultMessage="Seats" />
        </h2>
        {committee.mayChange ? (
          <Button onPress={() => setEdited('new')}>
            <FormattedMessage id="member.new" defaultMessage="New seat" />
          </Button>
        ) : null}
      </div>
      <ErrorNotice error={error} />
      {members.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="committee.seats.none"
            defaultMessage="No seat is written down yet. A seat says whom it is for; nobody is named."
          />
        </p>
      ) : null}
      {over > 0 && committee.mayChange ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="committee.seats.over"
            defaultMessage="{over, plural, one {The term of # seat is} other {The terms of # seats are}} over: give it a later last day, or write down who follows as a new seat."
            values={{ over }}
          />
        </p>
      ) : null}
      <ul className={styles.lines}>
        {members.map((member) => (
          <li key={member.id} className={styles.line}>
            <div className={styles.lineMain}>
              <div className={styles.lineHead}>
                <bdi>{member.seat}</bdi>
                {member.office === 'member' ? null : (
                  <Badge tone="teal">{intl.formatMessage(OFFICE_WORDS[member.office])}</Badge>
                )}
                {member.holds ? null : (
                  <Badge tone={isOver(member) ? 'amber' : 'plain'}>
                    {isOver(member) ? (
                      <FormattedMessage id="member.over" defaultMessage="Term over" />
                    ) : (
                      <FormattedMessage id="member.notYet" defaultMessage="Not yet" />
                    )}
                  </Badge>
                )}
              </div>
              <div className={styles.facts}>
                <span>{intl.formatMessage(SIDE_WORDS[member.side])}</span>
                {member.organisationName ? <bdi>{member.organisationName}</bdi> : null}
                {member.userName ? <bdi>{member.userName}</bdi> : null}
                <span>{term(member)}</span>
              </div>
            </div>
            {committee.mayChange ? (
              <div className={styles.buttons}>
                <Button size="small" onPress={() => setEdited(member)}>
                  <FormattedMessage id="member.edit" defaultMessage="Change" />
                </Button>
                <Button size="small" kind="quiet" onPress={() => setRemoved(member)}>
                  <FormattedMessage id="member.remove" defaultMessage="Take off" />
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {edited ? (
        <MemberDialog
          committeeId={committee.id}
          member={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
      {removed ? (
        <ConfirmDialog
          title={intl.formatMessage({ id: 'member.remove.title', defaultMessage: 'Take off this seat?' })}
          isOpen
          onClose={() => setRemoved(null)}
          onConfirm={() => remove.mutate(removed, { onSuccess: () => setRemoved(null) })}
          confirmLabel={intl.formatMessage({ id: 'member.remove', defaultMessage: 'Take off' })}
          confirmKind="danger"
          isPending={remove.isPending}
        >
          <ErrorNotice error={remove.error} />
          <p>
            <FormattedMessage
              id="member.remove.text"
              defaultMessage="Only for a seat that was written down by mistake. One that ends gets a last day instead, and stays in the record."
            />
          </p>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
