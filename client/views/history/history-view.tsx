import { Download, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type AuditFilter, auditCsv, useAudit, useAuditChain } from '../../api/audit.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { EntryLine } from './entry-line.tsx';
import styles from './history.module.css';
import { RedLines } from './red-lines.tsx';
import { ACTION_WORDS, KIND_WORDS } from './words.ts';

const ALL = 'all';

/** Who did what and who looked at what, and the proof that nothing was changed afterwards. */
export function HistoryView() {
  const intl = useIntl();
  const [action, setAction] = useState(ALL);
  const [objectKind, setObjectKind] = useState(ALL);
  const [precision, setPrecision] = useState<'all' | 'exact' | 'cell'>(ALL);
  const filter: AuditFilter = {
    ...(action !== ALL && { action }),
    ...(objectKind !== ALL && { objectKind }),
    ...(precision !== ALL && { precision }),
  };
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit(filter);
  const entries = data?.pages.flatMap(({ items }) => items);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>
            <FormattedMessage id="audit.title" defaultMessage="History" />
          </h1>
          <p className={styles.quiet}>
            <FormattedMessage
              id="audit.text"
              defaultMessage="Everything that was changed, looked at exactly, or taken out as a file. Entries are added and never changed."
            />
          </p>
        </div>
        <LinkButton href={auditCsv(filter)} download>
          <Download aria-hidden />
          <FormattedMessage id="audit.csv" defaultMessage="As CSV" />
        </LinkButton>
      </header>
      <Chain />
      <IfMay action="red-line.read">
        <RedLines />
      </IfMay>
      <div className={styles.filters}>
        <Select
          label={intl.formatMessage({ id: 'audit.action', defaultMessage: 'What was done' })}
          value={action}
          onChange={setAction}
          choices={choicesOf(ACTION_WORDS, intl)}
        />
        <Select
          label={intl.formatMessage({ id: 'audit.kind', defaultMessage: 'With what' })}
          value={objectKind}
          onChange={setObjectKind}
          choices={choicesOf(KIND_WORDS, intl)}
        />
        <Select
          label={intl.formatMessage({ id: 'audit.precision', defaultMessage: 'How exactly' })}
          value={precision}
          onChange={setPrecision}
          choices={[
            { id: ALL, label: intl.formatMessage({ id: 'audit.all', defaultMessage: 'Everything' }) },
            {
              id: 'exact',
              label: intl.formatMessage({
                id: 'audit.precision.exact',
                defaultMessage: 'Incidents as they are',
              }),
            },
            {
              id: 'cell',
              label: intl.formatMessage({
                id: 'audit.precision.cell',
                defaultMessage: 'Squares and months',
              }),
            },
          ]}
        />
      </div>
      <ErrorNotice error={error} />
      {entries?.length === 0 ? (
        <EmptyState
          title={intl.formatMessage({
            id: 'audit.empty',
            defaultMessage: 'Nothing like this happened yet',
          })}
        >
          <FormattedMessage id="audit.empty.text" defaultMessage="Choose something else above." />
        </EmptyState>
      ) : (
        <ol className={styles.entries}>
          {entries?.map((entry) => (
            <EntryLine key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {hasNextPage ? (
        <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
          <FormattedMessage id="audit.more" defaultMessage="Older entries" />
        </Button>
      ) : null}
    </div>
  );
}

function choicesOf(words: typeof ACTION_WORDS, intl: ReturnType<typeof useIntl>) {
  return [
    { id: ALL, label: intl.formatMessage({ id: 'audit.all', defaultMessage: 'Everything' }) },
    ...Object.entries(words).map(([id, word]) => ({ id, label: intl.formatMessage(word) })),
  ];
}

function Chain() {
  const { data, error, refetch, isFetching } = useAuditChain();
  return (
    <section className={styles.chain}>
      <Button onPress={() => refetch()} isPending={isFetching}>
        <ShieldCheck aria-hidden size={18} />
        <FormattedMessage id="audit.verify" defaultMessage="Check that it is whole" />
      </Button>
      <ErrorNotice error={error} />
      {data ? (
        <Notice tone={data.brokenAt === null ? undefined : 'red'}>
          {data.brokenAt === null ? (
            <FormattedMessage
              id="audit.whole"
              defaultMessage="{entries, plural, one {The one entry fits} other {All # entries fit}} the one before. Write down the last mark to see later that none was taken off the end: {head}"
              values={{ entries: data.entries, head: <code className={styles.mark}>{data.head}</code> }}
            />
          ) : (
            <FormattedMessage
              id="audit.broken"
              defaultMessage="Entry {id, number} does not fit: it or one before it was changed, taken out or put in."
              values={{ id: data.brokenAt }}
            />
          )}
        </Notice>
      ) : null}
    </section>
  );
}
