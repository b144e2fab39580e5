import { useEffect } from 'react';
import styles from './document.module.css';
import { FactList, FileBlock } from './file-block.tsx';
import type { PaperFile } from './model.ts';
import { pageRules } from './page-rules.ts';

/** A document on the page and on paper, with its head and foot on every printed page. */
export function FilePages({ file }: { file: PaperFile }) {
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
function useRunningHead(file: PaperFile): void {
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
