import { FormattedMessage } from 'react-intl';
import { type Health, useHealth } from './api/health.ts';
import styles from './server-alert.module.css';

/** What is wrong with the server itself, in red over every page for as long as it is. */
export function ServerAlert() {
  const { data: health } = useHealth();
  if (!health) return null;
  return (
    <>
      {health.unencrypted ? <Unencrypted /> : null}
      {health.trouble ? <Trouble trouble={health.trouble} /> : null}
      {health.backup === 'late' ? <NoBackup /> : null}
    </>
  );
}

function Unencrypted() {
  return (
    <div role="alert" className={styles.alert}>
      <strong>
        <FormattedMessage
          id="serverAlert.unencrypted"
          defaultMessage="Others in this network can read along."
        />
      </strong>{' '}
      <FormattedMessage
        id="serverAlert.unencryptedWhy"
        defaultMessage="This page came without encryption: passphrases and incidents can be read on the way. Ask whoever runs this server for a certificate."
      />
    </div>
  );
}

function NoBackup() {
  return (
    <div role="alert" className={styles.alert}>
      <strong>
        <FormattedMessage id="serverAlert.noBackup" defaultMessage="No backup was made for two days." />
      </strong>{' '}
      <FormattedMessage
        id="serverAlert.noBackupWhy"
        defaultMessage="What is lost now stays lost. Whoever runs this server finds the reason in its log, or by making one: cg backup."
      />
    </div>
  );
}

function Trouble({ trouble }: { trouble: NonNullable<Health['trouble']> }) {
  return (
    <div role="alert" className={styles.alert}>
      <strong>
        <FormattedMessage
          id="serverAlert.trouble"
          defaultMessage="{trouble, select, disk_full {The disk of the server is full: nothing more is saved.} read_only {The server may not write its data: nothing more is saved.} disk_failing {The disk of the server does not answer as it should.} other {The database is damaged.}}"
          values={{ trouble }}
        />
      </strong>{' '}
      <FormattedMessage
        id="serverAlert.troubleCure"
        defaultMessage="{trouble, select, disk_full {What was saved before is safe and can be read. Make room on the disk; saving then works again by itself.} read_only {What was saved before is safe and can be read. Give the server the right to write in its data folder again.} disk_failing {Change nothing before somebody has looked at the disk.} other {Stop the server and put the newest backup in its place.}}"
        values={{ trouble }}
      />
    </div>
  );
}
