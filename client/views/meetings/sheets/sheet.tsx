import { type CSSProperties, type ReactNode, useContext } from 'react';
import { InEach, Pens, whenOnPaper } from './pens.tsx';
import styles from './sheets.module.css';

/** Of what meeting the sheet is, as far as paper says it. */
export interface SheetMeeting {
  readonly committee: string;
  readonly startsAt: string;
}

interface SheetProps {
  readonly meeting: SheetMeeting;
  readonly title: ReactNode;
  /** Printed on every page of it; empty where nothing is typed back. */
  readonly code?: string;
  readonly size?: 'A4' | 'A5';
  readonly children: ReactNode;
}

/** The name of the printed page: letters of the code, so that its foot can carry it. */
export const pageName = (code: string, size: 'A4' | 'A5'): string =>
  `sheet${size}${code.replaceAll(/[^A-Z]/g, '')}`;

/** One sheet: on the page as on paper, with its code where it is typed back. */
export function Sheet({ meeting, title, code = '', size = 'A4', children }: SheetProps) {
  const [main] = useContext(Pens);
  const page: CSSProperties = { page: pageName(code, size) };
  return (
    <article
      className={styles.sheet}
      data-size={size}
      data-sheet={code}
      lang={main?.intl.locale}
      dir={main?.direction}
      style={page}
    >
      <header className={styles.sheetHead}>
        <div>
          <p className={styles.small}>
            <bdi>{meeting.committee}</bdi>
          </p>
          <h2>{title}</h2>
          <div className={styles.small}>
            <InEach text={(pen) => whenOnPaper(pen, meeting.startsAt, null)} />
          </div>
        </div>
        {code === '' ? null : (
          <p className={styles.code} dir="ltr">
            {code}
          </p>
        )}
      </header>
      {children}
    </article>
  );
}

/** The rules of the printed pages: each sheet has its size, and its code at its foot. */
export function sheetRules(sheets: readonly { readonly code: string; readonly size: 'A4' | 'A5' }[]): string {
  const look = 'font: 600 9pt ui-monospace, monospace; color: #000;';
  return sheets
    .map(({ code, size }) => {
      const margin = size === 'A5' ? '10mm 11mm' : '13mm 13mm 14mm';
      const foot = code === '' ? '' : `@bottom-right { content: "${code}"; ${look} }`;
      return `@page ${pageName(code, size)} { size: ${size}; margin: ${margin}; ${foot} }`;
    })
    .join('\n');
}
