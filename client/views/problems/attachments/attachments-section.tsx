import { FileText, Paperclip, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger, Button as Pressable } from 'react-aria-components';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import {
  type Attachment,
  addressOf,
  useAttachments,
  useRemoveAttachment,
  useRestoreAttachment,
} from '../../../api/attachments.ts';
import type { Problem } from '../../../api/records.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { IfMay } from '../../../if-may.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { showFailure, showToast } from '../../../ui/toast.tsx';
import page from '../problems.module.css';
import { AttachDialog } from './attach-dialog.tsx';
import { ATTACHMENT_WORDS } from './attachment-words.ts';
import styles from './attachments.module.css';
import { DescribeDialog } from './describe-dialog.tsx';

/** Photos and documents of the case. */
export function AttachmentsSection({ problem }: { problem: Problem }) {
  const { data: attachments = [], error } = useAttachments(problem.id);
  const [viewed, setViewed] = useState<Attachment | null>(null);
  const [described, setDescribed] = useState<Attachment | null>(null);
  return (
    <section className={page.section} aria-labelledby="problem-attachments">
      <header className={page.sectionHead}>
        <h2 id="problem-attachments">
          <FormattedMessage id="attachments.title" defaultMessage="Photos and documents" />
        </h2>
        {attachments.length > 0 ? <Badge>{attachments.length}</Badge> : null}
      </header>
      <ErrorNotice error={error} />
      {attachments.length > 0 ? (
        <ul className={styles.grid}>
          {attachments.map((attachment) => (
            <Card
              key={attachment.id}
              attachment={attachment}
              onView={() => setViewed(attachment)}
              onDescribe={() => setDescribed(attachment)}
            />
          ))}
        </ul>
      ) : null}
      <IfMay action="problem.change">
        <Choose problem={problem} />
      </IfMay>
      {viewed ? (
        <Dialog title={viewed.caption} isOpen onClose={() => setViewed(null)} size="wide">
          <img className={styles.large} src={addressOf(viewed, 'content')} alt={viewed.caption} />
        </Dialog>
      ) : null}
      {described ? <DescribeDialog attachment={described} onClose={() => setDescribed(null)} /> : null}
    </section>
  );
}

function Card({
  attachment,
  onView,
  onDescribe,
}: {
  attachment: Attachment;
  onView: () => void;
  onDescribe: () => void;
}) {
  const intl = useIntl();
  const remove = useRemoveWithUndo();
  const { caption } = attachment;
  return (
    <li className={styles.card}>
      {attachment.mediaType === 'application/pdf' ? (
        <a className={styles.picture} href={addressOf(attachment, 'content')} download={attachment.name}>
          <FileText aria-hidden size={32} />
          <span className={styles.fileName}>{attachment.name}</span>
        </a>
      ) : (
        <Pressable
          className={styles.picture}
          onPress={onView}
          aria-label={intl.formatMessage(
            { id: 'attachments.view', defaultMessage: 'Show large: {caption}' },
            { caption },
          )}
        >
          <img src={addressOf(attachment, 'preview')} alt={caption} loading="lazy" />
        </Pressable>
      )}
      <p className={styles.caption}>{caption}</p>
      <div className={styles.foot}>
        <Facts attachment={attachment} />
        <IfMay action="problem.change">
          <IconButton
            label={intl.formatMessage(
              { id: 'attachments.change', defaultMessage: 'Change what is said of “{caption}”' },
              { caption },
            )}
            icon={<Pencil aria-hidden />}
            onPress={onDescribe}
          />
          <IconButton
            label={intl.formatMessage(
              { id: 'attachments.remove', defaultMessage: 'Remove “{caption}”' },
              { caption },
            )}
            icon={<Trash2 aria-hidden />}
            onPress={() => remove(attachment)}
          />
        </IfMay>
      </div>
    </li>
  );
}

function Facts({ attachment: { kind, takenOn, bytes } }: { attachment: Attachment }) {
  const intl = useIntl();
  const megabytes = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
  return (
    <p className={styles.facts}>
      <span>{intl.formatMessage(ATTACHMENT_WORDS[kind])}</span>
      {takenOn ? <FormattedDate value={takenOn} dateStyle="medium" timeZone="UTC" /> : null}
      <span>{intl.formatNumber(Math.max(0.1, bytes / 2 ** 20), megabytes)}</span>
    </p>
  );
}

function Choose({ problem }: { problem: Problem }) {
  const [file, setFile] = useState<File | null>(null);
  return (
    <>
      <p className={page.quiet}>
        <FormattedMessage
          id="attachments.hint"
          defaultMessage="Of a photo only the picture is kept: where, when and with what it was taken is left out. Photos up to 15 MB, PDFs up to 20 MB."
        />
      </p>
      <div className={page.buttons}>
        <FileTrigger
          acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp', 'application/pdf']}
          onSelect={(files) => setFile(files?.[0] ?? null)}
        >
          <Button size="small">
            <Paperclip aria-hidden size={16} />
            <FormattedMessage id="attachments.add" defaultMessage="Attach a photo or PDF…" />
          </Button>
        </FileTrigger>
      </div>
      {file ? <AttachDialog problem={problem} file={file} onClose={() => setFile(null)} /> : null}
    </>
  );
}

/** Waits for the promise, not for callbacks: these are dropped when the line goes. */
function useRemoveWithUndo() {
  const intl = useIntl();
  const remove = useRemoveAttachment();
  const restore = useRestoreAttachment();
  return (attachment: Attachment) =>
    remove.mutateAsync(attachment).then(
      () =>
        showToast({
          text: intl.formatMessage(
            { id: 'attachments.removed', defaultMessage: '“{caption}” was removed.' },
            { caption: attachment.caption },
          ),
          action: {
            label: intl.formatMessage({ id: 'data.undo', defaultMessage: 'Undo' }),
            onPress: () => restore.mutateAsync(attachment).catch(showFailure),
          },
        }),
      showFailure,
    );
}
