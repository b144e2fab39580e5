import { FormattedDate, useIntl } from 'react-intl';
import { type Attachment, addressOf, useAttachments } from '../../../api/attachments.ts';
import type { Problem } from '../../../api/records.ts';
import { ATTACHMENT_WORDS } from '../attachments/attachment-words.ts';
import styles from './case-file.module.css';

/** The photos of the case with what they show, two in a row, and the documents by name. */
export function PhotoPages({ attachments }: { attachments: readonly Attachment[] }) {
  const intl = useIntl();
  const photos = attachments.filter(({ mediaType }) => mediaType !== 'application/pdf');
  const documents = attachments.filter(({ mediaType }) => mediaType === 'application/pdf');
  return (
    <>
      <div className={styles.photos}>
        {photos.map((photo) => (
          <figure key={photo.id} className={styles.photo}>
            <img
              src={addressOf(photo, 'content')}
              alt={photo.caption}
              width={photo.width ?? undefined}
              height={photo.height ?? undefined}
            />
            <figcaption>
              {photo.caption} <Said attachment={photo} />
            </figcaption>
          </figure>
        ))}
      </div>
      {documents.length > 0 ? (
        <ul className={styles.documents}>
          {documents.map((document) => (
            <li key={document.id}>
              {document.caption}{' '}
              <span className={styles.meta}>
                {intl.formatMessage(ATTACHMENT_WORDS[document.kind])}, {document.name}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

export function usePrinted(problem: Problem): readonly Attachment[] {
  return useAttachments(problem.id).data ?? [];
}

function Said({ attachment: { kind, takenOn } }: { attachment: Attachment }) {
  const intl = useIntl();
  return (
    <span className={styles.meta}>
      {intl.formatMessage(ATTACHMENT_WORDS[kind])}
      {takenOn ? (
        <>
          {', '}
          <FormattedDate value={takenOn} dateStyle="long" timeZone="UTC" />
        </>
      ) : null}
    </span>
  );
}
