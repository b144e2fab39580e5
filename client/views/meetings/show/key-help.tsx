import { FormattedMessage, useIntl } from 'react-intl';
import { Dialog } from '../../../ui/dialog.tsx';
import styles from './stage.module.css';

/** Which key does what. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  return (
    <Dialog
      title={intl.formatMessage({ id: 'show.keys', defaultMessage: 'Keys and clicker' })}
      isOpen
      onClose={onClose}
    >
      <dl className={styles.keys}>
        <dt>→ ↓ Page Down Space</dt>
        <dd>
          <FormattedMessage id="show.keys.next" defaultMessage="The next item" />
        </dd>
        <dt>← ↑ Page Up</dt>
        <dd>
          <FormattedMessage id="show.keys.back" defaultMessage="The item before" />
        </dd>
        <dt>Home, End</dt>
        <dd>
          <FormattedMessage id="show.keys.ends" defaultMessage="The first item, the last item" />
        </dd>
        <dt>B, full stop</dt>
        <dd>
          <FormattedMessage id="show.keys.blank" defaultMessage="The wall dark, and back" />
        </dd>
        <dt>F</dt>
        <dd>
          <FormattedMessage id="show.keys.whole" defaultMessage="Whole screen, and back (on the wall)" />
        </dd>
        <dt>C</dt>
        <dd>
          <FormattedMessage id="show.keys.contrast" defaultMessage="High contrast, and back (on the wall)" />
        </dd>
        <dt>?</dt>
        <dd>
          <FormattedMessage id="show.keys.help" defaultMessage="This list" />
        </dd>
      </dl>
    </Dialog>
  );
}
