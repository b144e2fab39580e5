import styles from './sparkline.module.css';

export interface SparklineProps {
  values: readonly number[];
  /** What the bars say, in words: the picture alone says it to nobody who does not see it. */
  label: string;
  /** From this one on the bars are strong; those before are quiet. */
  strongFrom?: number;
}

const BAR = 6;
const HEIGHT = 32;

/** A row of small bars from zero, as high as a line of text or two. */
export function Sparkline({ values, label, strongFrom = 0 }: SparklineProps) {
  const most = Math.max(1, ...values);
  const heightOf = (value: number) => (value === 0 ? 0 : Math.max(1, (value / most) * HEIGHT));
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.sparkline}
      viewBox={`0 0 ${values.length * BAR} ${HEIGHT + 1}`}
      width={values.length * BAR}
      height={HEIGHT + 1}
    >
      <line x1={0} x2={values.length * BAR} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} className={styles.ground} />
      {values.map((value, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in the row.
          key={i}
          x={i * BAR + 1}
          width={BAR - 2}
          y={HEIGHT - heightOf(value)}
          height={heightOf(value)}
          className={i >= strongFrom ? styles.strong : styles.quiet}
        />
      ))}
    </svg>
  );
}
