import type { ReactNode } from 'react';
import styles from '../inspector/inspector.module.css';

/** The reason in one sentence, before the figures. */
export function Verdict({ tone, children }: { tone?: 'hot' | 'cold'; children: ReactNode }) {
  return (
    <p className={styles.verdict} data-tone={tone}>
      {children}
    </p>
  );
}
