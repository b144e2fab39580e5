import { defineMessages, FormattedDate, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { type OwnSession, useEndOtherSessions, useEndSession, useOwnSessions } from '../../api/account.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { showFailure, showToast } from '../../ui/toast.tsx';
import styles from './settings.module.css';

const BROWSERS: Readonly<Record<string, string>> = {
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
};
const SYSTEMS: Readonly<Record<string, string>> = {
  android: 'Android',
  ios: 'iOS',
  chromeos: 'ChromeOS',
  windows: 'Windows',
  mac: 'macOS',
  linux: 'Linux',
};
const OTHER: Record<'browser' | 'system', MessageDescriptor> = defineMessages({
  browser: { id: 'sessions.browser.other', defaultMessage: 'Another browser or program' },
  system: { id: 'sessions.system.other', defaultMessage: 'another system' },
});

/** Where this person is signed in. */
export function OwnSessions() {
  const intl = useIntl();
  const { data: sessions, error } = useOwnSessions();
  const endOthers = useEndOtherSessions();
  const others = sessions?.filter(({ current }) => !current) ?? [];
  const end = () =>
    endOthers.mutate(undefined, {
      onSuccess: ({ ended }) =>
        showToast({
          text: intl.formatMessage(
            {
              id: 'sessions.ended',
              defaultMessage: '{count, plural, one {# session ended.} other {# sessions ended.}}',
            },
            { count: ended },
          ),
        }),
      onError: showFailure,
    });
  return (
    <>
      <div className={styles.headLine}>
        <h3>
          <FormattedMessage id="sessions.title" defaultMessage="Where you are signed in" />
        </h3>
        {others.length > 0 ? (
          <Button size="small" onPress={end} isPending={endOthers.isPending}>
            <FormattedMessage id="sessions.end-others" defaultMessage="Sign out everywhere else" />
          </Button>
        ) : null}
      </div>
      <ErrorNotice error={error} />
      <ul className={styles.people}>
        {sessions?.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
    </>
  );
}

function SessionLine({
  session: { id, browser: kind, startedAt, lastSeenAt, current },
}: {
  session: OwnSession;
}) {
  const intl = useIntl();
  const end = useEndSession();
  const [browser = '', system = ''] = kind.split('/');
  const where = intl.formatMessage(
    { id: 'sessions.where', defaultMessage: '{browser} on {system}' },
    {
      browser: BROWSERS[browser] ?? intl.formatMessage(OTHER.browser),
      system: SYSTEMS[system] ?? intl.formatMessage(OTHER.system),
    },
  );
  const at = (instant: string) => <FormattedDate value={instant} dateStyle="medium" timeStyle="short" />;
  return (
    <li className={styles.personRow}>
      <span>
        {where}{' '}
        {current ? (
          <Badge>
            <FormattedMessage id="sessions.this" defaultMessage="This one" />
          </Badge>
        ) : null}
        <span className={styles.sessionTimes}>
          <FormattedMessage
            id="sessions.times"
            defaultMessage="since {start}, last seen {seen}"
            values={{ start: at(startedAt), seen: at(lastSeenAt) }}
          />
        </span>
      </span>
      {current ? null : (
        <Button
          size="small"
          aria-label={intl.formatMessage(
            { id: 'sessions.end.which', defaultMessage: 'Sign out {where}' },
            { where },
          )}
          onPress={() => end.mutate(id, { onError: showFailure })}
        >
          <FormattedMessage id="sessions.end" defaultMessage="Sign out" />
        </Button>
      )}
    </li>
  );
}
