import { useParams } from '@tanstack/react-router';
import { ArrowLeft, Printer } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { useTakeOut } from '../../../api/case-files.ts';
import { useProblem } from '../../../api/problems.ts';
import type { Problem } from '../../../api/records.ts';
import styles from '../../../documents/document.module.css';
import { FilePages } from '../../../documents/file-pages.tsx';
import { SaveDocx } from '../../../documents/save-docx.tsx';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { useCaseFile } from './use-case-file.ts';

/** The whole case for paper: A4, in black and white too, each figure with what it was made from. */
export function CaseFileView() {
  const { id } = useParams({ from: '/problems/$id/print' });
  const { data: problem, error } = useProblem(id);
  return (
    <main id="main" className={styles.file}>
      <ErrorNotice error={error} />
      {problem ? <CaseFilePage problem={problem} /> : null}
    </main>
  );
}

function CaseFilePage({ problem }: { problem: Problem }) {
  const { file, error } = useCaseFile(problem);
  const takeOut = useTakeOut(problem.id);
  return (
    <>
      <title>{`${problem.ref} ${problem.title}`}</title>
      <nav className={styles.tools}>
        <LinkButton kind="quiet" size="small" href={`/problems/${encodeURIComponent(problem.id)}`}>
          <ArrowLeft aria-hidden className={styles.mirrored} />
          <FormattedMessage id="case-file.back" defaultMessage="Back to the case" />
        </LinkButton>
        <span className={styles.actions}>
          <SaveDocx file={file} takeOut={takeOut} />
          <Button kind="primary" isDisabled={file === null} onPress={() => window.print()}>
            <Printer aria-hidden size={18} />
            <FormattedMessage id="case-file.print" defaultMessage="Print or save as PDF" />
          </Button>
        </span>
      </nav>
      <ErrorNotice error={error} />
      {file ? (
        <FilePages file={file} />
      ) : (
        <p className={styles.quiet}>
          <FormattedMessage id="case-file.gathering" defaultMessage="The file is put together…" />
        </p>
      )}
    </>
  );
}
