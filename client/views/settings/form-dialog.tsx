import { type FormEvent, type ReactNode, useId } from 'react';
import { useIntl } from 'react-intl';
import { Button, type ButtonKind } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './settings.module.css';

export interface FormDialogProps {
  title: string;
  onClose: () => void;
  onSubmit: () => void;
  submitLabel: string;
  submitKind?: ButtonKind;
  isPending: boolean;
  isDisabled: boolean;
  children: ReactNode;
}

/** A dialog with fields: Enter sends it. */
export function FormDialog(props: FormDialogProps) {
  const intl = useIntl();
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.isDisabled && !props.isPending) props.onSubmit();
  };
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>
            {intl.formatMessage({ id: 'ui.cancel', defaultMessage: 'Cancel' })}
          </Button>
          <Button
            kind={props.submitKind ?? 'primary'}
            type="submit"
            form={form}
            isPending={props.isPending}
            isDisabled={props.isDisabled}
          >
            {props.submitLabel}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        {props.children}
      </form>
    </Dialog>
  );
}
