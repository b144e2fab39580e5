import { useEffect, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type AttachmentChange, useAttach } from '../../../api/attachments.ts';
import type { Problem } from '../../../api/records.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useToday } from '../../../use-today.ts';
import { AttachmentFields, isEnough } from './attachment-fields.tsx';
import styles from './attachments.module.css';
import { shrinkPhoto } from './shrink-photo.ts';

/** Says what a chosen file shows before it is sent. */
export function AttachDialog({
  problem,
  file,
  onClose,
}: {
  problem: Problem;
  file: File;
  onClose: () => void;
}) {
  const intl = useIntl();
  const today = useToday();
  const isDocument = file.type === 'application/pdf';
  const [said, setSaid] = useState<AttachmentChange>({
    kind: isDocument ? 'report' : 'place',
    caption: '',
    takenOn: '',
  });
  const [showsPeople, setShowsPeople] = useState<'yes' | 'no' | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const attach = useAttach(problem.id, setSent);
  const send = async () => {
    setSent(0);
    await attach
      .mutateAsync({ file: await shrinkPhoto(file), ...said, showsPeople: 'no' })
      .then(onClose, () => setSent(null));
  };
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'attachments.attach', defaultMessage: 'Attach to this case' })}
      isOpen
      onClose={onClose}
      onConfirm={() => void send()}
      confirmLabel={intl.formatMessage({ id: 'attachments.send', defaultMessage: 'Attach' })}
      isPending={sent !== null}
      isConfirmDisabled={showsPeople !== 'no' || !isEnough(said, today)}
    >
      <ErrorNotice error={attach.error} />
      {isDocument ? null : <Glance file={file} />}
      <p className={styles.fileName}>{file.name}</p>
      <AttachmentFields said={said} onChange={(change) => setSaid({ ...said, ...change })} />
      <RadioGroup
        label={intl.formatMessage({
          id: 'attachments.people',
          defaultMessage: 'Does it show or name somebody who could be recognised?',
        })}
        hint={intl.formatMessage({
          id: 'attachments.people.hint',
          defaultMessage: 'Faces, number plates, names on a bell or a list.',
        })}
        layout="segments"
        value={showsPeople}
        onChange={setShowsPeople}
        choices={[
          { id: 'no', label: intl.formatMessage({ id: 'attachments.people.no', defaultMessage: 'No' }) },
          { id: 'yes', label: intl.formatMessage({ id: 'attachments.people.yes', defaultMessage: 'Yes' }) },
        ]}
      />
      {showsPeople === 'yes' ? (
        <Notice tone="amber">
          <FormattedMessage
            id="attachments.people.refused"
            defaultMessage="Then it cannot be kept here. Cover faces, number plates and names, or take another picture, and choose that one."
          />
        </Notice>
      ) : null}
      {isDocument ? (
        <Notice>
          <FormattedMessage
            id="attachments.pdf"
            defaultMessage="A PDF is kept as it is, with what its author and its program wrote into it."
          />
        </Notice>
      ) : null}
      {sent === null ? null : (
        <ProgressBar
          label={
            sent < 1
              ? intl.formatMessage({ id: 'attachments.sending', defaultMessage: 'Sending' })
              : intl.formatMessage({ id: 'attachments.cleaning', defaultMessage: 'Looking at it' })
          }
          value={sent < 1 ? sent : null}
        />
      )}
    </ConfirmDialog>
  );
}

function Glance({ file }: { file: File }) {
  const address = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <img className={styles.glance} src={address} alt="" />;
}
