import { useParams } from '@tanstack/react-router';
import { ArrowLeft, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useProblem } from '../../../api/problems.ts';
import type { Problem } from '../../../api/records.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { STAGE_WORDS } from '../stages.ts';
import { AssessmentPages } from './assessment-pages.tsx';
import styles from './case-file.module.css';
import { FileParts } from './file-parts.tsx';
import { HistoryPage } from './history-page.tsx';
import { PhotoPages, usePrinted } from './photo-pages.tsx';
import { ResponsePages } from './response-pages.tsx';

/** The whole case for paper: A4, in black and white too, each figure with what it was made from. */
export function CaseFileView() {
  const { id } = useParams({ from: '/problems/$id/print' });
  const { data: problem, error } = useProblem(id);
  return (
    <main id="main" className={styles.file}>
      <ErrorNotice error={error} />
      {problem ? <CaseFile problem={problem} /> : null}
    </main>
  );
}

function CaseFile({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const workspace = useWorkspace().data;
  const attachments = usePrinted(problem);
  return (
    <>
      <title>{`${problem.ref} ${problem.title}`}</title>
      <nav className={styles.tools}>
        <LinkButton kind="quiet" size="small" href={`/problems/${encodeURIComponent(problem.id)}`}>
          <ArrowLeft aria-hidden />
          <FormattedMessage id="case-file.back" defaultMessage="Back to the case" />
        </LinkButton>
        <Button kind="primary" onPress={() => window.print()}>
          <Printer aria-hidden size={18} />
          <FormattedMessage id="case-file.print" defaultMessage="Print or save as PDF" />
        </Button>
      </nav>
      <header className={styles.cover}>
        <p className={styles.meta}>
          {workspace?.name} · {problem.ref} · {intl.formatMessage(STAGE_WORDS[problem.stage])}
        </p>
        <h1>{problem.title}</h1>
        <p className={styles.meta}>
          <FormattedMessage
            id="case-file.dates"
            defaultMessage="Opened {opened}, last changed {changed}"
            values={{
              opened: <FormattedDate value={problem.createdAt} dateStyle="long" />,
              changed: <FormattedDate value={problem.updatedAt} dateStyle="long" />,
            }}
          />
        </p>
      </header>
      <Stage title={intl.formatMessage(STAGE_WORDS.scanning)}>
        <p className={styles.text}>{problem.statement}</p>
        <FileParts problem={problem} stage="scanning" />
      </Stage>
      <Stage title={intl.formatMessage(STAGE_WORDS.analysis)}>
        <FileParts problem={problem} stage="analysis" />
      </Stage>
      <Stage title={intl.formatMessage(STAGE_WORDS.response)}>
        <FileParts problem={problem} stage="response" />
        <ResponsePages problem={problem} />
      </Stage>
      <Stage title={intl.formatMessage(STAGE_WORDS.assessment)}>
        <AssessmentPages problem={problem} />
        <FileParts problem={problem} stage="assessment" />
      </Stage>
      {attachments.length > 0 ? (
        <Stage
          title={intl.formatMessage({ id: 'attachments.title', defaultMessage: 'Photos and documents' })}
        >
          <PhotoPages attachments={attachments} />
        </Stage>
      ) : null}
      <Stage title={intl.formatMessage({ id: 'problem.history', defaultMessage: 'History' })}>
        <HistoryPage problem={problem} />
      </Stage>
    </>
  );
}

function Stage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.stage}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
