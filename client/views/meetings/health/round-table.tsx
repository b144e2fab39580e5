import { FormattedMessage, useIntl } from 'react-intl';
import type { MeetingHealth } from '../../../api/committee-health.ts';
import { FigureTable } from '../../../ui/figure-table.tsx';
import { KIND_WORDS } from '../meeting-words.ts';
import styles from '../meetings.module.css';

/** What each round had of what a round should have. */
export function RoundTable({ meetings }: { meetings: readonly MeetingHealth[] }) {
  const intl = useIntl();
  const quorum = (isQuorate: boolean | null) =>
    isQuorate === null
      ? '–'
      : isQuorate
        ? intl.formatMessage({ id: 'health.yes', defaultMessage: 'yes' })
        : intl.formatMessage({ id: 'health.no', defaultMessage: 'no' });
  const sessions = (kinds: MeetingHealth['sessions']) =>
    kinds.length === 0
      ? intl.formatMessage({ id: 'health.sessions.none', defaultMessage: 'none' })
      : intl.formatList(kinds.map((kind) => intl.formatMessage(KIND_WORDS[kind])));
  const minutes = ({ approved, days }: MeetingHealth['minutes']) =>
    approved && days !== null
      ? intl.formatMessage(
          { id: 'health.minutes.after', defaultMessage: 'after {days, plural, one {# day} other {# days}}' },
          { days },
        )
      : intl.formatMessage({ id: 'health.minutes.not', defaultMessage: 'not yet' });
  return (
    <section className={styles.section} aria-labelledby="health-rounds">
      <h2 id="health-rounds">
        <FormattedMessage id="health.rounds" defaultMessage="Each round" />
      </h2>
      <FigureTable
        label={intl.formatMessage({
          id: 'health.rounds.table',
          defaultMessage: 'Quorum, sessions and minutes of each meeting',
        })}
        columns={[
          intl.formatMessage({ id: 'health.meeting', defaultMessage: 'Meeting' }),
          intl.formatMessage({ id: 'health.all.quorate', defaultMessage: 'Enough members were there' }),
          intl.formatMessage({ id: 'health.sessions', defaultMessage: 'Sessions beside it' }),
          intl.formatMessage({ id: 'health.minutes', defaultMessage: 'Minutes approved' }),
        ]}
        rows={meetings.toReversed().map((one) => ({
          id: one.meetingId,
          name: intl.formatDate(one.on, { timeZone: 'UTC', dateStyle: 'medium' }),
          figures: [quorum(one.isQuorate), sessions(one.sessions), minutes(one.minutes)].map((text) => ({
            text,
          })),
        }))}
      />
    </section>
  );
}
