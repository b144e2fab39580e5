import { FormattedMessage, FormattedNumber } from 'react-intl';
import styles from './join.module.css';
import type { Marks, Option } from './option-text.ts';
import { Spoken } from './spoken.tsx';

interface RankingProps {
  readonly options: readonly Option[];
  readonly marks: Marks;
  readonly onChange: (marks: Marks) => void;
}

/** Tapped in their order, the best first; tapped again one goes out and those behind it move up. */
export function Ranking({ options, marks, onChange }: RankingProps) {
  const tap = (id: string) => {
    const rank = marks[id];
    if (rank === undefined) return onChange({ ...marks, [id]: Object.keys(marks).length + 1 });
    const others = Object.entries(marks).filter(([option]) => option !== id);
    onChange(Object.fromEntries(others.map(([option, other]) => [option, other > rank ? other - 1 : other])));
  };
  return (
    <>
      <p>
        <FormattedMessage
          id="join.ranking.how"
          defaultMessage="Tap what matters most first, then the next. Tap again to take it out."
        />
      </p>
      <ul className={styles.choices}>
        {options.map(({ id, said }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.ranked}
              aria-pressed={marks[id] !== undefined}
              onClick={() => tap(id)}
            >
              <span className={styles.rank} aria-hidden={marks[id] === undefined}>
                {marks[id] !== undefined && <FormattedNumber value={marks[id]} />}
              </span>
              <Spoken said={said} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
