import { useParams } from '@tanstack/react-router';
import { ArrowLeft, Printer } from 'lucide-react';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { useProblem } from '../../../api/problems.ts';
import type { Problem } from '../../../api/records.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import styles from './case-file.module.css';
import { FactList, FileBlock } from './file-block.tsx';
import type { CaseFile } from './model.ts';
import { pageRules } from './page-rules.ts';
import { SaveDocx } from './save-docx.tsx';
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
  return (
    <>
      <title>{`${problem.ref} ${problem.title}`}</title>
      <nav className={styles.tools}>
        <LinkButton kind="quiet" size="small" href={`/problems/${encodeURIComponent(problem.id)}`}>
          <ArrowLeft aria-hidden />
          <FormattedMessage id="case-file.back" defaultMessage="Back to the case" />
        </LinkButton>
        <span className={styles.actions}>
          <SaveDocx problemId={problem.id} file={file} />
          <Button kind="primary" isDisabled={file === null} onPress={() => window.print()}>
            <Printer aria-hidden size={18} />
            <FormattedMessage id="case-file.print" defaultMessage="Print or save as PDF" />
          </Button>
        </span>
      </nav>
      <ErrorNotice error={error} />
      {file ? (
        <Pages file={file} />
      ) : (
        <p className={styles.quiet}>
          <FormattedMessage id="case-file.gathering" defaultMessage="The file is put together…" />
        </p>
      )}
    </>
  );
}

function Pages({ file }: { file: CaseFile }) {
  useRunningHead(file);
  return (
    <article>
      <header className={styles.cover}>
        <p className={styles.mark}>{file.confidentiality}</p>
        <h1>{file.title}</h1>
        <FactList rows={file.cover} />
      </header>
      {file.parts.map(({ id, title, blocks, newPage }) => (
        <section key={id} className={styles.part} data-page={newPage ? '' : undefined}>
          <h2>{title}</h2>
          {blocks.map((block, i) => (
            // Pieces stand in a fixed order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <FileBlock key={i} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}

/** What stands on the head and the foot of every printed page, while the file is open. */
function useRunningHead(file: CaseFile): void {
  const rules = pageRules(file);
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [rules]);
}
