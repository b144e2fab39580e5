import { useState } from 'react';
import { FormattedDate, FormattedMessage } from 'react-intl';
import { useSecondFactor } from '../../api/account.ts';
import { useSession } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AppOffDialog } from './app-off-dialog.tsx';
import { AppSetUpDialog } from './app-set-up-dialog.tsx';
import { ChangePassphraseDialog } from './change-passphrase-dialog.tsx';
import { OwnPasskeys } from './own-passkeys.tsx';
import { OwnProvider } from './own-provider.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';
import styles from './settings.module.css';

type Open = 'passphrase' | 'app' | 'app-off' | 'recovery' | null;

/** What everybody decides for themselves: passphrase, second factor, and where they are signed in. */
export function OwnSignInSection() {
  const missing = useSession().data?.secondFactorMissing ?? false;
  const { data: held, error } = useSecondFactor();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <section className={styles.section} aria-labelledby="settings-sign-in">
      <h2 id="settings-sign-in">
        <FormattedMessage id="own-sign-in.title" defaultMessage="Your sign-in" />
      </h2>
      {missing ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="own-sign-in.missing"
              defaultMessage="This workspace asks you for a second factor. Set it up, and your roles hold again at once."
            />
          }
        />
      ) : null}
      <ErrorNotice error={error} />
      <ul className={styles.people}>
        <li className={styles.personRow}>
          <FormattedMessage id="own-sign-in.passphrase" defaultMessage="Passphrase" />
          <Button size="small" onPress={() => setOpen('passphrase')}>
            <FormattedMessage id="own-sign-in.passphrase.change" defaultMessage="Change the passphrase" />
          </Button>
        </li>
        <li className={styles.personRow}>
          <span>
            <FormattedMessage id="own-sign-in.app" defaultMessage="App with codes" />
            <span className={styles.quiet}>
              {' · '}
              {held?.totpSince ? (
                <FormattedMessage
                  id="own-sign-in.app.on"
                  defaultMessage="asked for since {at}"
                  values={{ at: <FormattedDate value={held.totpSince} dateStyle="medium" /> }}
                />
              ) : (
                <FormattedMessage id="own-sign-in.app.none" defaultMessage="not set up" />
              )}
            </span>
          </span>
          {held?.totpSince ? (
            <Button size="small" onPress={() => setOpen('app-off')}>
              <FormattedMessage id="own-sign-in.app.off" defaultMessage="Switch the app off" />
            </Button>
          ) : (
            <Button size="small" kind="primary" onPress={() => setOpen('app')}>
              <FormattedMessage id="own-sign-in.app.set-up" defaultMessage="Set up an app" />
            </Button>
          )}
        </li>
        {held && (held.totpSince || held.passkeys > 0) ? (
          <li className={styles.personRow}>
            <span>
              <FormattedMessage id="own-sign-in.recovery" defaultMessage="Recovery codes" />
              <span className={styles.quiet}>
                {' · '}
                <FormattedMessage
                  id="own-sign-in.recovery.left"
                  defaultMessage="{count, plural, =0 {none left: make new ones} one {# left} other {# left}}"
                  values={{ count: held.recoveryCodes }}
                />
              </span>
            </span>
            <Button size="small" onPress={() => setOpen('recovery')}>
              <FormattedMessage id="own-sign-in.recovery.renew" defaultMessage="Make new recovery codes" />
            </Button>
          </li>
        ) : null}
        <OwnProvider />
      </ul>
      <OwnPasskeys />
      <OwnSessions />
      {open === 'passphrase' ? <ChangePassphraseDialog onClose={close} /> : null}
      {open === 'app' ? <AppSetUpDialog onClose={close} /> : null}
      {open === 'app-off' ? <AppOffDialog onClose={close} /> : null}
      {open === 'recovery' ? (
        <RecoveryCodesDialog needsCode={held?.totpSince != null} onClose={close} />
      ) : null}
    </section>
  );
}
