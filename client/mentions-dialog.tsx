import { Link } from 'react-aria-components';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type Mention, useMentions } from './api/mentions.ts';
import { ErrorNotice } from './error-notice.tsx';
import { shownText } from './mention-text.ts';
import styles from './mentions-dialog.module.css';
import { Badge } from './ui/badge.tsx';
import { Dialog } from './ui/dialog.tsx';

/** The notes that mention whoever is signed in; `fresh`: those that were not read before it was opened. */
export function MentionsDialog({ fresh, onClose }: { fresh: ReadonlySet<string>; onClose: () => void }) {
  const intl = useIntl();
  const { data, error } = useMentions();
  return (
    <Dialog
      title={intl.formatMessage({ id: 'mentions.title', defaultMessage: 'Mentions of me' })}
      isOpen
      onClose={onClose}
    >
      <ErrorNotice error={error} />
      {data?.items.length === 0 ? (
        <p>
          <FormattedMessage
            id="mentions.none"
            defaultMessage="Nobody has mentioned you yet. In the notes of a case, an @ and a name tells a colleague."
          />
        </p>
      ) : null}
      <ul className={styles.list}>
        {data?.items.map((mention) => (
          <Line
            key={mention.annotationId}
            mention={mention}
            isFresh={fresh.has(mention.annotationId)}
            onFollow={onClose}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function Line({
  mention: { problem, text, mentions, byName, at },
  isFresh,
  onFollow,
}: {
  mention: Mention;
  isFresh: boolean;
  onFollow: () => void;
}) {
  return (
    <li>
      <Link href={`/problems/${encodeURIComponent(problem.id)}`} onPress={onFollow}>
        {problem.ref} {problem.title}
      </Link>
      <p className={styles.text}>{shownText(text, mentions)}</p>
      <p className={styles.facts}>
        {isFresh ? (
          <Badge tone="amber">
            <FormattedMessage id="mentions.new" defaultMessage="New" />
          </Badge>
        ) : null}
        {byName ? <span>{byName}</span> : null}
        <FormattedDate value={at} dateStyle="medium" timeStyle="short" />
      </p>
    </li>
  );
}
