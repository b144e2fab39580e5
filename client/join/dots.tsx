import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { Marks, Option } from './option-text.ts';
import { Spoken } from './spoken.tsx';
import styles from './votes.module.css';

interface DotsProps {
  readonly options: readonly Option[];
  readonly marks: Marks;
  readonly dotsEach: number;
  readonly onChange: (marks: Marks) => void;
}

/** So many dots for everybody, to be put where one likes. */
export function Dots({ options, marks, dotsEach, onChange }: DotsProps) {
  const intl = useIntl();
  const left = dotsEach - Object.values(marks).reduce((sum, dots) => sum + dots, 0);
  const set = (id: string, dots: number) => {
    const { [id]: _, ...others } = marks;
    onChange(dots > 0 ? { ...others, [id]: dots } : others);
  };
  return (
    <>
      <p role="status">
        <FormattedMessage
          id="join.dots.left"
          defaultMessage="{left, plural, =0 {All your dots are placed} one {# dot left} other {# dots left}}"
          values={{ left }}
        />
      </p>
      <ul className={styles.dots}>
        {options.map(({ id, said }) => {
          const dots = marks[id] ?? 0;
          return (
            <li key={id}>
              <Spoken said={said} />
              <span className={styles.stepper}>
                <button
                  type="button"
                  disabled={dots === 0}
                  onClick={() => set(id, dots - 1)}
                  aria-label={intl.formatMessage(
                    { id: 'join.dots.less', defaultMessage: 'One dot less for {option}' },
                    { option: said.text },
                  )}
                >
                  −
                </button>
                <output>
                  <FormattedNumber value={dots} />
                </output>
                <button
                  type="button"
                  disabled={left === 0}
                  onClick={() => set(id, dots + 1)}
                  aria-label={intl.formatMessage(
                    { id: 'join.dots.more', defaultMessage: 'One dot more for {option}' },
                    { option: said.text },
                  )}
                >
                  +
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
