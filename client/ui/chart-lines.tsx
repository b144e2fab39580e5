import styles from './chart.module.css';

/** How one line of the picture looks: colour and dash, so that they are told apart without colour, too. */
export interface ChartLine {
  readonly name: string;
  readonly stroke: string;
  readonly dash: string;
}

/** The key of the lines of a chart. */
export function LineKey({ lines }: { lines: readonly ChartLine[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map(({ name, stroke, dash }) => (
        <li key={name}>
          <svg width={30} height={10} aria-hidden>
            <line x1={0} x2={30} y1={5} y2={5} stroke={stroke} strokeWidth={2} strokeDasharray={dash} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
