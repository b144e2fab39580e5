import { Download, UserX } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useForgetMe, usePersonalData } from '../../api/personal-data.ts';
import { useSession } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { saveText } from '../../save-text.ts';
import { Button } from '../../ui/button.tsx';
import { ForgetDialog } from './forget-dialog.tsx';
import styles from './settings.module.css';

/** What the workbench holds about whoever reads this, and the way out. */
export function OwnDataSection() {
  const name = useSession().data?.name ?? '';
  const [leaving, setLeaving] = useState(false);
  const data = usePersonalData();
  const forget = useForgetMe();
  return (
    <section className={styles.section} aria-labelledby="settings-own-data">
      <h2 id="settings-own-data">
        <FormattedMessage id="own-data.title" defaultMessage="What is held about you" />
      </h2>
      <p>
        <FormattedMessage
          id="own-data.text"
          defaultMessage="Your name, your roles, how and where you sign in, and what you did here. Take it with you as a file, or have yourself forgotten."
        />
      </p>
      <ErrorNotice error={data.error} />
      <div className={styles.buttons}>
        <Button
          isPending={data.isPending}
          onPress={() => data.mutate(null, { onSuccess: (text) => saveText(text, 'my-data.json') })}
        >
          <Download aria-hidden size={18} />
          <FormattedMessage id="own-data.export" defaultMessage="Take my data" />
        </Button>
        <Button onPress={() => setLeaving(true)}>
          <UserX aria-hidden size={18} />
          <FormattedMessage id="own-data.forget" defaultMessage="Forget me…" />
        </Button>
      </div>
      {leaving ? (
        <ForgetDialog
          name={name}
          error={forget.error}
          isPending={forget.isPending}
          onConfirm={() =>
            // The whole page anew: nothing that was read stays in it.
            forget.mutate(undefined, { onSuccess: () => window.location.assign('/sign-in') })
          }
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </section>
  );
}
