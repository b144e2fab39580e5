import { X } from 'lucide-react';
import {
  UNSTABLE_ToastRegion as Region,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components';
import { useIntl } from 'react-intl';
import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './toast.module.css';

export interface ToastMessage {
  text: string;
  tone?: 'plain' | 'attention';
  /** Such as undo. */
  action?: { label: string; onPress: () => void };
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Says one sentence at the foot of the window. With an action it stays longer: undoing needs time to read. */
export function showToast(message: ToastMessage): void {
  queue.add(message, { timeout: message.action ? 12_000 : 6_000 });
}

/** Says why something did not work. */
export function showFailure(error: unknown): void {
  showToast({ text: error instanceof Error ? error.message : String(error), tone: 'attention' });
}

/** Stands once in the frame. */
export function ToastRegion() {
  const intl = useIntl();
  return (
    <Region queue={queue} className={styles.region}>
      {({ toast }) => (
        <Toast
          toast={toast}
          className={classNames(styles.toast, toast.content.tone === 'attention' && styles.attention)}
        >
          <ToastContent className={styles.content}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action ? (
            <Button
              size="small"
              onPress={() => {
                toast.content.action?.onPress();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          ) : null}
          <IconButton
            slot="close"
            label={intl.formatMessage({ id: 'ui.close', defaultMessage: 'Close' })}
            icon={<X aria-hidden />}
          />
        </Toast>
      )}
    </Region>
  );
}
