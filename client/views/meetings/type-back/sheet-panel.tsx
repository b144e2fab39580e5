import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button } from '../../../ui/button.tsx';
import styles from './type-back.module.css';

export interface WantedSheet {
  readonly code: string;
  readonly onFound: () => void;
}

/** The sheet whose code was typed; null when none is looked for. */
export const Wanted = createContext<WantedSheet | null>(null);

interface SheetPanelProps {
  readonly title: ReactNode;
  readonly code: string;
  /** What the codes on this sheet mean. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
  readonly error: unknown;
  readonly saveLabel: ReactNode;
  readonly onSave: () => void;
  readonly canSave: boolean;
  readonly isSaving: boolean;
  readonly onMore?: () => void;
}

/** One sheet: its code, its grid, and what saves it. */
export function SheetPanel(props: SheetPanelProps) {
  const { title, code, hint, children, error, saveLabel, onSave, canSave, isSaving, onMore } = props;
  const section = useRef<HTMLElement>(null);
  const wanted = useContext(Wanted);
  useEffect(() => {
    if (wanted === null || !code.startsWith(wanted.code)) return;
    section.current?.querySelector<HTMLInputElement>('input[data-at]')?.focus();
    wanted.onFound();
  }, [wanted, code]);
  return (
    <section ref={section} className={styles.sheet} data-sheet={code} aria-labelledby={`sheet-${code}`}>
      <header className={styles.sheetHead}>
        <h2 id={`sheet-${code}`}>
          <bdi>{title}</bdi>
        </h2>
        <span className={styles.code} dir="ltr">
          {code}
        </span>
      </header>
      {hint ? <p className={styles.quiet}>{hint}</p> : null}
      {children}
      <ErrorNotice error={error} />
      <div className={styles.buttons}>
        <Button kind="primary" onPress={onSave} isDisabled={!canSave} isPending={isSaving}>
          {saveLabel}
        </Button>
        {onMore ? (
          <Button onPress={onMore}>
            <FormattedMessage id="typeBack.more" defaultMessage="More rows" />
          </Button>
        ) : null}
      </div>
    </section>
  );
}
