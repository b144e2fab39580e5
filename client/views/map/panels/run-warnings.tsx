import type { Run } from '../../../api/runs.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWarningText } from '../../../warning-text.ts';
import { isWeighty } from '../../../warning-weight.ts';
import styles from './panels.module.css';

/** What changes how the answer is read stands before it. */
export function WeightyWarnings({ run: { summary } }: { run: Run }) {
  const warningText = useWarningText();
  const weighty = summary?.warnings.filter((warning) => isWeighty(warning, summary)) ?? [];
  if (weighty.length === 0) return null;
  return (
    <Notice tone="amber">
      <div className={styles.stack}>
        {weighty.map((warning) => (
          <p key={warning.code}>{warningText(warning)}</p>
        ))}
      </div>
    </Notice>
  );
}

/** The rest stands below the figures. */
export function OtherWarnings({ run: { summary } }: { run: Run }) {
  const warningText = useWarningText();
  const others = summary?.warnings.filter((warning) => !isWeighty(warning, summary)) ?? [];
  return others.map((warning) => (
    <p key={warning.code} className={styles.quiet}>
      {warningText(warning)}
    </p>
  ));
}
