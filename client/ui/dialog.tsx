import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { Button, type ButtonKind, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
  size?: 'normal' | 'wide';
  /** False while something runs that must be cancelled on purpose. */
  isDismissable?: boolean;
  role?: 'dialog' | 'alertdialog';
}

/** A modal dialog; at phone width it rises from the bottom edge. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, size = 'normal', isDismissable = true, role } = props;
  const intl = useIntl();
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
    >
      <Modal className={classNames(styles.modal, size === 'wide' && styles.wide)}>
        <AriaDialog className={styles.dialog} role={role}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            {isDismissable ? (
              <IconButton
                label={intl.formatMessage({ id: 'ui.close', defaultMessage: 'Close' })}
                icon={<X aria-hidden />}
                onPress={onClose}
              />
            ) : null}
          </header>
          <div className={styles.body}>{children}</div>
          {actions ? <footer className={styles.actions}>{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  confirmLabel: string;
  confirmKind?: ButtonKind;
  isPending?: boolean;
  isConfirmDisabled?: boolean;
  children: ReactNode;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const intl = useIntl();
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>
            {intl.formatMessage({ id: 'ui.cancel', defaultMessage: 'Cancel' })}
          </Button>
          <Button
            kind={props.confirmKind ?? 'primary'}
            onPress={props.onConfirm}
            isPending={props.isPending}
            isDisabled={props.isConfirmDisabled}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
