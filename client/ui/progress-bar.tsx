import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  label: string;
  /** 0 to 1; null when the end is not known. */
  value: number | null;
  /** Written at the end of the line, such as "120,000 of 160,000 rows". */
  detail?: string;
}

export function ProgressBar({ label, value, detail }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className={fieldStyles.field}
      value={value === null ? undefined : value * 100}
      isIndeterminate={value === null}
      valueLabel={detail}
    >
      {({ percentage }) => (
        <>
          <div className={styles.head}>
            <Label className={fieldStyles.label}>{label}</Label>
            <span className={classNames(fieldStyles.hint, styles.detail)}>{detail}</span>
          </div>
          <div className={styles.track}>
            <div
              className={classNames(styles.fill, value === null && styles.unknown)}
              style={value === null ? undefined : { inlineSize: `${percentage}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
