import { LogIn } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { useGoToProvider, useProvider } from '../../api/provider.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './sign-in.module.css';

/** The way through the provider of the organisation, where the server has one. `join`: makes the account of a link. */
export function ProviderButton({ join }: { join?: { token: string; name: string } }) {
  const { data: provider } = useProvider();
  const go = useGoToProvider();
  if (!provider) return null;
  return (
    <div className={styles.form}>
      <p className={styles.or}>
        <FormattedMessage id="provider.or" defaultMessage="or" />
      </p>
      <ErrorNotice error={go.error} />
      <Button isPending={go.isPending} isDisabled={join?.name === ''} onPress={() => go.mutate(join)}>
        <LogIn aria-hidden size={18} />
        {join ? (
          <FormattedMessage
            id="provider.join"
            defaultMessage="Join with {name}"
            values={{ name: provider.name }}
          />
        ) : (
          <FormattedMessage
            id="provider.sign-in"
            defaultMessage="Sign in with {name}"
            values={{ name: provider.name }}
          />
        )}
      </Button>
    </div>
  );
}
