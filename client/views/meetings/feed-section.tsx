import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type Committee, useMakeFeed, useStopFeed } from '../../api/meetings.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './meetings.module.css';

/** The secret address at which calendar programs read the meetings of a committee and the days of its promises. */
export function FeedSection({ committee }: { committee: Committee }) {
  const intl = useIntl();
  const make = useMakeFeed();
  const stop = useStopFeed();
  const address = make.data && committee.feedMadeAt !== null ? `${location.origin}${make.data.path}` : null;
  return (
    <section className={styles.section} aria-labelledby="committee-feed">
      <h2 id="committee-feed">
        <FormattedMessage id="feed.title" defaultMessage="Calendar for phones and programs" />
      </h2>
      <ErrorNotice error={make.error ?? stop.error} />
      {address === null ? (
        <p className={styles.quiet}>
          {committee.feedMadeAt === null ? (
            <FormattedMessage
              id="feed.none"
              defaultMessage="Whoever holds the secret address sees when and where the committee meets, and which open promises its members may read are to be done by when, without signing in. Meetings for invited people are never in it, nor where something was promised."
            />
          ) : (
            <FormattedMessage
              id="feed.made"
              defaultMessage="An address was made on {day}. It cannot be shown again; another one makes it stop."
              values={{ day: <FormattedDate value={committee.feedMadeAt} dateStyle="medium" /> }}
            />
          )}
        </p>
      ) : (
        <TextField
          label={intl.formatMessage({ id: 'feed.address', defaultMessage: 'Secret address' })}
          hint={intl.formatMessage({
            id: 'feed.once',
            defaultMessage: 'Copy it now: it is shown this once.',
          })}
          value={address}
          isReadOnly
          inputDirection="ltr"
        />
      )}
      <div className={styles.buttons}>
        <Button size="small" onPress={() => make.mutate(committee.id)} isPending={make.isPending}>
          {committee.feedMadeAt === null ? (
            <FormattedMessage id="feed.make" defaultMessage="Make an address" />
          ) : (
            <FormattedMessage id="feed.renew" defaultMessage="Make another address" />
          )}
        </Button>
        {committee.feedMadeAt === null ? null : (
          <Button
            size="small"
            kind="quiet"
            onPress={() => stop.mutate(committee.id)}
            isPending={stop.isPending}
          >
            <FormattedMessage id="feed.stop" defaultMessage="Let it stop working" />
          </Button>
        )}
      </div>
    </section>
  );
}
