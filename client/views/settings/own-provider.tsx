import { FormattedDate, FormattedMessage } from 'react-intl';
import { useLinkWithProvider, useOwnProvider, useUnlinkFromProvider } from '../../api/provider.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';

/** The own link with the provider of the organisation, where the server has one. */
export function OwnProvider() {
  const { data: provider } = useOwnProvider();
  const link = useLinkWithProvider();
  const unlink = useUnlinkFromProvider();
  if (!provider) return null;
  const { name, linkedSince } = provider;
  return (
    <li className={styles.personRow}>
      <span>
        <FormattedMessage id="own-provider.title" defaultMessage="Sign-in through {name}" values={{ name }} />
        <span className={styles.quiet}>
          {' · '}
          {linkedSince ? (
            <FormattedMessage
              id="own-provider.since"
              defaultMessage="linked since {at}"
              values={{ at: <FormattedDate value={linkedSince} dateStyle="medium" /> }}
            />
          ) : (
            <FormattedMessage id="own-provider.none" defaultMessage="not linked" />
          )}
        </span>
        <ErrorNotice error={link.error ?? unlink.error} />
      </span>
      {linkedSince ? (
        <Button size="small" isPending={unlink.isPending} onPress={() => unlink.mutate()}>
          <FormattedMessage id="own-provider.unlink" defaultMessage="Take the link off" />
        </Button>
      ) : (
        <Button size="small" isPending={link.isPending} onPress={() => link.mutate()}>
          <FormattedMessage id="own-provider.link" defaultMessage="Link your account" />
        </Button>
      )}
    </li>
  );
}
